"""Schemes of markings: the levels of one, its caveats, and how they are written at the head of a page and beside a portion."""

from enum import StrEnum
from functools import cached_property
from typing import Annotated

from pydantic import Field

from briefmaker.model.part import AsList, Part
from briefmaker.model.text import ShortText, Words, YesNo


class Joiner(StrEnum):
    """What stands between a marking and its caveats."""

    SLASHES = "slashes"
    DASH = "dash"
    BLANK = "blank"


_SIGNS = {Joiner.SLASHES: "//", Joiner.DASH: " – ", Joiner.BLANK: " "}


class Level(Part):
    """One marking of a scheme, and the mark that stands beside a portion."""

    marking: Words = Field(description="The marking as it stands at the head of a page, such as NATO RESTRICTED.")
    portion: Words = Field(description="Its mark beside a portion, such as NR, without the brackets.")


class Caveat(Part):
    """Something that stands beside a marking and says who may have what it marks."""

    caveat: Words = Field(description="The caveat as it stands at the head of a page, such as NOFORN.")
    portion: Words | None = Field(None, description="Its mark beside a portion, such as NF; else the caveat itself.")
    group: Words | None = Field(None, description="Caveats of one group are joined by / where the others are by //.")
    lowest: Words | None = Field(None, description="The lowest marking of the scheme that the caveat can stand beside.")
    takes_words: YesNo = Field(False, description="true for one that goes on with words of its own, such as REL TO.")
    permits: YesNo = Field(
        False, description="true for one that opens instead of closing: the whole has it only where every portion has."
    )


class MarkingScheme(Part):
    """A scheme: its markings from lowest to highest, and its caveats."""

    name: ShortText = Field(description="Name of the scheme, for messages.")
    levels: Annotated[tuple[Level, ...], AsList] = Field(description="The markings, lowest first.")
    mark_every_portion: YesNo = Field(
        False, description="true to mark every portion, false to mark those that state a marking of their own."
    )
    joined_by: Joiner = Field(Joiner.DASH, description="slashes, dash or blank: what stands before a caveat.")
    caveats: Annotated[tuple[Caveat, ...], AsList] = Field(
        (), description="Caveats; joined by slashes they keep this order."
    )
    other_caveats: YesNo = Field(True, description="false to refuse caveats that are not listed.")

    @cached_property
    def portions(self) -> dict[str, str]:
        """The mark beside a portion for each marking, lowest first."""
        return {level.marking: level.portion for level in self.levels}

    def rank(self, marking: str) -> int:
        """Give how high a marking stands; 0 is the lowest."""
        return list(self.portions).index(marking)

    def find_caveat(self, written: str) -> Caveat | None:
        """Give the caveat that is meant by ``NOFORN`` or ``REL TO USA, GBR``, or None for one that is not listed."""
        return next((each for each in self.caveats if _is_meant(each, written)), None)

    def suits(self, written: str, marking: str | None) -> bool:
        """Tell whether a caveat can stand beside a marking; one that is not listed can beside any."""
        caveat = self.find_caveat(written)
        if caveat is None or caveat.lowest not in self.portions:
            return True
        return marking in self.portions and self.rank(marking) >= self.rank(caveat.lowest)

    def write(self, marking: str | None, handling: tuple[str, ...]) -> str:
        """Give a marking with its caveats as they stand at the head of a page: ``SECRET//ORCON/NOFORN``."""
        return self._join(marking, [(self.find_caveat(each), each) for each in self.sort(handling)])

    def write_portion(self, marking: str | None, handling: tuple[str, ...]) -> str:
        """Give the mark that stands beside a portion, ``(S//OC/NF)``; empty where the scheme has no such marking."""
        if marking not in self.portions:
            return ""
        found = [(self.find_caveat(each), each) for each in self.sort(handling)]
        return f"({self._join(self.portions[marking], [(each, _shorten(each, written)) for each, written in found])})"

    def sort(self, handling: tuple[str, ...]) -> tuple[str, ...]:
        """Give caveats each once, as written; a register that joins by slashes has an order, and others come after it."""
        if self.joined_by is not Joiner.SLASHES:
            return tuple(dict.fromkeys(handling))
        listed = {each.caveat: place for place, each in enumerate(self.caveats)}

        def place(written: str) -> int:
            caveat = self.find_caveat(written)
            return len(listed) if caveat is None else listed[caveat.caveat]

        return tuple(sorted(dict.fromkeys(handling), key=place))

    def _join(self, marking: str | None, caveats: list[tuple[Caveat | None, str]]) -> str:
        sign = _SIGNS[self.joined_by]
        written, group = marking or "", None
        for caveat, words in caveats:
            is_same = group is not None and caveat is not None and caveat.group == group
            written += ("/" if is_same else sign if written else "") + words
            group = caveat.group if caveat else None
        return written


def _is_meant(caveat: Caveat, written: str) -> bool:
    if not caveat.takes_words:
        return written == caveat.caveat
    return len(written) > len(caveat.caveat) and written.startswith(caveat.caveat)


def _shorten(caveat: Caveat | None, written: str) -> str:
    """Give a caveat as it stands beside a portion; words of its own stay."""
    if caveat is None or caveat.portion is None:
        return written
    return caveat.portion + written.removeprefix(caveat.caveat)
