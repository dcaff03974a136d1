"""Tables that a text holds, as rows of cells with where each stands in it."""

from collections.abc import Iterator
from dataclasses import dataclass

from briefmaker.checks.plain_text import BlockKind, TextBlock
from briefmaker.checks.sentences import Stretch
from briefmaker.checks.text_in_brief import TextInBrief


@dataclass(frozen=True, slots=True)
class Cell:
    """What stands in a cell of a table, and where; no stretch for one that holds nothing."""

    words: str = ""
    stretch: Stretch | None = None


Table = list[list[Cell]]
"""Rows of cells, each as long as the first, which holds the heads."""


def find_tables(text: TextInBrief) -> Iterator[Table]:
    """Give the tables of a text in their order."""
    if "|" not in text.typed:
        return
    lines: dict[int, list[tuple[int, TextBlock]]] = {}
    for block in text.blocks:
        if block.kind in (BlockKind.HEAD_CELL, BlockKind.CELL):
            begin, _ = text.plain.find_typed(block.start, block.end)
            line = text.typed.rfind("\n", 0, begin) + 1
            lines.setdefault(line, []).append((_column_at(text.typed[line:begin]), block))
    rows: list[tuple[bool, dict[int, TextBlock]]] = [
        (cells[0][1].kind is BlockKind.HEAD_CELL, dict(cells)) for _, cells in sorted(lines.items())
    ]
    table: list[dict[int, TextBlock]] = []
    for is_head, row in rows:
        if is_head and table:
            yield _even_out(table, text)
            table = []
        table.append(row)
    if table:
        yield _even_out(table, text)


def _column_at(before: str) -> int:
    """Give the column whose cell begins behind these signs of its line."""
    bars = before.replace("\\|", "").count("|")
    return bars - 1 if before.lstrip().startswith("|") else bars


def _even_out(table: list[dict[int, TextBlock]], text: TextInBrief) -> Table:
    width = max(max(row) for row in table) + 1
    return [[_cell(row.get(column), text) for column in range(width)] for row in table]


def _cell(block: TextBlock | None, text: TextInBrief) -> Cell:
    return Cell(text.words[block.start : block.end], Stretch(block.start, block.end)) if block else Cell()
