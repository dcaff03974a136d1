"""Data files: what of CSV and XLSX is read, and what of either is refused."""

import datetime
import io
import zipfile

import pytest
from openpyxl import Workbook

from briefmaker.reading.grids import GridError, read_grid


def _workbook(rows: list[list[object]], formats: dict[str, str] | None = None) -> bytes:
    workbook = Workbook()
    sheet = workbook.active
    assert sheet is not None
    for row in rows:
        sheet.append(row)
    for place, number_format in (formats or {}).items():
        sheet[place].number_format = number_format
    buffer = io.BytesIO()
    workbook.save(buffer)
    return buffer.getvalue()


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_csv_is_read_with_its_own_delimiter(delimiter: str, mark: str, newline: str) -> None:
    """Proves that commas, semicolons and tabs, a byte order mark and both line breaks give the same cells."""
    rows = [["Ally", "2025"], ["Åland", "4.48"], ["", ""], [' "a"', "b"]]
    lines = [delimiter.join(row) for row in rows[:3]] + [f'" ""a"""{delimiter} b ']
    content = (mark + newline.join(lines)).encode()
    assert read_grid(content, "a.csv") == [["Ally", "2025"], ["Åland", "4.48"], ['"a"', "b"]]


def test_a_decimal_comma_stays_where_semicolons_separate() -> None:
    """Proves that the separator is taken from the first line."""
    assert read_grid(b"a;b\n1,5;2,5\n", "a.csv") == [["a", "b"], ["1,5", "2,5"]]


def test_a_workbook_gives_its_cells_as_somebody_would_type_them() -> None:
    """Proves that numbers, shares, dates, truth values and empty cells come as plain text."""
    moment = datetime.datetime(2025, 10, 22, 15, 30)  # noqa: DTZ001 - a workbook has no zones
    rows: list[list[object]] = [
        ["a", "b", "c"],
        [4.48, 0.1 + 0.2, 7],
        [0.0448, True, None],
        [datetime.date(2025, 10, 22), moment, " x\ny "],
    ]
    assert read_grid(_workbook(rows, {"A3": "0.00%"}), "A.XLSX") == [
        ["a", "b", "c"],
        ["4.48", "0.3", "7"],
        ["4.48 %", "true"],
        ["2025-10-22", "2025-10-22 15:30", "x y"],
    ]


REFUSED = {
    "another kind of file": (b"a,b", "a.ods", "neither"),
    "CSV in another encoding": ("a,b\né,1".encode("cp1252"), "a.csv", "line 2 of the file is not UTF-8"),
    "CSV with a broken quote": (b'a,b\n"c"d,1\n', "a.csv", "line 2 of the file is not CSV"),
    "CSV with a hidden character": ("a,b\nc\u202ed,1\n".encode(), "a.csv", "in line 2"),
    "CSV with a null": (b"a,b\nc\0,1\n", "a.csv", "in line 2"),
    "CSV with a huge cell": (b"a\n" + b"x" * 200_000, "a.csv", "not CSV"),
    "CSV with too many cells": (b"a,b,c\n" * 7_000, "a.csv", "more than 20,000 cells"),
    "no workbook": (b"PK\x03\x04nothing", "a.xlsx", "not an XLSX workbook"),
    "an empty file": (b"", "a.xlsx", "not an XLSX workbook"),
    "a workbook with too many cells": (_workbook([["x"] * 200] * 101), "a.xlsx", "more than 20,000 cells"),
}


@pytest.mark.parametrize("name", REFUSED)
def test_data_that_cannot_be_trusted_is_refused(name: str) -> None:
    """Proves that each kind of bad data gives one sentence and a hint."""
    content, file, sentence = REFUSED[name]
    with pytest.raises(GridError, match=sentence) as told:
        read_grid(content, file)
    assert told.value.hint


def _archive(parts: dict[str, bytes]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return buffer.getvalue()


def test_a_zip_bomb_is_refused_before_it_is_opened() -> None:
    """Proves that the size once unpacked is looked at first."""
    bomb = _archive({"xl/workbook.xml": b" " * 60_000_000})
    assert len(bomb) < 100_000
    with pytest.raises(GridError, match="too large"):
        read_grid(bomb, "a.xlsx")


def test_a_workbook_that_lies_about_its_size_is_refused() -> None:
    """Proves that what says it is small is unpacked with care before anything else reads it."""
    size = 40_000_000
    liar = _archive({"xl/worksheets/sheet1.xml": b" " * size})
    liar = liar.replace(size.to_bytes(4, "little"), (1000).to_bytes(4, "little"))
    with pytest.raises(GridError, match="not an XLSX workbook"):
        read_grid(liar, "a.xlsx")


def test_an_archive_that_is_no_workbook_is_refused() -> None:
    """Proves that whatever openpyxl raises comes out as a sentence."""
    for parts in (
        {"a.txt": b"a"},
        {"[Content_Types].xml": b"<a"},
        {"xl/workbook.xml": b"<x/>", "[Content_Types].xml": b"<x/>"},
    ):
        with pytest.raises(GridError, match="not a workbook"):
            read_grid(_archive(parts), "a.xlsx")


def test_a_cell_at_the_end_of_the_sheet_does_not_fill_it() -> None:
    """Proves that a workbook with one cell in the last row is refused and not read row by row to its end."""
    workbook = Workbook()
    sheet = workbook.active
    assert sheet is not None
    sheet["A1"] = "a"
    sheet["XFD1048576"] = "b"
    buffer = io.BytesIO()
    workbook.save(buffer)
    with pytest.raises(GridError, match="more than 20,000 cells"):
        read_grid(buffer.getvalue(), "a.xlsx")
