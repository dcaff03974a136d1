"""Writes a body, a cell, or the head or foot of a page with its tracked changes, block by block, tables row by row."""

from collections.abc import Iterator, Sequence
from copy import deepcopy
from dataclasses import dataclass
from typing import Any

from lxml import etree

from briefmaker.review.redline.aligning import align
from briefmaker.review.redline.blocks import Block, Row, Side, liken_blocks, liken_rows, list_blocks
from briefmaker.review.redline.carrying import Carrier
from briefmaker.review.redline.merging import Marker, Merged, merge
from briefmaker.review.redline.revisions import Reviser
from briefmaker.review.redline.slots import Slot, order_slots
from briefmaker.review.redline.stretches import Content
from briefmaker.view.compare_words import RunKind
from briefmaker.writing.word.wordml import W

_NOTHING = Content(())


@dataclass(frozen=True, slots=True)
class ContainerWriter:
    """Writes the blocks of one part of a document; ``carrier`` makes what is gone fit into the new part."""

    old: Side
    new: Side
    carrier: Carrier
    reviser: Reviser

    def rewrite(self, old: Any, new: Any) -> None:
        """Put into a container of the new part what both versions hold, with revisions; all else in it stays."""
        self._rewrite_blocks(list(list_blocks(old, self.old)), list(list_blocks(new, self.new)), new)

    def _rewrite_blocks(self, before: Sequence[Block], after: Sequence[Block], new: Any) -> None:
        pairs = align(before, after, lambda block: block.key, liken_blocks)
        slots = order_slots([(_pick(before, i), _pick(after, j)) for i, j in pairs])
        written = [self._write(slot) for slot in slots]
        place = new.index(after[0].element) if after else len(new)
        for block in after:
            new.remove(block.element)
        new[place:place] = written

    def _write(self, slot: Slot) -> Any:
        if slot.is_paragraph:
            return self._write_paragraph(slot)
        old = slot.old.rows if slot.old else ()
        new = slot.new.rows if slot.new else ()
        if slot.old and slot.new and slot.is_as_it_was and self._keeps_lists(slot.old, slot.new):
            return slot.new.element
        return self._write_table(slot, old, new)

    def _keeps_lists(self, old: Block, new: Block) -> bool:
        """Tell whether the paragraphs of two equal blocks belong to the same lists."""
        # Each is asked, since each that is asked is remembered.
        same = [self.new.lists.is_one(i, j) for i, j in zip(old.numbers, new.numbers, strict=True)]
        return all(same)

    def _write_paragraph(self, slot: Slot) -> Any:
        if slot.old and slot.new and slot.is_as_it_was and self._keeps_lists(slot.old, slot.new):
            return slot.new.element
        paragraph = etree.Element(f"{W}p")
        properties = self._write_properties(slot)
        if len(properties):
            paragraph.append(properties)
        paragraph.extend(self.reviser.write_content(self._merge(slot), self.carrier))
        return paragraph

    def _merge(self, slot: Slot) -> Iterator[Merged | Marker]:
        before = slot.old.content if slot.old else _NOTHING
        return merge(before, slot.new.content if slot.new else _NOTHING)

    def _write_properties(self, slot: Slot) -> Any:
        """Give the properties of a paragraph: those it has at last, those it had before, and what its mark is."""
        old, new = slot.looks_old, slot.looks_new
        if new is None:
            assert old is not None  # noqa: S101 - a paragraph is in one of both
            properties = self._fit_properties(old)
            for mark in properties.findall(f"{W}rPr"):
                properties.remove(mark)
            self.reviser.mark_paragraph(properties, slot.mark)
            return properties
        found = new.element.find(f"{W}pPr")
        properties = etree.Element(f"{W}pPr") if found is None else deepcopy(found)
        self.reviser.mark_paragraph(properties, slot.mark)
        if old is not None and (old.properties != new.properties or not self._is_same_list(old, new)):
            self.reviser.tell_former(properties, self._fit_properties(old))
        return properties

    def _is_same_list(self, old: Block, new: Block) -> bool:
        return len(old.numbers) == len(new.numbers) and self._keeps_lists(old, new)

    def _fit_properties(self, block: Block) -> Any:
        found = block.element.find(f"{W}pPr")
        return etree.Element(f"{W}pPr") if found is None else self.carrier.fit(found)

    def _write_table(self, slot: Slot, old: Sequence[Row], new: Sequence[Row]) -> Any:
        """Give a table of the rows of both: those that stayed cell by cell, the others as new or gone."""
        frame = slot.new or slot.old
        assert frame is not None  # noqa: S101 - a table is in one of both
        table = etree.Element(f"{W}tbl")
        for child in frame.element:
            if child.tag != f"{W}tr":
                table.append(deepcopy(child) if slot.new else self.carrier.fit(child))
        for i, j in align(old, new, lambda row: row.key, liken_rows):
            table.append(self._write_row(_pick(old, i), _pick(new, j)))
        return table

    def _write_row(self, old: Row | None, new: Row | None) -> Any:
        if old is None or new is None:
            return self._write_single(old, new)
        cells = new.element.findall(f"{W}tc")
        for before, after, cell in zip(old.cells, new.cells, cells, strict=True):
            self._rewrite_blocks(before, after, cell)
        return new.element

    def _write_single(self, old: Row | None, new: Row | None) -> Any:
        """Give a row that is new or gone, and say so of all its words too."""
        if new is not None:
            row, side, kind = deepcopy(new.element), self.new, RunKind.NEW
        else:
            assert old is not None  # noqa: S101 - a row is in one of both
            row, side, kind = deepcopy(old.element), self.old, RunKind.GONE
        for paragraph in list(row.iter(f"{W}p")):
            self._mark_words(Block(paragraph, side), kind)
        self.reviser.mark_row(row, kind)
        return row

    def _mark_words(self, block: Block, kind: RunKind) -> None:
        """Say of all words of a paragraph, and of its mark, that they are new or gone with their row, as Word does."""
        content, paragraph = block.content, block.element
        is_gone = kind is RunKind.GONE
        found = paragraph.find(f"{W}pPr")
        properties = self._fit_properties(block) if is_gone or found is None else found
        for mark in properties.findall(f"{W}rPr") if is_gone else ():
            properties.remove(mark)
        self.reviser.mark_paragraph(properties, kind)
        pieces = merge(content, _NOTHING) if is_gone else merge(_NOTHING, content)
        written = list(self.reviser.write_content(pieces, self.carrier))
        for child in list(paragraph):
            paragraph.remove(child)
        paragraph.append(properties)
        paragraph.extend(written)


def _pick(blocks: Sequence[Any], place: int | None) -> Any:
    return None if place is None else blocks[place]
