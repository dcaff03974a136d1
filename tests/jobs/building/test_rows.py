"""One brief a row: built, checked and named by the row, with what is wrong told in the file that was written."""

import json
from pathlib import Path

import pytest

from briefmaker.jobs.building.build import build
from briefmaker.jobs.building.render import render
from briefmaker.jobs.checking.check import check
from briefmaker.jobs.checking.fix import fix
from briefmaker.jobs.failures import FindingsError

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
decision: {ask: "Agree to talk to {{ row.name }}.", by: 2025-11-21}
implications: [{statement: Talks go on., likelihood: likely, confidence: high, basis: They said so., so_what: Prepare.}]
"""


@pytest.fixture
def members(workspace: Path) -> Path:
    """Give the rows beside a definition, the only brief of the workspace."""
    (workspace / "briefs" / "grain.yaml").unlink()
    (workspace / "briefs" / "each.yaml").write_text(DEFINITION, "utf-8")
    rows = workspace / "briefs" / "members.csv"
    rows.write_text("name,code,seats\nPeru,pe,12\nChile,cl,3\n", "utf-8")
    return rows


def test_each_row_has_its_documents(members: Path) -> None:
    """Named by its slug, in the order of the rows."""
    outcomes = build(formats=["html"])
    assert [document.path.name for outcome in outcomes for document in outcome.documents] == [
        "talks-pe-DRAFT-v1.html",
        "talks-cl-DRAFT-v1.html",
    ]
    assert [outcome.row for outcome in outcomes] == ["talks-pe", "talks-cl"]
    assert "Peru has 12 seats" in outcomes[0].documents[0].path.read_text("utf-8")
    assert outcomes[0].fingerprint != outcomes[1].fingerprint


def test_a_row_that_lacks_something_harms_itself_alone(members: Path) -> None:
    """It is told at the text that asks for it."""
    members.write_text("name,code,seats\nPeru,pe\nChile,cl,3\n", "utf-8")
    lacking, whole = build(formats=["html"])
    assert [(each.code, each.span.line) for each in lacking.diagnostics] == [("ROW001", 9)]
    assert (lacking.documents, whole.is_built) == ((), True)


def test_a_definition_with_a_mistake_makes_nothing(members: Path) -> None:
    """Whatever the number of rows, it is told once."""
    file = members.with_name("each.yaml")
    file.write_text(DEFINITION.replace("row.seats", "row.saets"), "utf-8")
    (outcome,) = build(formats=["html"])
    assert [each.code for each in outcome.diagnostics] == ["FIG002"]
    assert outcome.is_failed
    assert [each.code for each in check()[0].diagnostics] == ["FIG002"]


def test_two_rows_with_one_name_are_refused(members: Path) -> None:
    """Before anything is made."""
    members.write_text("name,code,seats\nPeru,pe,1\nPerù,pe,2\n", "utf-8")
    (outcome,) = build(formats=["html"])
    assert [each.code for each in outcome.diagnostics] == ["ROW002"]
    assert "rows 1 and 2" in outcome.diagnostics[0].message


def test_a_row_named_as_another_brief_clashes_with_it(members: Path) -> None:
    """Neither takes the other's place."""
    text = DEFINITION.replace("for_each: members.csv\n", "").replace('slug: "talks-{{ row.code }}"\n', "")
    members.with_name("talks-pe.yaml").write_text(
        text.replace("{{ row.name }}", "x").replace("{{ row.seats }}", "1"), "utf-8"
    )
    codes = [(outcome.row, {each.code for each in outcome.diagnostics}) for outcome in build(formats=["html"])]
    assert codes[0][0] == "talks-pe"
    assert "OUT002" in codes[0][1] & codes[2][1]
    assert "OUT002" not in codes[1][1]


def test_what_the_rules_find_is_told_once_with_its_rows(members: Path) -> None:
    """At the line of the definition."""
    file = members.with_name("each.yaml")
    file.write_text(DEFINITION.replace("seats.", "seats seats. It it is {{ row.name }}."), "utf-8")
    found = check(select=["STY007"])[0].diagnostics
    assert [(each.span.line, each.message.rsplit("(", 1)[1]) for each in found] == [
        (9, "all 2 rows)"),
        (9, "all 2 rows)"),
    ]


def test_one_document_of_a_definition_cannot_be_asked_for(members: Path) -> None:
    """It would be of no row."""
    with pytest.raises(FindingsError) as refused:
        render(members.with_name("each.yaml"), "html")
    assert "ROW003" in {each.code for each in refused.value.diagnostics}


def test_nothing_is_mended_in_a_definition(members: Path) -> None:
    """What is found is told with its rows."""
    file = members.with_name("each.yaml")
    file.write_text(DEFINITION.replace("seats.", "seats. It's so."), "utf-8")
    before = file.read_bytes()
    (outcome,) = fix([file], select=["STY006"])
    assert (file.read_bytes(), outcome.mended) == (before, 0)
    assert [each.code for each in outcome.diagnostics] == ["STY006"]


def test_a_row_that_was_not_built_stays_in_the_manifest(members: Path) -> None:
    """Though others of the same file are built after it."""
    members.write_text("name,code,seats\nPeru,pe\nChile,cl,3\n", "utf-8")
    build(formats=["html"])
    build(formats=["html"], force=True)
    told = json.loads((members.parents[1] / "output" / "manifest.json").read_bytes())
    assert [each["row"] for each in told["not_built"]] == ["talks-pe"]
    assert [each["row"] for each in told["documents"]] == ["talks-cl"]
