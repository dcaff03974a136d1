"""Which page follows which in a pack: cover and contents, then each part behind its divider, on a right-hand page if asked."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum


class SlotKind(StrEnum):
    """Where a page of the pack comes from."""

    FRONT = "front"
    DIVIDER = "divider"
    BLANK = "blank"
    PAGE = "page"


@dataclass(frozen=True, slots=True)
class Slot:
    """One page of a pack: ``part`` is the place of its tab or annex, -1 for the front; ``page`` counts within that from 0."""

    kind: SlotKind
    part: int
    page: int = 0


@dataclass(frozen=True, slots=True)
class Plan:
    """The pages of a pack in order."""

    slots: tuple[Slot, ...]

    def first_page(self, part: int) -> int:
        """Give the number, from 1, of the page on which a part begins: its divider where it has one."""
        begins = (SlotKind.DIVIDER, SlotKind.PAGE)
        return next(n for n, slot in enumerate(self.slots, 1) if slot.part == part and slot.kind in begins)

    def count(self, part: int) -> int:
        """Give how many pages a part itself has."""
        return sum(slot.part == part and slot.kind is SlotKind.PAGE for slot in self.slots)


def plan_pages(front: int, lengths: Sequence[int], *, is_double_sided: bool, has_dividers: bool) -> Plan:
    """Give the order of pages, for so many of the front and of each part.

    Double-sided, a part begins on a right-hand page, that is one with an odd number, and so does what follows its divider.
    """
    slots = [Slot(SlotKind.FRONT, -1, page) for page in range(front)]
    for part, length in enumerate(lengths):
        if has_dividers:
            slots += [*_fill_up(slots, part, is_double_sided), Slot(SlotKind.DIVIDER, part)]
        slots += _fill_up(slots, part, is_double_sided)
        slots += (Slot(SlotKind.PAGE, part, page) for page in range(length))
    return Plan(tuple(slots))


def _fill_up(slots: Sequence[Slot], part: int, is_double_sided: bool) -> Iterator[Slot]:
    """Give the page that stays empty so that the next has an odd number."""
    if is_double_sided and len(slots) % 2:
        yield Slot(SlotKind.BLANK, part)
