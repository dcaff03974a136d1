"""Orders the blocks of two versions so that every paragraph that is new or gone can be taken back without a trace.

A tracked paragraph mark joins its paragraph with the one after it. So the last paragraph before a table, and the last of a cell
or of the body, cannot have one: what is new or gone there is told by the mark of the paragraph before it, as Word itself does
when somebody types at the end of a paragraph.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from briefmaker.review.redline.blocks import Block
from briefmaker.view.compare_words import RunKind


@dataclass(frozen=True, slots=True)
class Slot:
    """A block in the merged document: the old one, the new one, or both.

    Of a paragraph, ``mark`` says what its mark is; ``looks_old`` and ``looks_new`` are the paragraphs whose properties
    it has once all is rejected or accepted, None where it is not there then.
    """

    old: Block | None
    new: Block | None
    mark: RunKind = RunKind.SAME
    looks_old: Block | None = None
    looks_new: Block | None = None

    @property
    def kind(self) -> RunKind:
        """Tell whether its content is in both, gone, or new."""
        if self.old is None:
            return RunKind.NEW
        return RunKind.GONE if self.new is None else RunKind.SAME

    @property
    def is_as_it_was(self) -> bool:
        """Tell whether both versions have it and nothing about it has changed."""
        if self.old is None or self.new is None or self.mark is not RunKind.SAME:
            return False
        return self.looks_old is self.old and self.looks_new is self.new and self.old.key == self.new.key

    @property
    def is_paragraph(self) -> bool:
        """Tell whether it is a paragraph."""
        block = self.new or self.old
        return block is not None and block.is_paragraph


def order_slots(pairs: Sequence[tuple[Block | None, Block | None]]) -> Iterator[Slot]:
    """Give the blocks of a container, aligned before, with what each paragraph mark has to say."""
    slots = [Slot(old, new, looks_old=old, looks_new=new) for old, new in pairs]
    slots = [replace(each, mark=each.kind) if each.is_paragraph else each for each in slots]
    segment: list[Slot] = []
    for slot in _pair_last(slots):
        if slot.is_paragraph:
            segment.append(slot)
        else:
            yield from _settle(segment)
            yield slot
            segment = []
    yield from _settle(segment)


def _pair(old: Slot, new: Slot) -> Slot:
    return Slot(old.old, new.new, looks_old=old.old, looks_new=new.new)


def _pair_last(slots: list[Slot]) -> list[Slot]:
    """Pair the last paragraphs of both versions where that of one stands before a table that is followed by the other."""
    old = _find_last(slots, RunKind.NEW)
    new = _find_last(slots, RunKind.GONE)
    if old is None or new is None or not (slots[old].is_paragraph and slots[new].is_paragraph):
        return slots
    first, last = sorted((old, new))
    if first == last or all(each.is_paragraph for each in slots[first:last]):
        return slots
    if slots[first].kind is RunKind.SAME:
        split = replace(slots[first], mark=slots[last].kind)
        freed = (
            replace(split, old=None, looks_old=None)
            if slots[last].kind is RunKind.NEW
            else replace(split, new=None, looks_new=None)
        )
    else:
        freed = None
    paired = _pair(slots[old], slots[new])
    kept = [*slots[:first], *([freed] if freed else []), *slots[first + 1 :]]
    position = last if freed else last - 1
    return [*kept[:position], *kept[position + 1 :], paired]


def _find_last(slots: list[Slot], other: RunKind) -> int | None:
    """Give the place of the last block that one of both versions has: the one whose own blocks are not of the other kind."""
    return next((place for place in range(len(slots) - 1, -1, -1) if slots[place].kind is not other), None)


def _settle(segment: list[Slot]) -> Iterator[Slot]:
    """Give paragraphs that follow one another so that the last one's mark stays."""
    start = next((place + 1 for place in range(len(segment) - 1, -1, -1) if _stays(segment[place])), 0)
    head, tail = segment[:start], segment[start:]
    gone = [each for each in tail if each.kind is RunKind.GONE]
    come = [each for each in tail if each.kind is RunKind.NEW]
    if gone and come:
        yield from (*head, *gone[:-1], *come[:-1], _pair(gone[-1], come[-1]))
    elif head and tail:
        yield from (*head[:-1], *_shift([head[-1], *tail], tail[0].kind))
    else:
        yield from segment


def _stays(slot: Slot) -> bool:
    return slot.kind is RunKind.SAME


def _shift(slots: list[Slot], kind: RunKind) -> Iterator[Slot]:
    """Let a paragraph that stays, and those of one kind after it, hand their marks on to the one before."""
    stays, last = slots[0], slots[-1]
    if kind is RunKind.NEW:
        yield replace(stays, mark=kind, looks_old=None)
        yield from slots[1:-1]
        yield replace(last, mark=RunKind.SAME, looks_old=stays.old)
    else:
        yield replace(stays, mark=kind, looks_new=None)
        yield from slots[1:-1]
        yield replace(last, mark=RunKind.SAME, looks_new=stays.new)
