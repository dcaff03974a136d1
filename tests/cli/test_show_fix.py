"""What ``check --fix`` and ``--diff`` print, what they write, and what they leave with."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from briefmaker.cli.main import briefmaker

BRIEF = """\
format: 1
template: information
title: Talks
date: 2026-03-02
language: en-GB
issue: Ukraine's way.  # Ukraine's
key_points: [Ask for a date.]
"""
MENDED = BRIEF.replace("Ukraine's way", "Ukraine’s way")


@pytest.fixture
def brief(workspace: Path) -> Path:
    """Give the only brief of the workspace, with one apostrophe to mend."""
    file = workspace / "briefs" / "grain.yaml"
    file.write_text(BRIEF, "utf-8")
    return file


def run(*arguments: str) -> Result:
    """Call the command, with the rule on signs alone."""
    return CliRunner().invoke(briefmaker, ["check", "--select", "STY006", *arguments])


def test_what_is_mended_is_counted_and_leaves_with_0(brief: Path) -> None:
    """The count on the error stream, so that data stays data; a second time nothing is said of it."""
    result = run("--fix")
    assert (result.exit_code, result.stdout) == (0, "1 brief, nothing found\n")
    assert result.stderr == "1 place mended in 1 brief\n"
    assert brief.read_text("utf-8") == MENDED
    assert (run("--fix").exit_code, run("--fix").stderr) == (0, "")


def test_what_is_left_is_told_and_leaves_with_1(brief: Path) -> None:
    """At its place in the file as it is now, and as data where that is asked for."""
    brief.write_text(BRIEF.replace("Ask for", "Ask for TBC and"), "utf-8")
    result = run("--fix", "--select", "STR010", "--output-format", "json")
    (found,) = json.loads(result.stdout)["findings"]
    assert (found["code"], found["line"], found["path"]) == ("STR010", 7, "key_points[0]")
    assert result.stderr == "1 place mended in 1 brief\n"
    assert result.exit_code == 1


def test_a_diff_shows_what_would_change_and_changes_nothing(brief: Path) -> None:
    """With its lines before and after; it leaves with 1, as long as there is something to do."""
    result = run("--diff")
    assert result.stdout == (
        "--- briefs/grain.yaml\n"
        "+++ briefs/grain.yaml\n"
        "@@ -3,5 +3,5 @@\n"
        " title: Talks\n"
        " date: 2026-03-02\n"
        " language: en-GB\n"
        "-issue: Ukraine's way.  # Ukraine's\n"
        "+issue: Ukraine’s way.  # Ukraine's\n"
        " key_points: [Ask for a date.]\n"
    )
    assert (result.exit_code, result.stderr) == (1, "1 place would be mended\n")
    assert brief.read_text("utf-8") == BRIEF
    assert run("--fix", "--diff").stdout == result.stdout
    assert brief.read_text("utf-8") == BRIEF


def test_a_diff_of_nothing_is_nothing(brief: Path) -> None:
    """And leaves with 0."""
    brief.write_text(MENDED, "utf-8")
    result = run("--diff")
    assert (result.exit_code, result.stdout, result.stderr) == (0, "", "nothing to mend\n")


def test_line_ends_of_windows_are_not_shown(brief: Path) -> None:
    """They stay in the file, and a change of a line shows its words alone."""
    brief.write_bytes(BRIEF.replace("\n", "\r\n").encode())
    result = run("--diff")
    assert "+issue: Ukraine’s way.  # Ukraine's" in result.stdout.split("\n")
    run("--fix")
    assert brief.read_bytes() == MENDED.replace("\n", "\r\n").encode()


def test_a_file_that_may_not_be_written_is_told(brief: Path) -> None:
    """With what is wrong, and the file as it was."""
    brief.chmod(0o444)
    result = run("--fix")
    assert result.exit_code == 1
    assert "briefs/grain.yaml cannot be written: Permission denied" in str(result.exception)
    assert brief.read_text("utf-8") == BRIEF


def test_a_broken_file_is_told_and_no_mending_is_promised(brief: Path) -> None:
    """What may be wrong with its signs, too, but only whoever wrote it can mend the file first."""
    brief.write_text(BRIEF + "issue: Russia's.\n", "utf-8")
    result = run("--fix")
    assert result.exit_code == 1
    assert "YML002" in result.stdout
    assert "can be mended" not in result.stdout
    assert brief.read_text("utf-8") == BRIEF + "issue: Russia's.\n"


@pytest.mark.parametrize("option", ["--fix", "--diff"])
@pytest.mark.parametrize("other", ["--online", "--with-lengths"])
def test_what_only_a_person_can_mend_is_not_asked_for(brief: Path, option: str, other: str) -> None:
    """The two do not go together."""
    result = run(option, other)
    assert result.exit_code == 2
    assert "--fix and --diff go without" in result.output
    assert brief.read_text("utf-8") == BRIEF
