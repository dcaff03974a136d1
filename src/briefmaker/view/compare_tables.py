"""Compares the data of a figure, row by row under the rows' names, and column by column."""

from collections import Counter
from collections.abc import Iterator

from briefmaker.reading.reading import DataTable
from briefmaker.view.change_shape import Change, ChangeKind
from briefmaker.view.match_entries import Entry, Matching, find_moved, match_entries

_FIELD = "figures.rows"


def compare_tables(old: DataTable, new: DataTable, paths: tuple[str, str], entry: str) -> Iterator[Change]:
    """Give what has changed in the data of one figure; ``paths`` are its old and new one, ``entry`` the words it is known by.

    Rows are known by their first cell, columns by their names in the data.
    """
    matching = _match_rows(old, new)
    places = f"{paths[0]}.rows", f"{paths[1]}.rows"
    for i, j in matching.pairs:
        rows = f"{places[0]}[{i}]", f"{places[1]}[{j}]"
        if j in matching.moved:
            yield Change(ChangeKind.MOVED, _FIELD, *rows, entry=entry, row=_name(new.rows[j]))
        yield from _compare_cells(old, new, (i, j), rows, entry)
    for i in matching.list_dropped(len(old.rows)):
        row, path = old.rows[i], f"{places[0]}[{i}]"
        yield Change(ChangeKind.DROPPED, _FIELD, path, "", before=_join(row), entry=entry, row=_name(row))
    for j in matching.list_added(len(new.rows)):
        row, path = new.rows[j], f"{places[1]}[{j}]"
        yield Change(ChangeKind.ADDED, _FIELD, "", path, after=_join(row), entry=entry, row=_name(row))
    yield from _compare_columns(old, new, places, entry)


def _match_rows(old: DataTable, new: DataTable) -> Matching:
    """Match rows by their names, those of one name in their order; a row that is only called otherwise is the same."""
    matching = match_entries(_describe(old), _describe(new))
    pairs = tuple((i, j) for i, j in matching.pairs if _is_one_row(old.rows[i], new.rows[j]))
    return Matching(pairs, frozenset(find_moved(pairs)))


def _is_one_row(old: tuple[str, ...], new: tuple[str, ...]) -> bool:
    return old[:1] == new[:1] or old[1:] == new[1:]


def _describe(table: DataTable) -> list[Entry]:
    """Give what rows are known by; a second row of a name is another one."""
    seen: Counter[str] = Counter()
    entries = []
    for row in table.rows:
        name = _name(row)
        seen[name] += 1
        entries.append(Entry(None, f"{name}\n{seen[name]}", "\n".join(row)))
    return entries


def _compare_cells(
    old: DataTable, new: DataTable, numbers: tuple[int, int], paths: tuple[str, str], entry: str
) -> Iterator[Change]:
    before = dict(zip(old.columns, old.rows[numbers[0]], strict=False))
    row = new.rows[numbers[1]]
    for column, cell in zip(new.columns, row, strict=False):
        if column in before and before[column] != cell:
            places = f"{paths[0]}.{column}", f"{paths[1]}.{column}"
            name = _name(row)
            yield Change(ChangeKind.CELL, _FIELD, *places, before[column], cell, entry, row=name, column=column)


def _compare_columns(old: DataTable, new: DataTable, places: tuple[str, str], entry: str) -> Iterator[Change]:
    for column in old.columns:
        if column not in new.columns:
            yield Change(ChangeKind.DROPPED, _FIELD, places[0], "", before=column, entry=entry, column=column)
    for column in new.columns:
        if column not in old.columns:
            yield Change(ChangeKind.ADDED, _FIELD, "", places[1], after=column, entry=entry, column=column)


def _name(row: tuple[str, ...]) -> str:
    return row[0] if row else ""


def _join(row: tuple[str, ...]) -> str:
    return " · ".join(row)
