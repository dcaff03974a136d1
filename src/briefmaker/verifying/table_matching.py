"""Finds the table of a document that was meant, and tells in which cells it differs."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from briefmaker.verifying.check import Deviation
from briefmaker.verifying.expected import ExpectedTable
from briefmaker.verifying.outline import Row, Table
from briefmaker.verifying.squeezing import count_words, is_right_to_left, shorten, squeeze

_LEAST_ALIKE = 0.5


def compare_tables(expected: Sequence[ExpectedTable], tables: Sequence[Table]) -> Iterator[Deviation]:
    """Give how the tables of a document differ from those expected; each table of the document stands for one at most."""
    free = list(tables)
    for each in expected:
        found = _find_alike(each, free)
        if found is None:
            yield Deviation(
                f"{each.path}: a table of {_shape(each.rows)}, {shorten(' | '.join(each.rows[0]))}", "no such table"
            )
            continue
        free.remove(found)
        yield from _compare(each, found)


def _shape(rows: Sequence[Sequence[str]]) -> str:
    return f"{len(rows)} rows and {len(rows[0]) if rows else 0} columns"


def _find_alike(expected: ExpectedTable, tables: Sequence[Table]) -> Table | None:
    """Give the table that has most of the expected cells; None where none has half of them."""
    wanted = {squeeze(cell) for row in expected.rows for cell in row} - {""}
    best, found = _LEAST_ALIKE, None
    for table in tables:
        cells = {squeeze(cell) for row in table.rows for cell in row.cells}
        share = len(wanted & cells) / max(1, len(wanted))
        if share > best or (share >= best and found is None):
            best, found = share, table
    return found


def _compare(expected: ExpectedTable, table: Table) -> Iterator[Deviation]:
    rows = _drop_empty_columns(expected, _join_torn_rows(expected, table.rows))
    widths = {len(row.cells) for row in rows}
    if len(rows) != len(expected.rows) or widths != {len(expected.rows[0])}:
        found = f"{len(rows)} rows and {', '.join(map(str, sorted(widths)))} columns"
        yield Deviation(f"{expected.path}: a table of {_shape(expected.rows)}", found, table.where)
        return
    for number, (wanted, row) in enumerate(zip(expected.rows, rows, strict=True), start=1):
        for column, (cell, own) in enumerate(zip(wanted, row.cells, strict=True), start=1):
            if not is_same(cell, own):
                where = f"{table.where}, row {number}, column {column}"
                yield Deviation(f"{expected.path}: {shorten(cell)}", shorten(own) or "an empty cell", where)


def _drop_empty_columns(expected: ExpectedTable, rows: Sequence[Row]) -> Sequence[Row]:
    """Give the rows without columns that hold nothing, where there are too many: they only set the table further in."""
    width = len(rows[0].cells) if rows else 0
    if width <= len(expected.rows[0]) or any(len(row.cells) != width for row in rows):
        return rows
    filled = [column for column in range(width) if any(squeeze(row.cells[column]) for row in rows)]
    return [replace(row, cells=tuple(row.cells[column] for column in filled)) for row in rows]


def is_same(one: str, other: str) -> bool:
    """Tell whether two cells say the same."""
    if squeeze(one) == squeeze(other):
        return True
    return is_right_to_left(one + other) and count_words(one) == count_words(other)


def _join_torn_rows(expected: ExpectedTable, rows: Sequence[Row]) -> list[Row]:
    """Give the rows with those put together again that a page break has torn in two."""
    joined: list[Row] = []
    for row in rows:
        number = len(joined) - 1
        if joined and row.page > joined[-1].page and number < len(expected.rows):
            whole = tuple(f"{one} {other}" for one, other in zip(joined[-1].cells, row.cells, strict=False))
            if len(whole) == len(expected.rows[number]) and all(map(is_same, whole, expected.rows[number])):
                joined[-1] = Row(whole, joined[-1].is_header, row.page)
                continue
        joined.append(row)
    return joined
