"""One document of one brief, as bytes."""

from io import BytesIO
from pathlib import Path

import pikepdf
import pytest

from briefmaker.diagnostics import BriefmakerError, Code
from briefmaker.jobs.failures import FindingsError
from briefmaker.jobs.render import render


@pytest.mark.parametrize(("name", "start"), [("pdf", b"%PDF-"), ("docx", b"PK\x03\x04"), ("html", b"<!DOCTYPE html>")])
def test_each_format_is_rendered_and_nothing_is_written(
    workspace: Path, brief_file: Path, name: str, start: bytes
) -> None:
    """The same brief gives the same bytes."""
    content = render(brief_file, name)
    assert content.lower().startswith(start.lower())
    assert render(str(brief_file), name) == content
    assert not (workspace / "output").exists()


def test_a_wrong_brief_is_raised_with_its_findings(brief_file: Path) -> None:
    """The exception has the places."""
    brief_file.write_text("format: 1\n", "utf-8")
    with pytest.raises(FindingsError) as raised:
        render(brief_file, "pdf")
    assert {found.code for found in raised.value.diagnostics} == {Code.FIELD_MISSING}
    assert raised.value.exit_code == 1


def test_a_missing_file_is_raised(workspace: Path) -> None:
    """As is an unknown format or paper."""
    with pytest.raises(BriefmakerError, match="no file"):
        render("missing.yaml", "pdf")
    with pytest.raises(BriefmakerError, match="no format"):
        render("briefs/grain.yaml", "odt")
    with pytest.raises(BriefmakerError, match="no paper"):
        render("briefs/grain.yaml", "pdf", paper="a5")


def test_an_archived_pdf_carries_the_brief_without_its_comments(brief_file: Path) -> None:
    """What drafters told one another stays out; everything else is as they wrote it."""
    text = brief_file.read_text("utf-8")
    brief_file.write_text(text.replace("title: Grain", "# The deputy must not see this.\ntitle: Grain"), "utf-8")
    content = render(brief_file, "pdf", archive=True)
    with pikepdf.open(BytesIO(content)) as pdf:
        assert {name: each.get_file().read_bytes() for name, each in pdf.attachments.items()} == {
            "grain.yaml": text.encode()
        }
        assert all(b"deputy" not in each.read_bytes() for each in pdf.objects if isinstance(each, pikepdf.Stream))
    assert render(brief_file, "pdf", archive=True) == content
    assert render(brief_file, "pdf") != content


def test_a_brief_with_an_error_of_a_rule_is_raised_unless_no_rule_is_asked(brief_file: Path) -> None:
    """Then the document says that it is a draft which nobody checked."""
    brief_file.write_text(brief_file.read_text("utf-8").replace("status: draft", "status: final"), "utf-8")
    with pytest.raises(FindingsError) as raised:
        render(brief_file, "html")
    assert "STR002" in {found.code for found in raised.value.diagnostics}
    assert '<meta name="checked" content="no">' in render(brief_file, "html", check=False).decode()
