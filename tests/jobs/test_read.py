"""A brief is read where it lies, and only inside its workspace."""

import hashlib
from pathlib import Path

import pytest

from briefmaker.diagnostics import BriefmakerError, Code
from briefmaker.jobs.read import read


def test_a_brief_is_read_with_its_findings(brief_file: Path) -> None:
    """Findings name the file as it was typed."""
    reading = read("briefs/grain.yaml")
    assert reading.brief is not None
    assert reading.brief.title == "Grain talks in Ankara"
    assert reading.diagnostics == ()
    assert reading.places.file == "briefs/grain.yaml"
    assert read(brief_file).places.file == "briefs/grain.yaml"


def test_a_missing_brief_is_raised(workspace: Path) -> None:
    """There is nothing to find in it."""
    with pytest.raises(BriefmakerError, match="no file"):
        read("briefs/missing.yaml")


def test_a_link_out_of_the_workspace_is_told(workspace: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    """Somebody who may write a brief may not read other files by it."""
    secret = tmp_path_factory.mktemp("elsewhere") / "secret.yaml"
    secret.write_text("password: 1\n", "utf-8")
    (workspace / "briefs" / "link.yaml").symlink_to(secret)
    reading = read("briefs/link.yaml")
    assert reading.brief is None
    assert [found.code for found in reading.diagnostics] == [Code.PATH_OUTSIDE]


def test_a_huge_file_is_told(workspace: Path) -> None:
    """It is not read to its end."""
    huge = workspace / "briefs" / "huge.yaml"
    with huge.open("wb") as stream:
        stream.truncate(60_000_000)
    assert [found.code for found in read(huge).diagnostics] == [Code.FILE_UNREADABLE]
    with huge.open("wb") as stream:
        stream.truncate(6_000_000)
    assert [found.code for found in read(huge).diagnostics] == [Code.FILE_TOO_LARGE]


def test_a_brief_that_names_no_language_is_in_the_first_of_the_house(workspace: Path) -> None:
    """One that names it is not."""
    (workspace / "briefmaker.yaml").write_text("languages: [fr-CA, en-GB]\n", "utf-8")
    file = workspace / "briefs" / "grain.yaml"
    other = file.with_name("other.yaml")
    other.write_text(file.read_text("utf-8") + "language: en-GB\n", "utf-8")
    briefs = [read(each).brief for each in (file, other)]
    assert [brief and brief.language for brief in briefs] == ["fr-CA", "en-GB"]


def test_a_reading_tells_which_files_were_asked_for(workspace: Path, brief_file: Path) -> None:
    """With what was in them, and those that were not there; people and pictures among them."""
    lines = "participants: [{person: rutte, role: guest}]\nfigures: {f: {data: d.csv, alt: x}, g: {data: none.csv, alt: x}}\n"
    brief_file.write_text(brief_file.read_text("utf-8") + lines, "utf-8")
    (workspace / "briefs" / "d.csv").write_text("a,b\n1,2\n", "utf-8")
    seen = read(brief_file).seen
    assert set(seen) == {"briefs/grain.yaml", "briefs/d.csv", "briefs/none.csv", "people.yaml"}
    assert seen["people.yaml"] == seen["briefs/none.csv"] == "missing"
    assert seen["briefs/grain.yaml"] == hashlib.sha256(brief_file.read_bytes()).hexdigest()
