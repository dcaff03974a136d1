"""A fault as it is planted: what is edited in a brief's text, which code is to be found for it, and on which lines."""

import hashlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from tools.mutation.brief_text import BriefText


@dataclass(frozen=True, slots=True)
class Edit:
    """Other words for the text from one offset to another."""

    start: int
    end: int
    words: str


@dataclass(frozen=True, slots=True)
class Fault:
    """A fault in one brief.

    ``at`` are offsets of the unplanted text: on the line of each a finding with ``code`` is to be. Without any it is the
    first line of the last edit's words. ``also`` are findings that the fault cannot but cause elsewhere, as code and offset.
    """

    brief: BriefText
    code: str
    edits: tuple[Edit, ...]
    at: tuple[int, ...] = ()
    also: tuple[tuple[str, int], ...] = ()

    @property
    def text(self) -> str:
        """Give the text of the brief with the fault in it."""
        text = self.brief.text
        for edit in sorted(self.edits, key=lambda each: -each.start):
            text = text[: edit.start] + edit.words + text[edit.end :]
        return text

    @property
    def lines(self) -> tuple[int, ...]:
        """Give the lines of the planted text on which the fault is to be found."""
        if self.at:
            return tuple(dict.fromkeys(self.new_line(self.brief.line(offset)) for offset in self.at))
        return (self._first_line(self.edits[-1]),)

    @property
    def planted(self) -> frozenset[int]:
        """Give all lines that the fault changed, as they are numbered afterwards."""
        changed = {
            self._first_line(edit) + extra
            for edit in self.edits
            for extra in range(edit.words.rstrip("\n").count("\n") + 1)
        }
        return frozenset(changed | set(self.lines))

    @property
    def declared(self) -> frozenset[tuple[str, int]]:
        """Give what may be found elsewhere too, as code and line of the planted text."""
        return frozenset((code, self.new_line(self.brief.line(offset))) for code, offset in self.also)

    def new_line(self, line: int) -> int:
        """Give the number that a line of the unplanted text has afterwards."""
        start = self.brief.offset(line)
        return line + sum(self._grows(edit) for edit in self.edits if edit.end <= start)

    def _grows(self, edit: Edit) -> int:
        return edit.words.count("\n") - self.brief.text.count("\n", edit.start, edit.end)

    def _first_line(self, edit: Edit) -> int:
        before = sum(self._grows(other) for other in self.edits if other.start < edit.start)
        lead = len(edit.words) - len(edit.words.lstrip("\n"))
        return self.brief.line(edit.start) + before + lead


Planting = Callable[[BriefText], Iterator[Fault]]


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of fault: what is done, and how it is planted into a brief."""

    name: str
    plant: Planting
    languages: tuple[str, ...] = field(default=("en",))

    def choose(self, briefs: tuple[BriefText, ...], most: int) -> list[Fault]:
        """Give some of the faults of this kind, spread over the briefs by a hash, so the same ones on every run."""
        groups = [self._sort(brief) for brief in briefs if brief.value("language")[:2] in self.languages]
        rounds = max(map(len, groups), default=0)
        spread = [group[turn] for turn in range(rounds) for group in groups if turn < len(group)]
        return spread[:most]

    def _sort(self, brief: BriefText) -> list[Fault]:
        def weigh(fault: Fault) -> str:
            return hashlib.sha256(f"{self.name} {brief.name} {fault.edits[-1].start}".encode()).hexdigest()

        return sorted(self.plant(brief), key=weigh)
