"""Clearances of a file that is written for many briefs are of all that its rows make."""

from pathlib import Path

import pytest

from briefmaker.jobs.building.build import build
from briefmaker.jobs.building.cleared_rows import fingerprint_rows
from briefmaker.jobs.building.rows import find_definition, open_definition
from briefmaker.jobs.checking.check import check
from briefmaker.jobs.checking.verify import verify
from briefmaker.jobs.desk import open_desk
from briefmaker.verifying.check import State
from briefmaker.workspace.workspace import find_workspace

DEFINITION = """\
format: 1
template: information
language: en-GB
title: "Talks with {{ row.name }}"
for_each: members.csv
slug: "talks-{{ row.code }}"
date: 2025-10-21
bottom_line: |
  {{ row.name }} has {{ row.seats }} seats.
clearances: [{unit: Legal, state: cleared, of: FINGERPRINT}]
"""
ROWS = "name,code,seats\nPeru,pe,12\nChile,cl,3\n"


@pytest.fixture
def definition(workspace: Path) -> Path:
    """Give a definition that was cleared, the only brief of the workspace."""
    (workspace / "briefs" / "grain.yaml").unlink()
    file = workspace / "briefs" / "each.yaml"
    file.write_text(DEFINITION, "utf-8")
    (workspace / "briefs" / "members.csv").write_text(ROWS, "utf-8")
    file.write_text(DEFINITION.replace("FINGERPRINT", f"'{fingerprint(file)}'"), "utf-8")
    open_definition.cache_clear()
    return file


def fingerprint(file: Path) -> str:
    """Give the fingerprint of what all rows of a definition make."""
    open_definition.cache_clear()
    desk = open_desk(find_workspace(file.parent))
    found = find_definition(file, desk.workspace.root)
    assert found is not None
    return fingerprint_rows(found, file, desk)[0]


def states() -> list[str]:
    """Build, and give what each row's page says of the clearance."""
    pages = [outcome.documents[0].path.read_text("utf-8") for outcome in build(formats=["html"], check=False)]
    return ["changed" if "Changed since cleared" in page else "cleared" for page in pages]


def test_a_change_of_one_row_voids_the_clearance_of_all(definition: Path) -> None:
    """The documents of the others are made anew, as they say so too."""
    assert states() == ["cleared", "cleared"]
    assert [outcome.is_unchanged for outcome in build(formats=["html"], check=False)] == [True, True]
    rows = definition.parent / "members.csv"
    rows.write_text(ROWS.replace("3", "4"), "utf-8")
    assert states() == ["changed", "changed"]
    rows.write_text(ROWS, "utf-8")
    assert states() == ["cleared", "cleared"]


@pytest.mark.parametrize(
    ("before", "after", "count"),
    [("seats.", "places.", 1), ("status", "status", 0), ("format: 1", "format: 1\nversion: 2 # anew", 0)],
)
def test_check_tells_it_once(definition: Path, before: str, after: str, count: int) -> None:
    """At its place in the definition; what no reader sees voids nothing."""
    definition.write_text(definition.read_text("utf-8").replace(before, after), "utf-8")
    open_definition.cache_clear()
    (outcome,) = check(select=["CLR003"])
    assert [each.path for each in outcome.diagnostics] == ["clearances[0].of"] * count


def test_a_row_that_cannot_be_read_voids_it(definition: Path) -> None:
    """Nobody cleared that."""
    before = fingerprint(definition)
    (definition.parent / "members.csv").write_text(ROWS.replace("Chile,cl,3", "Chile,cl"), "utf-8")
    assert fingerprint(definition) != before


def test_verify_expects_what_the_build_wrote(definition: Path) -> None:
    """By all rows, as the build did."""
    (outcome, _) = build(formats=["docx"], check=False)
    results = verify(outcome.documents[0].path).results
    assert [each.state for each in results if each.check.name == "clearances"] == [State.OK]
