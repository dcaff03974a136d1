"""Tests of `briefmaker redline`: what it prints, and what it leaves with."""

import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from briefmaker.cli.main import briefmaker
from briefmaker.diagnostics import BriefmakerError

BRIEF = Path(__file__).resolve().parents[2] / "briefs" / "haiti-2025-10-16.yaml"


@pytest.fixture
def workspace(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give a workspace with two versions of a brief."""
    (tmp_path / "briefs").mkdir()
    shutil.copy(BRIEF, tmp_path / "briefs" / "old.yaml")
    text = BRIEF.read_text("utf-8").replace("version: 1", "version: 2", 1).replace("mandate", "licence", 1)
    (tmp_path / "briefs" / "new.yaml").write_text(text, "utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def run(*arguments: str) -> Result:
    """Run the command."""
    return CliRunner().invoke(briefmaker, ["redline", *arguments], catch_exceptions=False)


def test_a_list_is_printed(workspace: Path) -> None:
    """What is compared, how many changes, and a line for each; no file is written."""
    result = run("briefs/old.yaml", "briefs/new.yaml")
    assert result.exit_code == 0
    first, *others = result.output.splitlines()
    assert first.replace("\u00a0", " ").startswith("Changes from version 1 of ")
    assert first.endswith(": 1 change")
    assert len(others) == 1
    assert "licence" in others[0]
    assert not (workspace / "output").exists()


def test_files_are_named(workspace: Path) -> None:
    """A line for each."""
    result = run("briefs/old.yaml", "briefs/new.yaml", "--format", "docx,json", "--output", "here", "--author", "A. B.")
    assert result.output.splitlines() == [
        "wrote here/old.v1-new.v2.redline.docx",
        "wrote here/old.v1-new.v2.redline.json",
    ]
    assert {each.name for each in (workspace / "here").iterdir()} == {
        "old.v1-new.v2.redline.docx",
        "old.v1-new.v2.redline.json",
    }


def test_two_that_say_the_same_are_told_so(workspace: Path) -> None:
    """And that nothing was written; the command has done what it was asked."""
    assert workspace
    result = run("briefs/old.yaml", "briefs/old.yaml", "--format", "docx")
    assert result.exit_code == 0
    assert "both say the same; nothing was written" in result.output


def test_a_version_alone_is_no_change_of_what_is_said(workspace: Path) -> None:
    """Another version number shows on every page, and no field says anything else."""
    text = BRIEF.read_text("utf-8").replace("version: 1", "version: 2", 1)
    (workspace / "briefs" / "new.yaml").write_text(text, "utf-8")
    result = run("briefs/old.yaml", "briefs/new.yaml")
    assert "no field that a reader sees says anything else" in result.output


def test_what_cannot_be_compared_is_an_error(workspace: Path) -> None:
    """Not a traceback, and no file."""
    with pytest.raises(BriefmakerError, match=r"there is no file nope\.yaml"):
        run("nope.yaml", "briefs/new.yaml", "--format", "pdf")
    assert not (workspace / "output").exists()
