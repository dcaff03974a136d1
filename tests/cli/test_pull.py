"""What ``briefmaker pull`` prints, asks, and leaves with."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from tests.review.returned import BRIEF, Desk, open_desk_with

from briefmaker.cli.main import briefmaker


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Desk:
    """Give a brief in a workspace, and its document."""
    monkeypatch.chdir(tmp_path)
    return open_desk_with(tmp_path)


@pytest.fixture
def reviewed(desk: Desk) -> Path:
    """Give a copy with two edits and a comment."""
    opened = desk.edit()
    opened.replace("objectives[0]", "corridor", "canal", "Ann Clearer")
    opened.replace("objectives[1]", "each", "every")
    opened.comment("agenda[0].objective", "Which date?", "Bob")
    return desk.save(opened)


def run(*arguments: object, answers: str = "") -> Result:
    """Call the command."""
    return CliRunner().invoke(briefmaker, ["pull", *map(str, arguments)], input=answers or None)


def test_changes_are_shown_with_who_and_when(reviewed: Path, desk: Desk) -> None:
    """Field by field, with the words before and after; nothing is written."""
    result = run(reviewed)
    assert result.exit_code == 0
    assert "objectives[0]: edited by Ann Clearer (2025-10-20 09:00)\n" in result.stdout
    assert "  - A date for the corridor.\n  + A date for the canal.\n" in result.stdout
    assert "objectives[1]: edited, not tracked\n" in result.stdout
    assert "agenda[0].objective: comment by Bob on “Hear a date.”\n  Which date?\n" in result.stdout
    assert "nothing is written without --apply" in result.stderr
    assert desk.file.read_text("utf-8") == BRIEF


def test_what_was_applied_is_taken_back(reviewed: Path, desk: Desk) -> None:
    """And it is said how."""
    result = run(reviewed, "--apply", "--comments", "none")
    assert "written into briefs/brief.yaml; `briefmaker pull --undo briefs/brief.yaml`" in result.stderr
    assert "A date for the canal." in desk.file.read_text("utf-8")
    assert "is what it was before the last pull" in run("--undo", desk.file).stderr
    assert desk.file.read_text("utf-8") == BRIEF


def test_data_is_shown_as_json(reviewed: Path) -> None:
    """Changes, conflicts, leftovers, comments and findings."""
    told = json.loads(run(reviewed, "--json").stdout)
    assert [(each["what"], each["path"], each["is_tracked"]) for each in told["changes"]] == [
        ("edited", "objectives[0]", True),
        ("edited", "objectives[1]", False),
    ]
    assert told["changes"][0]["authors"] == [{"author": "Ann Clearer", "date": "2025-10-20T09:00:00Z"}]
    assert told["comments"][0]["text"] == "Which date?"
    assert (told["brief"], told["is_written"]) == ("briefs/brief.yaml", False)


def test_somebody_is_asked_about_each_change(reviewed: Path, desk: Desk) -> None:
    """What is wanted is written at once, the rest is not."""
    result = run(reviewed, "--interactive", answers="y\nn\n")
    assert result.exit_code == 0
    text = desk.file.read_text("utf-8")
    assert "A date for the canal." in text
    assert "in each port" in text


def test_somebody_is_asked_whose_text_is_to_stand(desk: Desk) -> None:
    """A conflict waits where the answer is `later`, and then leaves with 1."""
    files = []
    for number, word in enumerate(("canal", "strait")):
        opened = desk.edit()
        opened.replace("objectives[0]", "corridor", word, f"Author {number}")
        files.append(desk.save(opened, f"copy{number}.docx"))
    result = run(*files, desk.file)
    assert result.exit_code == 1
    assert "yaml (the brief now):\n    A date for the corridor.\n" in result.stdout
    assert "copy1.docx by Author 1 (2025-10-20 09:00):\n    A date for the strait.\n" in result.stdout
    assert run(*files, desk.file, "--interactive", answers="later\n").exit_code == 1
    assert desk.file.read_text("utf-8") == BRIEF
    assert run(*files, desk.file, "--interactive", answers="2\n").exit_code == 0
    assert "A date for the strait." in desk.file.read_text("utf-8")


def test_what_has_no_place_is_told_and_leaves_with_1(desk: Desk) -> None:
    """With its text."""
    opened = desk.edit()
    opened.replace("agenda[0].minutes", "20", "45", "Ann")
    result = run(desk.save(opened))
    assert result.exit_code == 1
    assert "REV009" in result.stderr
    assert "45" in result.stderr


@pytest.mark.parametrize("arguments", [["a.yaml", "b.yaml", "c.docx"], ["a.yaml"]])
def test_wrong_usage_leaves_with_2(arguments: list[str]) -> None:
    """Two briefs, or no document."""
    assert run(*arguments).exit_code == 2


def test_it_is_said_that_nothing_was_written_when_answers_end(reviewed: Path, desk: Desk) -> None:
    """Also not the change that was wanted before."""
    result = run(reviewed, "--interactive", answers="y\n")
    assert result.exit_code == 1
    assert "nothing is written" in result.stderr
    assert desk.file.read_text("utf-8") == BRIEF


def test_questions_are_not_mixed_with_data(reviewed: Path) -> None:
    """JSON with questions in it could not be read."""
    result = run(reviewed, "--interactive", "--json")
    assert result.exit_code == 2
    assert result.stdout == ""
