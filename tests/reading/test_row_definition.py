"""A definition makes the file of one brief a row; mistakes are told at their line in the definition."""

from pathlib import Path

import pytest

from briefmaker.reading import read_brief
from briefmaker.reading.row_data import is_definition
from briefmaker.reading.row_definition import Definition, read_definition
from briefmaker.workspace.files import BriefFolder

DEFINITION = """\
format: 1
template: information
title: "Talks with {{ row.name }}"
for_each: members.csv
slug: "{{ row.code }}"   # their files
date: 2025-10-21
bottom_line: |
  {{ row.name }} has {{ row.seats }} seats{% if row.note %}; {{ row.note }}{% endif %}.
  The second line cites [@nothing].
key_points: [{text: "{{ row.note or 'none' }}"}, '{{ row.name }}']
summary: plain {{ row.seats }} words   # kept
"""
MEMBERS = 'name,code,seats,note\nPeru,pe,12,\n"Chile, it\'s",cl,3,"a: b"\n'


def define(folder: Path, text: str = DEFINITION, members: str = MEMBERS) -> Definition:
    """Read a definition beside its rows."""
    (folder / "members.csv").write_text(members, "utf-8")
    return read_definition(text.encode(), "d.yaml", BriefFolder(folder, folder))


def test_each_row_makes_a_file(tmp_path: Path) -> None:
    """In the styles of the definition, without what is not the brief's, every other sign as it was."""
    definition = define(tmp_path)
    assert definition.diagnostics == ()
    made = [definition.make(row, definition.slug_of(row)) for row in definition.table.rows]
    assert [each.slug for each in made] == ["pe", "cl"]
    assert made[1].content.decode() == (
        'format: 1\ntemplate: information\ntitle: "Talks with Chile, it\'s"\n\n\ndate: 2025-10-21\nbottom_line: |\n'
        "  Chile, it's has 3 seats; a: b.\n  The second line cites [@nothing].\n"
        "key_points: [{text: \"a: b\"}, 'Chile, it''s']\nsummary: plain 3 words   # kept\n"
    )


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_what_is_wrong_with_a_row_s_brief_is_told_in_the_definition(tmp_path: Path, newline: str) -> None:
    """At the same words where the row did not change them, else at their line."""
    definition = define(tmp_path, DEFINITION.replace("\n", newline))
    made = definition.make(definition.table.rows[0], "pe")
    found = read_brief(made.content, "d.yaml", None).diagnostics
    (told,) = made.moves.lead_back_all(found)
    line = DEFINITION.splitlines()[told.span.line - 1]
    assert (
        line[told.span.column - 1 : told.span.end_column - 1] == "@nothing"[: told.span.end_column - told.span.column]
    )
    assert told.excerpt == line


def test_behind_a_text_that_grew_places_are_led_back(tmp_path: Path) -> None:
    """Also where a cell of several lines moved the lines down."""
    text = DEFINITION + "bottomline: x\n"
    definition = define(tmp_path, text, 'name,code,seats,note\nPeru,pe,1,"a\nb\nc"\n')
    made = definition.make(definition.table.rows[0], "pe")
    told = list(made.moves.lead_back_all(read_brief(made.content, "d.yaml", None).diagnostics))
    wrong = next(each for each in told if each.code == "FLD001")
    assert (wrong.span.line, wrong.span.column, wrong.excerpt) == (12, 1, "bottomline: x")


def test_a_cell_of_several_lines_stays_one_text(tmp_path: Path) -> None:
    """Where the text was on one line too."""
    text = DEFINITION.replace("plain {{ row.seats }} words", "plain {{ row.note }} words").replace(
        "row.note or 'none'", "row.name"
    )
    definition = define(tmp_path, text.replace("[@nothing]", "no"), 'name,code,seats,note\nPeru,pe,1,"a\n\nb"\n')
    brief = read_brief(definition.make(definition.table.rows[0], "pe").content, "d.yaml", None).brief
    assert brief is not None
    assert brief.summary == "plain a\n\nb words"


def test_a_missing_cell_is_told_at_the_text_that_asks_for_it(tmp_path: Path) -> None:
    """The others are made."""
    definition = define(tmp_path, members="name,code,seats,note\nPeru,pe\nChile,cl,3\n")
    assert definition.diagnostics == ()
    lacking, whole = (definition.make(row, "x") for row in definition.table.rows)
    assert [(each.code, each.span.line, each.message) for each in lacking.diagnostics] == [
        ("ROW001", 8, "this row has nothing under `seats`"),
        ("ROW001", 11, "this row has nothing under `seats`"),
    ]
    assert whole.diagnostics == ()


def test_columns_that_are_not_there_are_told_once_before_any_row(tmp_path: Path) -> None:
    """At their place, with what was meant; so is what may not stand in a text."""
    text = DEFINITION.replace("row.seats }} seats", "row.saets }} seats").replace("{{ row.note or", "{{ range(3) or")
    told = define(tmp_path, text).diagnostics
    first = told[0]
    assert (first.code, first.span.line, first.span.column, first.hint) == ("FIG002", 8, 25, "did you mean `seats`?")
    assert [(each.code, each.span.line) for each in told][1:] == [("ROW001", 10)]


def test_two_rows_with_one_name_for_their_files_are_told(tmp_path: Path) -> None:
    """In capitals or not; and a row without a name."""
    told = define(tmp_path, members="name,code,seats,note\nA,pe,1,\nB,PE,1,\nC,,1,\n").diagnostics
    assert [(each.code, each.span.line) for each in told] == [("ROW002", 5), ("ROW001", 5)]
    assert "rows 1 and 2" in told[0].message


def test_without_a_name_files_are_numbered(tmp_path: Path) -> None:
    """With as many digits as there are in the number of rows."""
    rows = "name,code,seats,note\n" + "A,x,1,\n" * 12
    definition = define(tmp_path, DEFINITION.replace('slug: "{{ row.code }}"', "# no slug"), rows)
    assert [definition.slug_of(row) for row in definition.table.rows][::11] == ["01", "12"]


@pytest.mark.parametrize(
    ("rows", "code"),
    [
        ("for_each: none.csv", "FIG001"),
        ("for_each: ../out.csv", "FIL006"),
        ("for_each: []", "FIG001"),
        ("for_each:", "FIG001"),
    ],
)
def test_rows_that_cannot_be_read_are_told(tmp_path: Path, rows: str, code: str) -> None:
    """At their field; nothing leads out of the workspace."""
    told = define(tmp_path, DEFINITION.replace("for_each: members.csv", rows)).diagnostics
    assert [(each.code, each.span.line) for each in told] == [(code, 4)]


def test_rows_may_stand_in_the_file_itself(tmp_path: Path) -> None:
    """As a list of mappings."""
    inline = "for_each: [{name: Peru, code: pe, seats: 12, note: x}]"
    definition = define(tmp_path, DEFINITION.replace("for_each: members.csv", inline))
    assert definition.diagnostics == ()
    assert definition.make(definition.table.rows[0], "pe").content.count(b"Peru") == 3


def test_a_definition_is_known_at_a_glance() -> None:
    """At the beginning of a line only."""
    assert is_definition(b"title: x\nfor_each: y\n")
    assert not is_definition(b"title: x\nbackground: |\n  for_each: y\n")


def test_a_definition_read_as_a_brief_is_refused() -> None:
    """Since its texts are of no brief yet."""
    found = read_brief(DEFINITION.encode(), "d.yaml", None).diagnostics
    assert "ROW003" in {each.code for each in found}
