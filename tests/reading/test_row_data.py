"""Rows are read from CSV, XLSX and YAML, and what cannot be rows is told."""

import io

import pytest
from openpyxl import Workbook

from briefmaker.reading.grids import GridError
from briefmaker.reading.row_data import read_rows, rows_of_list


def workbook(*rows: list[object]) -> bytes:
    """Give a workbook with these rows."""
    book = Workbook()
    assert book.active is not None
    for row in rows:
        book.active.append(row)
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


@pytest.mark.parametrize(
    ("content", "name"),
    [
        (b"name,seats\nPeru,12\nChile,\n", "m.csv"),
        (b"\xef\xbb\xbfname;seats\r\nPeru;12\r\nChile\r\n", "m.csv"),
        (workbook(["name", "seats"], ["Peru", 12], ["Chile"]), "m.xlsx"),
        (b"- {name: Peru, seats: 12}\n- {name: Chile, seats: }\n", "m.yaml"),
    ],
)
def test_rows_are_the_same_from_every_kind_of_file(content: bytes, name: str) -> None:
    """A cell without a value is left out, and a row that ends early has none there."""
    table = read_rows(content, name)
    assert table.columns[0] == "name"
    assert [(row.number, dict(row.cells)) for row in table.rows] == [
        (1, {"name": "Peru", "seats": "12"}),
        (2, {"name": "Chile"}),
    ]


@pytest.mark.parametrize(
    ("content", "name", "message"),
    [
        (b"name,seats\n", "m.csv", "no rows"),
        (b"name,name\na,b\n", "m.csv", "two columns `name`"),
        (b"name,,\na,b,c\n", "m.csv", "two columns without a name"),
        (b"name\na,b\n", "m.csv", "row 1 of `m.csv` has 2 cells"),
        (b'name\n"a\n', "m.csv", "not CSV"),
        (b"\xff\xfe", "m.csv", "not UTF-8"),
        (b"x", "m.xlsx", "not an XLSX"),
        (b"x", "m.txt", "neither a CSV nor"),
        (b"a: b\n", "m.yaml", "holds no list of rows"),
        (b"[]\n", "m.yaml", "holds no list of rows"),
        (b"- [a]\n", "m.yaml", "row 1 of `m.yaml`"),
        (b"- {a: {b: c}}\n", "m.yaml", "row 1 of `m.yaml`"),
        (b"- {a: *x}\n", "m.yaml", "cannot be read"),
        (b"", "m.yaml", "cannot be read"),
    ],
)
def test_what_holds_no_rows_is_told(content: bytes, name: str, message: str) -> None:
    """With what to do."""
    with pytest.raises(GridError, match=message) as told:
        read_rows(content, name)
    assert told.value.hint


def test_columns_of_a_list_are_those_of_all_rows() -> None:
    """In the order in which they come."""
    assert rows_of_list([{"a": "1"}, {"b": "2", "a": "3"}], "for_each").columns == ("a", "b")
