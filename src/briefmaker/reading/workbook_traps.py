"""What a workbook hides from a reader of its values: formulas whose results were not saved, and merged cells."""

import io
import re
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

_SHEET = re.compile(r"xl/worksheets/[^/]+\.xml")
_TRAP = re.compile(rb"<(?:\w+:)?(?:f[ >/]|mergeCell )")


def find_traps(content: bytes, parts: Mapping[str, bytes]) -> list[tuple[str, str]]:
    """Give what is wrong with the first sheet of a workbook, each as a sentence and what to do; most have nothing.

    ``parts`` are what it was unpacked to. Raises whatever openpyxl raises at a broken workbook.
    """
    sheets = [part for name, part in parts.items() if _SHEET.fullmatch(name)]
    if not any(_TRAP.search(sheet) for sheet in sheets):
        return []
    # Read whole, twice, only where there is something to find: read-only sheets tell of neither.
    from openpyxl import load_workbook

    formulas = load_workbook(io.BytesIO(content)).worksheets[0]
    results = load_workbook(io.BytesIO(content), data_only=True).worksheets[0]
    return [*_find_merged(results), *_find_unsaved(formulas, results)]


def _find_merged(sheet: "Worksheet") -> Iterator[tuple[str, str]]:
    for merged in sorted(str(cells) for cells in sheet.merged_cells.ranges)[:1]:
        message = f"the cells {merged} of the sheet are merged, so only the first of them has a value"
        yield message, "split them, and fill in each"


def _find_unsaved(formulas: "Worksheet", results: "Worksheet") -> Iterator[tuple[str, str]]:
    for row in formulas.iter_rows():
        for cell in row:
            if cell.data_type == "f" and results[cell.coordinate].value is None:
                message = f"the cell {cell.coordinate} of the sheet has a formula whose result was not saved"
                yield message, "open the workbook in Excel or LibreOffice and save it, or write the values in"
                return
