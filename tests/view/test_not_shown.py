"""What a brief says and its template does not show is told."""

from pathlib import Path

from tests.briefs import EVERYTHING, look_at

from briefmaker.diagnostics import Code, Severity
from briefmaker.workspace.files import BriefFolder

LINES = """
title: Talks
summary: Never printed.
sources:
  report: {title: Report, grade: A2}
  paper:
    title: Paper
    grade: B1
agenda:
  - topic: Grain
    id: grain
    background: Long.
    lines_to_take: [One., Two.]
"""


def tell(lines: str, *shows: str) -> list[tuple[str, int, int]]:
    """Give path, line and column of what is told, in the order of the file."""
    found = [each for each in look_at(lines, shows).diagnostics if each.code is Code.TEMPLATE_NOT_SHOWN]
    assert all(each.severity is Severity.WARNING for each in found)
    return sorted(((each.path, each.span.line, each.span.column) for each in found), key=lambda each: each[1:])


def test_a_field_is_told_once_where_its_name_stands() -> None:
    """A part of which nothing is shown is told as a whole; of one that is shown in part, each field that is not."""
    shows = ("title", "date", "sources.title", "agenda.topic", "agenda.background")
    assert tell(LINES, *shows) == [
        ("summary", 2, 1),
        ("sources.report.grade", 4, 27),
        ("sources.paper.grade", 7, 5),
        ("agenda[0].lines_to_take", 12, 5),
    ]
    assert tell(LINES, "title", "date", "summary", "agenda") == [("sources", 3, 1)]


def test_nothing_is_told_of_what_is_shown_not_filled_or_steers() -> None:
    """A template shows no field such as `id`, and no brief is blamed for it."""
    assert tell(LINES, *EVERYTHING) == []
    assert tell("summary:\nobjectives: []\nlikelihood_scale: phia", "title", "date") == []


def test_a_default_that_nobody_wrote_is_not_told() -> None:
    """Every brief has a version; only one that states it says something."""
    assert tell("title: Talks", "title", "date") == []
    assert tell("title: Talks\nversion: 2\nstatus: final", "title", "date") == [("version", 2, 1), ("status", 3, 1)]


def test_a_fact_is_never_told() -> None:
    """It is printed where it is cited."""
    assert tell("facts: [{id: share, value: 5}]", "title", "date") == []


def test_the_sentence_names_template_and_field() -> None:
    """So that one sees what to change."""
    (found,) = look_at("summary: Hidden.", ("title", "date")).diagnostics
    assert found.message == "the template `meeting` does not show `summary`: what stands here is not printed"


def test_what_comes_from_the_people_of_the_workspace_is_not_told(tmp_path: Path) -> None:
    """Whoever wrote the brief did not write it here."""
    (tmp_path / "people.yaml").write_text("rutte: {name: Mark Rutte, biography: Long.}\n", "utf-8")
    lines = "participants:\n  - person: rutte\n    role: principal\n"
    viewing = look_at(lines, ("title", "date", "participants.name"), folder=BriefFolder(tmp_path, tmp_path))
    assert [found.path for found in viewing.diagnostics] == ["participants[0].role"]
