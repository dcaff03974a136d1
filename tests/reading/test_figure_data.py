"""The tables of figures: chosen columns in their order, from files and from rows."""

from pathlib import Path

import pytest

from briefmaker.diagnostics import Code
from briefmaker.reading import DataTable, Reading, read_brief
from briefmaker.workspace.files import BriefFolder

START = "format: 1\ntemplate: meeting\ntitle: T\ndate: 2025-10-21\nfigures:\n"


def _read(tmp_path: Path, data: str, figure: str) -> Reading:
    (tmp_path / "a.csv").write_text(data, "utf-8")
    return read_brief(f"{START}  f: {figure}\n".encode(), "b.yaml", BriefFolder(tmp_path, tmp_path))


CHOICES = {
    "all columns": ("{data: a.csv}", ("a", "b", "c")),
    "all columns, the named one first": ("{data: a.csv, x: b}", ("b", "a", "c")),
    "some columns in the brief's order": ("{data: a.csv, x: a, y: {c: C, b: B}}", ("a", "c", "b")),
    "the first column names the rows": ("{data: a.csv, y: {c: C}}", ("a", "c")),
    "the naming column is not taken twice": ("{data: a.csv, x: a, y: {a: A, b: B}}", ("a", "b")),
}


@pytest.mark.parametrize("name", CHOICES)
def test_columns_are_chosen(tmp_path: Path, name: str) -> None:
    """Proves which columns a table has, by their names in the file, and that cells follow them."""
    figure, columns = CHOICES[name]
    reading = _read(tmp_path, "a,b,c\n1a,1b,1c\n2a,2b,2c\n", figure)
    assert reading.diagnostics == ()
    assert reading.tables["f"] == DataTable(
        columns, tuple(tuple(f"{row}{column}" for column in columns) for row in (1, 2))
    )


def test_rows_in_the_brief_are_a_table_too() -> None:
    """Proves that rows keep what was typed, that empty values are empty cells, and no folder is needed."""
    figure = "{rows: [{ally: NO, share: 1.10}, {ally: SE, share: }, {share: 010, ally: FI}], x: ally, y: {share: S}}"
    reading = read_brief(f"{START}  f: {figure}\n".encode(), "b.yaml", None)
    assert reading.diagnostics == ()
    assert reading.tables["f"] == DataTable(("ally", "share"), (("NO", "1.10"), ("SE", ""), ("FI", "010")))


SHAPES = {
    "a row is short": ("a,b\n1\n", "row 2"),
    "a row is long": ("a,b\n1,2\n1,2,3\n", "row 3"),
    "there is only a head": ("a,b\n", "no rows"),
    "there is nothing": ("", "no rows"),
    "a column stands there twice": ("a,a\n1,2\n", "two columns `a`"),
}


@pytest.mark.parametrize("name", SHAPES)
def test_uneven_data_is_told(tmp_path: Path, name: str) -> None:
    """Proves that data whose cells cannot be told apart is an error at the figure's data."""
    data, sentence = SHAPES[name]
    reading = _read(tmp_path, data, "{data: a.csv}")
    assert {found.code for found in reading.diagnostics} == {Code.DATA_SHAPE}
    assert sentence in reading.diagnostics[0].message
    assert reading.diagnostics[0].span.line == 6
    assert reading.tables == {}


def test_empty_cells_at_the_end_of_a_row_are_no_matter(tmp_path: Path) -> None:
    """Proves that a trailing separator, as some programs write it, loses nothing and stops nothing."""
    reading = _read(tmp_path, "a,b\n1,2,\n", "{data: a.csv}")
    assert reading.diagnostics == ()
    assert reading.tables["f"].rows == (("1", "2"),)
