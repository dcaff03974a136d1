"""What ``briefmaker verify`` prints, and what it leaves with."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from briefmaker.cli.main import briefmaker
from briefmaker.jobs.building.build import build


@pytest.fixture
def pdf(workspace: Path) -> Path:
    """Give the PDF of the workspace's brief."""
    (outcome,) = build()
    return outcome.documents[0].path


def test_a_sound_document_has_a_line_a_check_and_a_sum(pdf: Path) -> None:
    """And leaves with 0."""
    result = CliRunner().invoke(briefmaker, ["verify", str(pdf)])
    lines = result.stdout.splitlines()
    assert result.exit_code == 0
    assert lines[0].endswith("grain-DRAFT-v2.pdf")
    assert "  ok       markings" in lines
    assert lines[-1] == f"{len(lines) - 2} checks: {len(lines) - 3} ok, 0 failed, 1 not run"


def test_a_failed_check_says_what_was_expected_and_found_where(pdf: Path) -> None:
    """And leaves with 1: here another brief's document lies under the name of the sister."""
    other = pdf.parent.parent / "briefs" / "other.yaml"
    other.write_text(
        (other.parent / "grain.yaml").read_text("utf-8").replace("We want a date.", "We want peace."), "utf-8"
    )
    (outcome,) = build([other], formats=["docx"])
    outcome.documents[0].path.replace(pdf.with_suffix(".docx"))
    result = CliRunner().invoke(briefmaker, ["verify", str(pdf)])
    assert result.exit_code == 1
    assert "  FAILED   sister-paragraphs\n" in result.stdout
    assert "page 1: expected the PDF: We want a date.; found the Word document: We want peace." in result.stdout


def test_data_says_the_same(pdf: Path) -> None:
    """For scripts: one entry a document, with all checks."""
    result = CliRunner().invoke(briefmaker, ["verify", "--output-format", "json", str(pdf)])
    (told,) = json.loads(result.stdout)
    assert told["sound"] is True
    assert told["checked"] is True
    assert told["brief"].endswith("grain.yaml")
    assert told["sister"].endswith("grain-DRAFT-v2.docx")
    assert sum(told["sum"].values()) == len(told["checks"])
    assert {"name", "state", "reason", "deviations"} == set(told["checks"][0])


def test_a_file_that_cannot_be_read_stops_nothing_but_itself(pdf: Path, tmp_path: Path) -> None:
    """A sentence, exit code 1, and the other document is verified."""
    bad = tmp_path / "bad.pdf"
    bad.write_bytes(b"nothing")
    result = CliRunner().invoke(briefmaker, ["verify", str(bad), str(pdf)])
    assert result.exit_code == 1
    assert "bad.pdf is neither a PDF nor a Word document" in result.stderr
    assert "0 failed" in result.stdout
    told = json.loads(CliRunner().invoke(briefmaker, ["verify", "--output-format", "json", str(bad)]).stdout)
    assert "neither" in told[0]["error"]


def test_an_own_brief_can_be_named(pdf: Path) -> None:
    """One that is not there is wrong usage."""
    result = CliRunner().invoke(briefmaker, ["verify", "--brief", "nowhere.yaml", str(pdf)])
    assert result.exit_code == 2


def test_an_edition_that_there_is_not_is_refused(pdf: Path) -> None:
    """A slip of the pen must not compare a document with another."""
    result = CliRunner().invoke(briefmaker, ["verify", "--edition", "press", str(pdf)])
    assert result.exit_code == 1
    assert "no editions are defined here" in result.output


def test_a_document_that_was_not_checked_is_called_so(workspace: Path) -> None:
    """To readers and to scripts; it is sound all the same."""
    CliRunner().invoke(briefmaker, ["build", "--no-check", "--format", "pdf"])
    pdf = "output/grain-DRAFT-v2.pdf"
    told = CliRunner().invoke(briefmaker, ["verify", pdf])
    assert (told.exit_code, "made with `--no-check`" in told.stdout) == (0, True)
    data = CliRunner().invoke(briefmaker, ["verify", "--output-format", "json", pdf]).stdout
    assert json.loads(data)[0]["checked"] is False
