"""Whole entries that somebody put in: the heading of an agenda item and its parts, a row of participants, an annex."""

import re
from bisect import bisect
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from briefmaker.review.blueprint import Blueprint, squeeze
from briefmaker.review.kinds import Kind, kind_of, list_of
from briefmaker.review.patterns import Patterns, entries_around
from briefmaker.review.said import Added, Unplaced
from briefmaker.review.stretches import Alignment, Stray, Stretch
from briefmaker.review.structure import FieldParagraph
from briefmaker.review.versions import ReadParagraph

Row = tuple[int, int]
"""A table and a row of it, by their numbers."""
_STEP = re.compile(r"(.*?)\[[0-9]+\](.*)")
_LEADING = re.compile(r"^[0-9]+[.)]?\s+")
_COUNTED = re.compile(r"[^\w]*[0-9]+[^\w]*")


@dataclass(slots=True)
class _Block:
    """Paragraphs of one new entry on their way into its fields; ``container`` is its list, ``nearest`` the entry beside it."""

    container: str
    nearest: int
    is_behind: bool
    strays: list[Stray] = field(default_factory=list)
    texts: dict[str, list[FieldParagraph]] = field(default_factory=dict)
    rows: dict[str, Row] = field(default_factory=dict)
    counts: dict[str, int] = field(default_factory=dict)
    lost: list[Stray] = field(default_factory=list)


def row_of(each: Stray | Stretch | ReadParagraph) -> Row:
    """Give the row that a paragraph stands in; a row that there is not for one outside any table."""
    cell = each.layout.cell
    return (cell.table, cell.row) if cell else (-1, -1)


class NewEntries:
    """Finds and reads the entries that were put in; ``taken`` are the paragraphs of them, by number."""

    def __init__(self, alignment: Alignment, blueprint: Blueprint) -> None:
        self._alignment, self._blueprint = alignment, blueprint
        self.patterns = Patterns(blueprint)
        self._said = sorted({each.paragraph for each in alignment.stretches})
        self._rows: dict[Row, list[Stretch]] = {}
        for each in alignment.stretches:
            if each.layout.cell:
                self._rows.setdefault(row_of(each), []).append(each)
        self._tables = {row[0] for row in self._rows}
        self.blocks = [block for group in self._groups() for block in self._read_group(group)]
        for block in self.blocks:
            self._fill(block)
        self.blocks = [block for block in self.blocks if block.texts]
        self.taken = {each.paragraph for block in self.blocks for each in block.strays}
        self._give_labels_back()

    # --- finding -----------------------------------------------------------------------------------------------------

    def _groups(self) -> Iterator[list[Stray]]:
        """Give strays that stand between the same two known paragraphs together."""
        groups: dict[int, list[Stray]] = {}
        for stray in sorted(self._alignment.strays, key=lambda each: each.paragraph):
            groups.setdefault(bisect(self._said, stray.paragraph), []).append(stray)
        yield from groups.values()

    def _read_group(self, group: Sequence[Stray]) -> Iterator[_Block]:
        block: _Block | None = None
        for stray in group:
            begun = self._begin_row(stray, block) if self._is_row(stray) else self._begin(stray)
            is_within = begun is not None and block is not None and begun.container.startswith(f"{block.container}[")
            if begun is not None and not is_within:
                if block is not None:
                    yield block
                block = begun
            elif block is not None and not is_within and not self._belongs(stray, block):
                yield block
                block = None
            if block is not None:
                block.strays.append(stray)
        if block is not None:
            yield block

    def _is_row(self, stray: Stray) -> bool:
        """Tell whether a paragraph stands in a row that was put into a table of old."""
        cell = stray.layout.cell
        return cell is not None and cell.table in self._tables and row_of(stray) not in self._rows

    def _belongs(self, stray: Stray, block: _Block) -> bool:
        if stray.layout.story != block.strays[0].layout.story:
            return False
        if self._is_row(block.strays[0]):
            return row_of(stray) == row_of(block.strays[-1])
        cell = stray.layout.cell
        return cell is None or cell.table not in self._tables

    def _begin(self, stray: Stray) -> _Block | None:
        """Give the entry that a paragraph is the first of."""
        lists = self.patterns.firsts.get(stray.layout.style, ())
        if stray.layout.cell is not None or not lists:
            return None
        read = {each: self.patterns.read(each, stray.spans, stray.layout, 0) for each in lists}
        fitting = [each for each in lists if read[each] is not None]
        labelled = [each for each in fitting if self.patterns.is_labelled(each, stray.spans, stray.layout)]
        beside = self._beside(stray)
        for container in labelled or [each for each in beside if each in fitting] or fitting[: len(fitting) == 1]:
            entry, is_behind = beside.get(container, (self._last_before(container, stray), True))
            return _Block(container, entry, is_behind)
        return None

    def _begin_row(self, stray: Stray, block: _Block | None) -> _Block | None:
        """Give the entry that a row is, by the row of the table that looks most like it."""
        if block is not None and row_of(block.strays[0]) == row_of(stray):
            return None
        row = row_of(stray)
        looks = {self._looks(each) for each in self._alignment.strays if row_of(each) == row}
        rows = [each for each in self._rows if each[0] == row[0]]
        best: tuple[tuple[int, bool, int], str, int] | None = None
        for each in rows:
            around = self._list_of_row(each)
            if around is not None:
                alike = len(looks & {self._looks(one) for one in self._rows[each]})
                rated = ((alike, each[1] < row[1], -abs(each[1] - row[1])), *around)
                best = rated if best is None or rated[0] > best[0] else best
        if best is None:
            return None
        nearest = min(rows, key=lambda each: (each[1] > row[1], abs(each[1] - row[1])))
        beside = self._list_of_row(nearest)
        parent = list_of(best[1])
        if parent and parent not in self._around(nearest):
            return None  # it stands below another entry than the one whose rows it looks like
        entry, is_behind = (beside[1], nearest[1] < row[1]) if beside and beside[0] == best[1] else (best[2], True)
        return _Block(best[1], entry, is_behind)

    def _looks(self, each: Stray | Stretch) -> tuple[int, str]:
        layout = each.layout
        return layout.cell.column if layout.cell else -1, layout.style

    def _list_of_row(self, row: Row) -> tuple[str, int] | None:
        """Give the list and the entry of it that a row holds; None for one that holds none, or several."""
        paths = {self._blueprint.paths[each.anchor] for each in self._rows[row]}
        if row[0] in self._blueprint.tables or not paths:
            return None
        common = set.intersection(*(set(entries_around(path)) for path in paths))
        return max(common, key=lambda each: len(each[0]), default=None)

    def _around(self, row: Row) -> set[tuple[str, int]]:
        """Give all entries that a row stands in."""
        return {each for held in self._rows[row] for each in entries_around(self._blueprint.paths[held.anchor])}

    def _beside(self, stray: Stray) -> dict[str, tuple[int, bool]]:
        """Give the entries that stand right before a paragraph, and right behind it, by their lists."""
        found: dict[str, tuple[int, bool]] = {}
        place = bisect(self._said, stray.paragraph)
        for number, is_behind in ((place - 1, True), (place, False)):
            if 0 <= number < len(self._said):
                paths = [
                    self._blueprint.paths[each.anchor]
                    for each in self._alignment.stretches
                    if each.paragraph == self._said[number]
                ]
                for container, entry in entries_around(paths[0]):
                    found.setdefault(container, (entry, is_behind))
        return found

    def _last_before(self, container: str, stray: Stray) -> int:
        """Give the last entry of a list that stands before a paragraph."""
        entries = [
            entry
            for each in self._alignment.stretches
            if each.paragraph < stray.paragraph
            for name, entry in entries_around(self._blueprint.paths[each.anchor])
            if name == container
        ]
        return entries[-1] if entries else max(each.entry for each in self.patterns.shapes[container])

    # --- reading -----------------------------------------------------------------------------------------------------

    def _fill(self, block: _Block) -> None:
        last = ""
        for stray in block.strays:
            if self._is_printed(stray, block):
                continue
            parts = self.patterns.read(block.container, stray.spans, stray.layout, block.nearest)
            if parts is None and last and self._runs_on(block, last, stray):
                parts = [(last, stray.spans)]
            if parts is None:
                block.lost.append(stray)
                continue
            for name, spans in parts:
                last = self._place(block, name, row_of(stray))
                is_table = stray.layout.cell is not None and self._is_table_of(block, last)
                block.texts.setdefault(last, []).append(FieldParagraph(spans, stray.layout, True, is_table))
        self._fill_in_order(block)

    def _fill_in_order(self, block: _Block) -> None:
        """Give paragraphs of one look, of which each could be several fields, those fields where all of them are there."""
        looks: dict[tuple[int, str], list[Stray]] = {}
        for each in block.lost:
            looks.setdefault(self._looks(each), []).append(each)
        for those in looks.values():
            fields = self.patterns.unlabelled(block.container, those[0].layout)
            if len(those) == len(fields) > 1 and not block.texts.keys() & set(fields):
                block.lost = [each for each in block.lost if each not in those]
                for name, each in zip(fields, those, strict=True):
                    block.texts[name] = [FieldParagraph(each.spans, each.layout, True)]

    def _place(self, block: _Block, name: str, row: Row) -> str:
        """Give the field of the new entry: in a list within it each that comes anew is of one entry more."""
        found = _STEP.fullmatch(name)
        if found is None:
            return name
        inner, rest = found[1], found[2]
        number = block.counts.get(inner, -1)
        is_next = number < 0 or f"{inner}[{number}]{rest}" in block.texts or (rest and block.rows[inner] != row)
        number += bool(is_next)
        block.counts[inner], block.rows[inner] = number, row
        return f"{inner}[{number}]{rest}"

    def _runs_on(self, block: _Block, name: str, stray: Stray) -> bool:
        """Tell whether a paragraph is more of the longer text before it, which has one of its style already."""
        path = f"{block.container}[0].{name}"
        return kind_of(path) is Kind.RICH and stray.layout.style in (block.texts[name][-1].layout.style, "", "normal")

    def _is_table_of(self, block: _Block, name: str) -> bool:
        """Tell whether a table is one of the text itself, and not what the entries of this list are laid out in."""
        path = f"{block.container}[0].{name}"
        is_laid_out = self.patterns.is_laid_out(block.container, name)
        return kind_of(path) is Kind.RICH and not self._is_row(block.strays[0]) and not is_laid_out

    def _is_printed(self, stray: Stray, block: _Block) -> bool:
        """Tell whether a paragraph is what is printed in every entry: a label, or a number; of a row, numbers alone."""
        text = squeeze(stray.text)
        if _COUNTED.fullmatch(text) is not None:
            return True
        return text in self._blueprint.fixed and (not self._is_row(block.strays[0]) or any(map(str.isdigit, text)))

    def _give_labels_back(self) -> None:
        """Take labels for printed that were counted too much, since a new entry that stands before them has the same."""
        spare = [
            squeeze(self._alignment.reading[number].text) for number in self._alignment.fixed if self._is_inside(number)
        ]
        for stray in [each for each in self._alignment.strays if each.paragraph not in self.taken]:
            text = squeeze(stray.text)
            if text in spare:
                spare.remove(text)
                self._alignment.strays.remove(stray)
                self._alignment.fixed.add(stray.paragraph)

    def _is_inside(self, number: int) -> bool:
        """Tell whether a printed paragraph stands within a new entry."""
        return any(
            block.strays[0].paragraph < number < block.strays[-1].paragraph
            or (self._is_row(block.strays[0]) and row_of(block.strays[0]) == row_of(self._alignment.reading[number]))
            for block in self.blocks
        )

    # --- what was found ----------------------------------------------------------------------------------------------

    def added(self) -> list[Added]:
        """Give the new entries; of one that is shown in two places, such as an overview, one with the fields of both."""
        found: list[Added] = []
        for block in self.blocks:
            before, behind = (block.nearest, None) if block.is_behind else (None, block.nearest)
            texts = tuple((name, tuple(those)) for name, those in block.texts.items())
            entry = Added(block.container, before, behind, texts, tuple(each.paragraph for each in block.strays))
            same = next((place for place, each in enumerate(found) if _is_same(each, entry)), None)
            if same is None:
                found.append(entry)
            else:
                found[same] = _unite(found[same], entry)
        return found

    def is_shown_twice(self, stray: Stray) -> bool:
        """Tell whether a paragraph says what a new entry says, as a line of an overview does."""
        text = _LEADING.sub("", squeeze(stray.text))
        return any(
            text == squeeze("".join(span.text for each in those for span in each.spans))
            and stray.layout.style in {shape.layout.style for shape in self.patterns.shapes[block.container]}
            for block in self.blocks
            for those in block.texts.values()
        )

    def unplaced(self) -> Iterator[Unplaced]:
        """Give what stands in new entries and has no field there; of one table together."""
        for block in self.blocks:
            why = f"it stands in a new entry of `{block.container}`, and no field of that is known to look like it"
            tables: dict[object, list[Stray]] = {}
            for each in block.lost:
                cell = each.layout.cell
                tables.setdefault(cell.table if cell else object(), []).append(each)
            for those in tables.values():
                text = " / ".join(squeeze(each.text) for each in those)
                yield Unplaced(text, block.container, why, those[0].paragraph)


def _is_same(one: Added, other: Added) -> bool:
    """Tell whether two new entries are one, of which the document shows two parts: what both have is the same."""
    said, told = (dict(zip((name for name, _ in each.texts), each.words, strict=True)) for each in (one, other))
    shared = said.keys() & told.keys()
    names = [name for name in shared if said[name] == told[name]]
    return one.list == other.list and bool(names) and len(names) == len(shared) and said.keys() != told.keys()


def _unite(one: Added, other: Added) -> Added:
    texts = dict(one.texts) | {name: those for name, those in other.texts if name not in dict(one.texts)}
    fuller = one if len(one.texts) > len(other.texts) else other
    paragraphs = (*one.paragraphs, *other.paragraphs)
    return Added(one.list, fuller.before, fuller.behind, tuple(texts.items()), paragraphs)
