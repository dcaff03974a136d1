"""Who takes part: from a table, a list of names, or a section a person."""

import re
from collections.abc import Iterator
from typing import Any

from briefmaker.model.rich_text import Inlines, Run
from briefmaker.review.importing.blocks import Blocks, GridBlock, TextBlock, iterate_cells, plain, words_of_all
from briefmaker.review.importing.draft import Draft, sureness_of
from briefmaker.review.importing.field_words import Sureness, find_side, fold, header_side
from briefmaker.review.importing.rich_blocks import join_cell, tidy
from briefmaker.review.importing.sections import Section
from briefmaker.review.importing.table_rows import (
    Columns,
    Row,
    header_words,
    is_bold_row,
    iterate_entries,
    join_others,
    read_columns,
    short,
    side_of_row,
)
from briefmaker.review.importing.text_values import first_line, write_lines, write_text
from briefmaker.review.markdown import write_short

_SHORT = ("name", "title", "organisation", "address_as", "role")
_RICH = ("perspective", "approach", "biography")
_WANTED = (*_SHORT, "wants", *_RICH, "side")
_USUAL = ("name", "title", "organisation", "role")
_PARTS = re.compile(r"\s*(?:,|;| [–—-] |\()\s*")
Person = dict[str, Any]


def place_participants(draft: Draft, section: Section) -> bool:
    """Put everyone under a heading into ``participants``, those under ``Our side`` on ours."""
    people = list(_find_people(draft, section, "other"))
    if not people or any("name" not in each for each, _ in people):
        return False
    first = len(draft.data.get("participants", []))
    draft.data.setdefault("participants", []).extend(person for person, _ in people)
    sure = sureness_of(section, min(sure for _, sure in people))
    draft.tell_section(("participants", first), section, sure, "" if sure > Sureness.GUESS else "names cut from lines")
    return True


def _find_people(draft: Draft, section: Section, side: str) -> Iterator[tuple[Person, Sureness]]:
    side = find_side(section.label) or side
    for block in section.body:
        if isinstance(block, GridBlock):
            yield from _read_table(draft, block, side)
        elif text := plain(block.inlines):
            if found := header_side(text):
                side = found
                draft.beside.append(text)
            else:
                yield _read_line(block.inlines, side), Sureness.GUESS
    for child in section.children:
        if find_side(child.label):
            draft.beside.append(child.label)
            yield from _find_people(draft, child, side)
        else:
            yield read_person(child, side), Sureness.LIKELY


def _read_table(draft: Draft, grid: GridBlock, side: str) -> Iterator[tuple[Person, Sureness]]:
    columns = read_columns(grid, _WANTED, _USUAL)
    header = grid.rows[0] if columns.first else None
    if columns.first:
        draft.beside.append(header_words(grid, columns))
    is_wide = max(map(len, grid.rows), default=0) > 1
    for row in iterate_entries(grid, columns):
        if (found := side_of_row(row)) or (is_wide and _is_group(row)):
            side = found or ("theirs" if side == "ours" else "other")
            draft.beside.append(" ".join(dict.fromkeys(words_of_all(cell) for cell in row)))
        else:
            yield _read_row(row, columns, header, side), columns.sure


def _is_group(row: Row) -> bool:
    """Tell whether a row is a heading for those below it: one thing in bold across several columns."""
    said = {words_of_all(cell) for cell in row if words_of_all(cell)}
    return len(said) == 1 and is_bold_row(row)


def _read_row(row: Row, columns: Columns, header: Row | None, side: str) -> Person:
    person: Person = {name: text for name in _SHORT if (text := short([join_cell(columns.cell(row, name))]))}
    others = join_others(row, columns, header)
    said_side = words_of_all(columns.cell(row, "side"))
    own_side = find_side(said_side) or side
    if said_side and find_side(said_side) is None:
        others.append((Run(said_side),))
    person |= {name: text for name in _RICH if (text := write_text(columns.cell(row, name)))}
    if wants := write_lines(columns.cell(row, "wants")):
        person["wants"] = wants
    if others:
        person["role"] = short([*([_inlines_of(row, columns)] if "role" in person else []), *others])
    portrait = find_picture(tuple(block for cell in row for block in cell))
    return {**person, "side": own_side, **({"portrait": portrait} if portrait else {})}


def _inlines_of(row: Row, columns: Columns) -> Inlines:
    return join_cell(columns.cell(row, "role"))


def _read_line(inlines: Inlines, side: str) -> Person:
    """Give the person of a line such as ``Mark Rutte, Secretary General, NATO``: the name, and the rest as the title."""
    first = inlines[0]
    found = _PARTS.search(first.text) if isinstance(first, Run) else None
    if found is None or not isinstance(first, Run) or not first.text[: found.start()].strip():
        return {"name": first_line(inlines), "side": side}
    sign = "(" if found[0].strip() == "(" else ""
    name = tidy((Run(first.text[: found.start()]),))
    title = tidy((Run(sign + first.text[found.end() :], first.strong, first.emphasis, first.link), *inlines[1:]))
    return {"name": write_short(name), **({"title": write_short(title)} if title else {}), "side": side}


def read_person(section: Section, side: str) -> Person:
    """Give the person whose name is a heading, with what stands under it as the biography."""
    person = _read_line(section.heading or (Run(section.label),), side)
    blocks = section.all_blocks()
    if text := write_text(blocks):
        person["biography"] = text
    portrait = find_picture(blocks)
    return {**person, **({"portrait": portrait} if portrait else {})}


def find_picture(blocks: Blocks) -> str:
    """Give the part of the first picture among blocks, or nothing."""
    for block in blocks:
        inner = tuple(iterate_cells(block)) if isinstance(block, GridBlock) else ()
        found = find_picture(inner) if inner else next(iter(block.pictures), "") if isinstance(block, TextBlock) else ""
        if found:
            return found
    return ""


def place_biographies(draft: Draft, section: Section) -> bool:
    """Put each biography under a heading with a name to the participant of that name, or to a new one."""
    if not section.children or any(isinstance(each, GridBlock) or plain(each.inlines) for each in section.body):
        return False
    people = draft.data.setdefault("participants", [])
    for child in section.children:
        person = read_person(child, "other")
        known = next((each for each in people if _is_same(each["name"], person["name"])), None)
        if known is None:
            people.append(person)
        else:
            known |= {
                name: value for name, value in person.items() if name not in ("side", "name") and name not in known
            }
        at = people.index(known or person)
        draft.tell_section(("participants", at, "biography"), child, sureness_of(section, Sureness.LIKELY))
    return True


def _is_same(first: str, second: str) -> bool:
    """Tell whether two names are one person's: the words of one are among those of the other."""
    one, other = set(fold(first).split()), set(fold(second).split())
    return bool(one and other) and (one <= other or other <= one)
