"""The cells of a data file: CSV with commas or semicolons, or the first sheet of an XLSX workbook."""

import csv
import datetime
import io
import warnings
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from briefmaker.reading.text_file import UNSAFE, describe_unsafe
from briefmaker.reading.unpacking import PackageError, Refusal, unpack
from briefmaker.reading.workbook_traps import find_traps

if TYPE_CHECKING:
    from openpyxl.cell import ReadOnlyCell

MAX_CELLS = 20_000
_MAX_UNPACKED = 50_000_000
_MAX_PARTS = 2_000
# A cell at the far end of a sheet makes every row 16,384 cells wide; columns past these are not looked for.
_MAX_COLUMNS = 256

Grid = list[list[str]]


class GridError(Exception):
    """Data that cannot be read; the text is a sentence, ``hint`` says what to do."""

    def __init__(self, message: str, hint: str) -> None:
        super().__init__(message)
        self.hint = hint


def read_grid(content: bytes, name: str, most: int = MAX_CELLS) -> Grid:
    """Give the rows of a file's first sheet as text, the names of columns first, without rows that are empty.

    Raises GridError when the bytes are not what the name's ending says, or hold more than ``most`` cells.
    """
    ending = name.lower().rpartition(".")[2]
    if ending == "csv":
        return _limit(_read_csv(content), most)
    if ending == "xlsx":
        return _limit(_read_workbook(content), most)
    raise GridError(f"`{name}` is neither a CSV nor an XLSX file", "save the data as CSV (UTF-8) or as XLSX")


def _limit(rows: Iterator[list[str]], most: int) -> Grid:
    grid: Grid = []
    cells = 0
    for row in rows:
        cells += max(len(row), 1)
        if cells > most:
            raise GridError(f"there are more than {most:,} cells", "keep only what is used")
        if any(row):
            grid.append(row)
    return grid


def _read_csv(content: bytes) -> Iterator[list[str]]:
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as broken:
        line = content.count(b"\n", 0, broken.start) + 1
        hint = "save it again as CSV with the encoding UTF-8"
        raise GridError(f"line {line} of the file is not UTF-8", hint) from broken
    unsafe = UNSAFE.search(text)
    if unsafe:
        message, hint = describe_unsafe(unsafe.group())
        raise GridError(f"in line {text.count(chr(10), 0, unsafe.start()) + 1} of the file {message}", hint)
    first = text.lstrip("\r\n").split("\n", maxsplit=1)[0]
    delimiter = max(",;\t", key=first.count)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    try:
        for row in reader:
            yield [cell.strip() for cell in row]
    except csv.Error as broken:
        hint = 'look at the quotes: a quote within a cell is written ""'
        raise GridError(f"line {reader.line_num} of the file is not CSV", hint) from broken


def _read_workbook(content: bytes) -> Iterator[list[str]]:
    parts = _unpack(content)
    # Imported here: it takes 0.2 s, and most briefs have no workbook.
    from openpyxl import load_workbook

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            _refuse_traps(content, parts)
            workbook = load_workbook(io.BytesIO(content), read_only=True, data_only=True)
            for row in workbook.worksheets[0].iter_rows(max_col=_MAX_COLUMNS):
                yield _trim([_write_cell(cell) for cell in row])  # type: ignore[arg-type]  # read-only cells
    except GridError:
        raise
    except Exception as broken:  # a broken workbook makes openpyxl raise almost anything
        raise GridError("the file is not a workbook that can be read", "save it again as XLSX, or as CSV") from broken


def _refuse_traps(content: bytes, parts: Mapping[str, bytes]) -> None:
    for message, hint in find_traps(content, parts):
        raise GridError(message, hint)


def _unpack(content: bytes) -> dict[str, bytes]:
    """Unpack it once with care: what openpyxl is handed then holds no more than it says."""
    try:
        return unpack(content, largest=_MAX_UNPACKED, most_parts=_MAX_PARTS)
    except PackageError as refused:
        if refused.why is Refusal.TOO_LARGE:
            raise GridError("the workbook is too large once unpacked", "keep only what the figure shows") from refused
        raise GridError("the file is not an XLSX workbook", "save it again as XLSX, or as CSV") from refused


def _trim(row: list[str]) -> list[str]:
    while row and not row[-1]:
        row.pop()
    return row


def _write_cell(cell: "ReadOnlyCell") -> str:
    """Give a cell as somebody would type it: 4.48 for a float, 4.48 % for a share, a date as 2025-10-22."""
    value = cell.value
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, (int, float)):
        is_share = "%" in str(getattr(cell, "number_format", ""))
        return f"{value * 100:.12g} %" if is_share else f"{value:.15g}" if isinstance(value, float) else str(value)
    if isinstance(value, datetime.datetime):
        return value.date().isoformat() if value.time() == datetime.time() else f"{value:%Y-%m-%d %H:%M}"
    return " ".join(str(value).split())
