"""Tables as entries of a list: columns known by their header, what no field holds joined to one that takes text."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from briefmaker.model.rich_text import Inlines, Run
from briefmaker.review.importing.blocks import Blocks, GridBlock, iterate_paragraphs, words_of_all
from briefmaker.review.importing.field_words import Sureness, find_column, find_side
from briefmaker.review.importing.rich_blocks import join_cell, join_paragraphs
from briefmaker.review.markdown import write_short

Row = tuple[Blocks, ...]


@dataclass(frozen=True, slots=True)
class Columns:
    """What each column of a table holds, by its position; rows from ``first`` on are entries."""

    names: tuple[str, ...]
    first: int
    sure: Sureness

    def cell(self, row: Row, name: str) -> Blocks:
        """Give what a row has in a column; nothing where there is no such column."""
        at = self.names.index(name) if name in self.names else len(row)
        return row[at] if at < len(row) else ()


def read_columns(grid: GridBlock, wanted: Sequence[str], usual: Sequence[str]) -> Columns:
    """Give the columns of a table: those that its first row names, or else the usual ones, as a guess.

    ``wanted`` are the columns that an entry can have; a column that is none of these is called by its position, ``#2``.
    """
    width = max((len(row) for row in grid.rows), default=0)
    header = _name_columns(grid.rows[0], wanted) if grid.rows else []
    known = sum(not name.startswith("#") for name in header)
    if known >= max(1, len(header) // 2) and (known > 1 or grid.has_header or len(header) == 1):
        names = header + [f"#{at}" for at in range(len(header), width)]
        return Columns(tuple(names), 1, Sureness.CERTAIN if known == len(header) else Sureness.LIKELY)
    names = [usual[at] if at < len(usual) else f"#{at}" for at in range(width)]
    return Columns(tuple(names), int(grid.has_header or _has_bold_header(grid)), Sureness.GUESS)


def _has_bold_header(grid: GridBlock) -> bool:
    """Tell whether the first row alone is set in bold, and has a word in each column: it names columns, in whatever words."""
    first, *others = grid.rows
    is_full = (
        all(words_of_all(cell) for cell in first) and len({words_of_all(cell) for cell in first}) == len(first) > 1
    )
    return is_full and is_bold_row(first) and bool(others) and not any(is_bold_row(row) for row in others)


def is_bold_row(row: Row) -> bool:
    """Tell whether all that a row says is set in bold."""
    runs = [
        run for block in iterate_paragraphs(tuple(block for cell in row for block in cell)) for run in block.inlines
    ]
    said = [each for each in runs if isinstance(each, Run) and each.text.strip()]
    return bool(said) and all(each.strong for each in said)


def _name_columns(row: Row, wanted: Sequence[str]) -> list[str]:
    names: list[str] = []
    for at, cell in enumerate(row):
        meant = find_column(words_of_all(cell))
        names.append(next((each for each in meant if each in wanted and each not in names), f"#{at}"))
    return names


def iterate_entries(grid: GridBlock, columns: Columns) -> list[Row]:
    """Give the rows under the header that say something."""
    return [row for row in grid.rows[columns.first :] if any(words_of_all(cell) for cell in row)]


def header_words(grid: GridBlock, columns: Columns) -> str:
    """Give the words of the header, which fill no field."""
    return " | ".join(words_of_all(cell) for row in grid.rows[: columns.first] for cell in row)


def join_others(row: Row, columns: Columns, header: Row | None) -> list[Inlines]:
    """Give what a row says in columns that no field holds, each behind the name of its column."""
    said = []
    for at, cell in enumerate(row):
        is_other = at >= len(columns.names) or columns.names[at].startswith("#")
        if is_other and words_of_all(cell):
            name = words_of_all(header[at]) if header is not None and at < len(header) and columns.first else ""
            said.append(join_paragraphs([(Run(f"{name}:"),), join_cell(cell)]) if name else join_cell(cell))
    return said


def short(parts: Iterable[Inlines]) -> str:
    """Give several things on one line, parted by semicolons."""
    said = [each for each in parts if each]
    return write_short(
        join_paragraphs((*each, Run(";")) if at + 1 < len(said) else each for at, each in enumerate(said))
    )


def read_mappings(
    grid: GridBlock, wanted: Sequence[str], usual: Sequence[str], main: str
) -> tuple[list[dict[str, str]], Columns]:
    """Give an entry a row, each field one line; what no field holds stands behind the ``main`` one, without which none is."""
    columns = read_columns(grid, wanted, usual)
    header = grid.rows[0] if columns.first else None
    entries = []
    for row in iterate_entries(grid, columns):
        entry = {
            name: short([join_cell(columns.cell(row, name))]) for name in columns.names if not name.startswith("#")
        }
        entry[main] = short([join_cell(columns.cell(row, main)), *join_others(row, columns, header)])
        entries.append({name: text for name, text in entry.items() if text})
    return entries, columns


def side_of_row(row: Row) -> str | None:
    """Give whose side a row names that has but one cell with words: a heading within a table."""
    said = [words_of_all(cell) for cell in row if words_of_all(cell)]
    return find_side(said[0]) if len(set(said)) == 1 else None
