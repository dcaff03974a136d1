"""What a workbook hides from a reader of its values is told, by its cell."""

import io
import zipfile

import pytest
from openpyxl import Workbook

from briefmaker.reading.grids import GridError, read_grid
from briefmaker.reading.unpacking import unpack
from briefmaker.reading.workbook_traps import find_traps


def save(workbook: Workbook) -> bytes:
    """Give a workbook's bytes."""
    saved = io.BytesIO()
    workbook.save(saved)
    return saved.getvalue()


def make(*rows: tuple[object, ...]) -> Workbook:
    """Give a workbook with these rows."""
    workbook = Workbook()
    assert workbook.active is not None
    for row in rows:
        workbook.active.append(row)
    return workbook


def look(content: bytes) -> list[tuple[str, str]]:
    """Give what is told of a workbook."""
    return find_traps(content, unpack(content))


def test_a_plain_workbook_has_no_traps() -> None:
    """Numbers, texts, dates, empty cells."""
    assert look(save(make(("ally", "share"), ("Poland", 4.48), ("Spain", None)))) == []


def test_a_formula_that_was_never_calculated_is_told() -> None:
    """Openpyxl writes formulas without results, as many programs do."""
    content = save(make(("ally", "share"), ("Poland", "=2+2")))
    with pytest.raises(GridError, match="cell B2 of the sheet has a formula whose result was not saved") as told:
        read_grid(content, "a.xlsx")
    assert "save it" in told.value.hint


def test_a_formula_with_its_result_is_read() -> None:
    """As Excel saves it: the result stands beside the formula."""
    content, altered = save(make(("ally", "share"), ("Poland", "=2+2"))), io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as package, zipfile.ZipFile(altered, "w") as target:
        for name in package.namelist():
            target.writestr(name, package.read(name).replace(b"<v></v>", b"<v>4</v>").replace(b"<v/>", b"<v>4</v>"))
    assert look(altered.getvalue()) == []
    assert read_grid(altered.getvalue(), "a.xlsx") == [["ally", "share"], ["Poland", "4"]]


def test_merged_cells_are_told() -> None:
    """Only the first of them has a value, so a row would have lost its name."""
    workbook = make(("ally", "share"), ("Poland", 4.48), (None, 4.07))
    assert workbook.active is not None
    workbook.active.merge_cells("A2:A3")
    ((message, hint),) = look(save(workbook))
    assert "A2:A3" in message
    assert "split" in hint


def test_a_broken_workbook_is_told_not_raised() -> None:
    """Whatever openpyxl raises at it."""
    broken = io.BytesIO()
    with zipfile.ZipFile(broken, "w") as package:
        package.writestr("xl/worksheets/sheet1.xml", "<worksheet><sheetData><row><c><f>1")
    with pytest.raises(GridError, match="not a workbook"):
        read_grid(broken.getvalue(), "a.xlsx")
