"""Rows that were added to a table whose rows are entries of a list: each cell is the field of its column."""

from briefmaker.review.alignment import Alignment, Stray, Stretch
from briefmaker.review.blueprint import Blueprint
from briefmaker.review.kinds import list_of
from briefmaker.review.said import Added, Unplaced
from briefmaker.review.versions import Span

Row = tuple[int, int]
"""A table and a row of it, by their numbers."""


def row_of(each: Stray | Stretch) -> Row:
    """Give the row that a paragraph stands in; a row that there is not for one outside any table."""
    cell = each.layout.cell
    return (cell.table, cell.row) if cell else (-1, -1)


class AddedRows:
    """Finds and reads the rows that were added; ``rows`` are those."""

    def __init__(self, alignment: Alignment, blueprint: Blueprint) -> None:
        self._alignment = alignment
        self._blueprint = blueprint
        anchored = {row_of(each) for each in alignment.stretches if each.layout.cell}
        new = {row_of(each) for each in alignment.strays if each.layout.cell} - anchored
        self.rows = tuple(row for row in sorted(new) if self._find_pattern(row) is not None)

    def _find_pattern(self, row: Row) -> tuple[Row, dict[int, int]] | None:
        """Give the nearest row, first above, whose cells each hold one field of an entry, with the anchor of each column."""
        rows = {row_of(each) for each in self._alignment.stretches if each.layout.cell}
        near = [each for each in rows if each[0] == row[0] and each[0] not in self._blueprint.tables]
        for each in sorted(near, key=lambda other: (other[1] > row[1], abs(other[1] - row[1]))):
            columns: dict[int, list[int]] = {}
            for stretch in self._alignment.stretches:
                if stretch.layout.cell and row_of(stretch) == each:
                    columns.setdefault(stretch.layout.cell.column, []).append(stretch.anchor)
            lists = {list_of(self._blueprint.paths[one]) for those in columns.values() for one in those}
            if len(lists) == 1 and None not in lists:
                return each, {column: those[0] for column, those in columns.items() if len(those) == 1}
        return None

    def read(self, row: Row) -> tuple[Added | None, list[Unplaced]]:
        """Give the entry that a row is, and the cells that no field was found for."""
        strays = [each for each in self._alignment.strays if row_of(each) == row]
        found = self._find_pattern(row)
        assert found is not None  # noqa: S101 - only such rows are kept
        pattern, columns = found
        around = list_of(self._blueprint.paths[next(iter(columns.values()))]) if columns else None
        fields: dict[str, tuple[Span, ...]] = {}
        unplaced = []
        for stray in strays:
            anchor = columns.get(stray.layout.cell.column) if stray.layout.cell else None
            if anchor is None or around is None:
                unplaced.append(Unplaced(stray.text, "", "the row has no field for this cell", stray.paragraph))
                continue
            suffix = self._blueprint.paths[anchor][len(f"{around[0]}[{around[1]}]") :].removeprefix(".")
            fields[suffix] = (*fields.get(suffix, ()), *stray.spans)
        if not fields or around is None:
            return None, unplaced
        before, behind = (around[1], None) if pattern[1] < row[1] else (None, around[1])
        return Added(around[0], before, behind, tuple(fields.items()), strays[0].paragraph), unplaced
