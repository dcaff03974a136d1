"""One document of one brief, as bytes."""

import datetime
from io import BytesIO
from pathlib import Path

import docx
import pikepdf
import pytest
from tests.packs import read_page_texts

from briefmaker.diagnostics import BriefmakerError, Code
from briefmaker.jobs.building.render import render, render_brief
from briefmaker.jobs.failures import FindingsError
from briefmaker.jobs.formats import read_formats
from briefmaker.jobs.read import find_desk, read_at_desk
from briefmaker.jobs.request import Request
from briefmaker.model.replaced import Replaced
from briefmaker.model.settings import Paper
from briefmaker.workspace.workspace import built_in_templates
from briefmaker.writing.word.wordml import W

NO_BRIEF = ("pack", "shared")
"""Folders beside the templates of briefs."""


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


@pytest.mark.parametrize(
    "name", sorted(each.name for each in built_in_templates().iterdir() if each.name not in NO_BRIEF)
)
def test_a_corrected_version_says_on_every_page_of_every_template_what_it_replaces(name: str, workspace: Path) -> None:
    """In PDF, Word and HTML, beside the draft's notice; and it says nothing else than it would without."""
    text = (workspace / "briefs" / "grain.yaml").read_text("utf-8").replace("template: meeting", f"template: {name}")
    (workspace / "briefs" / "grain.yaml").write_text(text, "utf-8")
    file, desk = find_desk("briefs/grain.yaml")
    replaced = Replaced(1, datetime.date(2026, 2, 24))
    request = Request(read_formats(("pdf", "docx", "html")), Paper.A4, replaces=replaced)
    made = {each.format.value: each.content for each in render_brief(read_at_desk(file, desk), desk, request).documents}
    notice = "Replaces version 1 of 24 February 2026"
    pages = [" ".join(words.split()) for words in read_page_texts(made["pdf"])]
    assert pages
    assert all(notice in words and "DRAFT · version 2" in words for words in pages)
    section = docx.Document(BytesIO(made["docx"])).sections[0]
    for header in (section.header, section.first_page_header):
        assert notice in "".join(text.text or "" for text in header._element.iter(f"{W}t")).replace("\u00a0", " ")
    assert notice in made["html"].decode().replace("\u00a0", " ")
