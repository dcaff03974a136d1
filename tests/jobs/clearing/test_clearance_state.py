"""Where the clearances of all briefs stand: open, late, void, or holding."""

import datetime
from pathlib import Path

import pytest

from briefmaker.diagnostics import BriefmakerError
from briefmaker.jobs.clearing.approve import approve
from briefmaker.jobs.clearing.clearance_state import ClearanceStanding, Standing, list_clearances
from briefmaker.model import Status

TODAY = datetime.date(2025, 10, 21)
HEAD = "format: 1\ntemplate: information\ntitle: Talks\ndate: 2025-10-21\n"
ROWS = """\
format: 1
template: information
title: "Talks with {{ row.name }}"
for_each: [{name: Peru}, {name: Chile}]
slug: "{{ row.name }}"
date: 2025-10-21
clearances: [{unit: Legal}]
"""


@pytest.fixture
def brief(workspace: Path) -> Path:
    """Give the only brief of a workspace."""
    (workspace / "briefs" / "grain.yaml").unlink()
    return workspace / "briefs" / "talks.yaml"


def look(*states: str, brief: Path, before: str = HEAD) -> list[tuple[str, bool]]:
    """Give where each of these clearances stands, and whether it is late."""
    lines = "".join(f"  - {{unit: U{number}, {state}}}\n" for number, state in enumerate(states))
    brief.write_text(f"{before}clearances:\n{lines}", "utf-8")
    return [(each.standing, each.is_late) for each in list_all(brief)]


def list_all(brief: Path) -> tuple[ClearanceStanding, ...]:
    """List all clearances of the workspace."""
    return list_clearances([brief.parent], TODAY)


def test_what_is_waited_for_is_late_after_its_day(brief: Path) -> None:
    """Not on it; a refusal, or what was answered, is not waited for."""
    assert look(
        *("state: requested, due: 2025-10-20", "state: requested, due: 2025-10-21", "state: requested"),
        *("state: no-response, due: 2025-10-20", "state: non-concur, due: 2025-10-20", "due: 2025-10-01"),
        *("state: cleared, due: 2025-10-20", "state: information"),
        brief=brief,
    ) == [
        *(("open", True), ("open", False), ("open", False), ("open", True), ("open", False), ("open", True)),
        *(("holds", False), ("holds", False)),
    ]


def test_what_was_given_to_other_content_is_void(brief: Path) -> None:
    """Until it is given anew."""
    assert look("state: cleared, of: 0000000000000000, due: 2025-10-20", brief=brief) == [("void", False)]
    approve(brief, "U0", date=TODAY)
    assert [each.standing for each in list_all(brief)] == [Standing.HOLDS]
    brief.write_text(brief.read_text("utf-8").replace("title: Talks", "title: More talks"), "utf-8")
    assert [(each.standing, each.title) for each in list_all(brief)] == [(Standing.VOID, "More talks")]


def test_a_definition_is_judged_by_all_its_rows(brief: Path) -> None:
    """And one that cannot be read by none."""
    brief.write_text(ROWS, "utf-8")
    approve(brief, "Legal", date=TODAY)
    assert [each.standing for each in list_all(brief)] == [Standing.HOLDS]
    text = brief.read_text("utf-8")
    brief.write_text(text.replace("Chile", "Cuba"), "utf-8")
    assert [each.standing for each in list_all(brief)] == [Standing.VOID]
    brief.write_text(text.replace("row.name }}", "row.nome }}"), "utf-8")
    assert [each.standing for each in list_all(brief)] == [Standing.VOID]


def test_what_cannot_be_read_has_none(brief: Path) -> None:
    """Nor has a brief that was replaced; one that is wrong elsewhere has those that it names, void where they name content."""
    assert look("state: cleared, due: soon", brief=brief) == []
    assert look("state: requested", brief=brief, before=f"{HEAD}status: replaced\n") == []
    assert look("state: requested", brief=brief, before=f"{HEAD}status: [x]\n") == [("open", False)]
    assert look("state: cleared, of: x", "state: requested", brief=brief, before="") == [
        ("void", False),
        ("open", False),
    ]
    brief.write_bytes(b"clearances:\n\xff")
    assert list_all(brief) == ()
    brief.write_text(HEAD, "utf-8")
    assert list_all(brief) == ()


def test_each_names_its_brief(brief: Path) -> None:
    """With status, title and all that the clearance says."""
    look("state: requested, email: a@example.int", brief=brief, before=f"{HEAD}status: final\n")
    (each,) = list_all(brief)
    assert (each.brief.name, each.title, each.status) == ("talks.yaml", "Talks", Status.FINAL)
    assert (each.clearance.unit, each.clearance.email) == ("U0", "a@example.int")


def test_a_path_that_is_not_there_is_refused(brief: Path) -> None:
    """As for every command."""
    with pytest.raises(BriefmakerError):
        list_clearances(["nowhere"], TODAY)
