"""Briefs that are made of the rows of one file: each is an order of its own, read from the definition and its row."""

import hashlib
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from briefmaker.diagnostics import Diagnostic, Places, has_errors, in_order
from briefmaker.jobs.building.cleared_rows import read_row_content
from briefmaker.jobs.building.making import NO_ROW, Order
from briefmaker.jobs.desk import Desk, shown_path
from briefmaker.jobs.read import MOST_BYTES
from briefmaker.reading import Reading
from briefmaker.reading.row_data import is_definition
from briefmaker.workspace.documents import is_name_of
from briefmaker.workspace.files import BriefFolder, UnreadableFileError, read_plain_file
from briefmaker.workspace.slug import safe_slug
from briefmaker.workspace.workspace import find_workspace

if TYPE_CHECKING:
    from briefmaker.reading.row_definition import Definition, RowBrief


def expand_rows(order: Order) -> Iterator[Order]:
    """Give the order itself, or for a definition one for each of its rows; one with all that is wrong where there is anything."""
    definition = find_definition(order.brief, order.workspace.root)
    if definition is None:
        yield order
    elif has_errors(definition.diagnostics):
        yield replace(order, obstacles=definition.diagnostics, row=NO_ROW)
    else:
        for row in definition.table.rows:
            yield replace(order, row=row.number, slug=safe_slug(definition.slug_of(row)))


def find_definition(brief: Path, root: Path) -> "Definition | None":
    """Give a file as a definition with its rows; None where it is one brief, or cannot be read, which reading will tell."""
    try:
        content = read_plain_file(brief, MOST_BYTES)
    except OSError:
        return None
    return open_definition(brief, root, content) if content is not None and is_definition(content) else None


@lru_cache(maxsize=4)
def open_definition(brief: Path, root: Path, content: bytes) -> "Definition":
    """Read a definition and its rows, once; ``open_definition.cache_clear`` forgets the rows, which may change."""
    # Imported here, since it brings in Jinja2, which a brief of its own needs not before it is rendered.
    from briefmaker.reading.row_definition import read_definition

    return read_definition(content, shown_path(brief), BriefFolder(brief.parent.resolve(), root))


def make_row(order: Order) -> "RowBrief":
    """Make the file of an order's row. Raises UnreadableFileError when the definition, or the row, is no more there."""
    definition = find_definition(order.brief, order.workspace.root)
    if definition is None or not order.row or order.row > len(definition.table.rows):
        raise UnreadableFileError(f"row {order.row} of {shown_path(order.brief)} is no more there")
    return definition.make(definition.table.rows[order.row - 1], order.slug)


def find_row(files: Iterable[Path], fingerprint: str, name: str) -> "tuple[Path, RowBrief] | None":
    """Give the file and the row that made the brief with this SHA-256, or without one the row whose documents have this name.

    Rows whose name fits that of the document are looked at first: making all takes a millisecond each.
    """
    for file in files:
        definition = find_definition(file, find_workspace(file.parent).root)
        if definition is None or has_errors(definition.diagnostics):
            continue
        slugs = {row.number: safe_slug(definition.slug_of(row)) for row in definition.table.rows}
        for row in sorted(definition.table.rows, key=lambda row: not name.startswith(slugs[row.number])):
            made = definition.make(row, slugs[row.number])
            fits = _is_made_from(made, fingerprint) if fingerprint else is_name_of(name, made.slug)
            if fits:
                return file, made
    return None


def _is_made_from(made: "RowBrief", fingerprint: str) -> bool:
    return hashlib.sha256(made.content).hexdigest() == fingerprint


def read_row(order: Order, desk: Desk) -> Reading:
    """Read the brief that a row makes; its findings are about that row's file until ``lead_back`` was asked."""
    made, definition = make_row(order), find_definition(order.brief, order.workspace.root)
    if made.diagnostics or definition is None:
        return Reading(None, {}, Places(shown_path(order.brief)), made.diagnostics, "")
    return read_row_content(made.content, order.brief, desk, definition)


def lead_back(order: Order, found: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    """Give findings about an order's brief as findings about the file that was written."""
    if not order.row:
        return tuple(found)
    made = make_row(order)
    return tuple(found) if made.diagnostics else tuple(made.moves.lead_back_all(found))


def check_rows(
    definition: "Definition", check: Callable[["RowBrief"], tuple[Diagnostic, ...]]
) -> tuple[Diagnostic, ...]:
    """Give what is wrong with the briefs of all rows, as findings about the definition: each once, with its rows.

    ``check`` says what is wrong with the file that a row made.
    """
    if has_errors(definition.diagnostics):
        return definition.diagnostics
    rows: dict[Diagnostic, list[str]] = {}
    for row in definition.table.rows:
        made = definition.make(row, definition.slug_of(row))
        found = made.diagnostics or tuple(made.moves.lead_back_all(check(made)))
        for each in dict.fromkeys(found):
            rows.setdefault(each, []).append(made.slug)
    count = len(definition.table.rows)
    return in_order(
        replace(each, message=f"{each.message} ({_name_rows(names, count)})") for each, names in rows.items()
    )


def _name_rows(names: list[str], count: int) -> str:
    """Give the rows that a finding is about in a few words."""
    if len(names) == count and count > 1:
        return f"all {count:,} rows"
    others = f" and {len(names) - 1:,} more" if len(names) > 1 else ""
    return f"row {names[0]}{others}"
