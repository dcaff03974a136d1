"""The rows of which briefs are made, one each: of a CSV or XLSX file, or of a list in YAML."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from briefmaker.diagnostics import has_errors
from briefmaker.reading.grids import Grid, GridError, read_grid
from briefmaker.reading.text_file import decode_file
from briefmaker.reading.yaml_data import read_data
from briefmaker.reading.yaml_file import read_tree

MAX_BYTES = 50_000_000
MAX_CELLS = 2_000_000
_YAML = (".yaml", ".yml")
_IS_DEFINITION = re.compile(rb"^(?:\xef\xbb\xbf)?for_each[ \t]*:", re.MULTILINE)


def is_definition(content: bytes) -> bool:
    """Tell whether a file is written for many briefs, at a glance."""
    return _IS_DEFINITION.search(content) is not None


@dataclass(frozen=True, slots=True)
class Row:
    """One row: its number in the data, from 1, and its cells by column; a cell without a value is left out."""

    number: int
    cells: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class RowTable:
    """The rows of a file, and the names of their columns in order."""

    columns: tuple[str, ...]
    rows: tuple[Row, ...]


def read_rows(content: bytes, name: str) -> RowTable:
    """Give the rows of a file by its name's ending. Raises GridError when it cannot be read or has no rows."""
    if name.lower().endswith(_YAML):
        return rows_of_list(_read_yaml(content, name), name)
    return _rows_of_grid(read_grid(content, name, MAX_CELLS), name)


def rows_of_list(entries: Any, name: str) -> RowTable:
    """Give the rows of a list of mappings. Raises GridError for anything else."""
    if not isinstance(entries, list) or not entries:
        raise GridError(f"`{name}` holds no list of rows", "write one mapping a row: - {name: Poland, capital: Warsaw}")
    columns: dict[str, None] = {}
    rows = []
    for number, entry in enumerate(entries, start=1):
        if not isinstance(entry, dict) or any(isinstance(value, dict | list) for value in entry.values()):
            raise GridError(
                f"row {number} of `{name}` is no mapping of names to values", "write it as {name: value, ...}"
            )
        columns |= dict.fromkeys(entry)
        rows.append(Row(number, {column: value for column, value in entry.items() if value}))
    return RowTable(tuple(columns), tuple(rows))


def _read_yaml(content: bytes, name: str) -> Any:
    text, refused = decode_file(content, name)
    tree = None if has_errors(refused) else read_tree(text.text)
    if tree is None or tree.problems:
        message = refused[0].message if tree is None else tree.problems[0].message
        raise GridError(f"`{name}` cannot be read: {message}", "mend the file; it holds a list of rows")
    return read_data(tree.root, text).value


def _rows_of_grid(grid: Grid, name: str) -> RowTable:
    columns = grid[0] if grid else []
    if len(grid) < 2:  # noqa: PLR2004 - names of columns, and one row
        hint = "give the columns' names in the first row, then one row a brief"
        raise GridError(f"`{name}` has no rows of data", hint)
    twice = next((column for column in columns if columns.count(column) > 1), None)
    if twice is not None:
        shown = f"two columns `{twice}`" if twice else "two columns without a name"
        raise GridError(f"`{name}` has {shown}", "give each column a name of its own")
    rows = []
    for number, cells in enumerate(grid[1:], start=1):
        if len(cells) > len(columns):
            message = f"row {number} of `{name}` has {len(cells)} cells, the first row {len(columns)}"
            raise GridError(message, "a cell that holds the separator stands in quotes")
        rows.append(Row(number, {column: cell for column, cell in zip(columns, cells, strict=False) if cell}))
    return RowTable(tuple(columns), tuple(rows))
