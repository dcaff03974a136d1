"""The workbook inside a chart."""

import io

from openpyxl import load_workbook

from briefmaker.writing.word.workbook import write_workbook

ROWS: list[list[str | float | None]] = [
    ["ally", "2014 & <on>"],
    ["Poland", 1.88],
    ["Spain", None],
    ["Italy", -1234567.125],
]


def test_a_workbook_holds_its_rows() -> None:
    """Texts, numbers with their format, empty cells; read by another library."""
    sheet = load_workbook(io.BytesIO(write_workbook(ROWS, '#,##0.00"%"'))).worksheets[0]
    read = [list(row) for row in sheet.iter_rows(values_only=True)]
    assert read == [["ally", "2014 & <on>"], ["Poland", 1.88], ["Spain", None], ["Italy", -1234567.125]]
    assert sheet["B2"].number_format == '#,##0.00"%"'


def test_the_same_rows_give_the_same_bytes() -> None:
    """No time and no name of a program is in it."""
    assert write_workbook(ROWS, "0") == write_workbook(ROWS, "0")
    assert b"docProps" not in write_workbook(ROWS, "0")
