"""What a reviewer changed in a brief, as plain data: field by field, with who and when."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from briefmaker.diagnostics import Diagnostic
from briefmaker.model.rich_text import Blocks


class What(StrEnum):
    """What was done to a field or to an entry of a list."""

    EDITED = "edited"
    EMPTIED = "emptied"
    ADDED = "added"
    REMOVED = "removed"
    MOVED = "moved"


@dataclass(frozen=True, slots=True, order=True)
class Hand:
    """Who changed something, and when, as Word writes it; both are empty for an edit that was not tracked."""

    author: str = ""
    date: str = ""


@dataclass(frozen=True, slots=True)
class Change:
    """One change. ``path`` is the field or entry; for an added entry its list, for moved ones too.

    ``before`` and ``after`` are Markdown. ``fields`` holds the texts of an added entry by field; ``after_entry`` and
    ``before_entry`` are the entries that it comes behind and in front of; ``origin`` is the field that it was moved from.
    ``order`` holds, for moved entries, each with the entry that it now comes behind (None for the beginning). ``is_exact``
    tells whether the document shows the field as it is, so that its looks can be taken over and not only its words.
    """

    what: What
    path: str
    document: str
    before: str = ""
    after: str = ""
    hands: tuple[Hand, ...] = ()
    is_tracked: bool = True
    fields: tuple[tuple[str, str], ...] = ()
    after_entry: int | None = None
    before_entry: int | None = None
    order: tuple[tuple[int, int | None], ...] = ()
    blocks: Blocks = ()
    is_exact: bool = True
    origin: str = ""
    is_stale: bool = False
    """Whether the brief says something else in this field since the document was made."""


@dataclass(frozen=True, slots=True)
class Remark:
    """A comment of a reviewer and the field that it is about; ``path`` is empty where none was found."""

    path: str
    author: str
    date: str
    text: str
    about: str
    document: str


@dataclass(frozen=True, slots=True)
class Leftover:
    """Words that could not be placed in the brief: what they are, the field that they stand behind, and why not."""

    text: str
    near: str
    why: str
    document: str
    hands: tuple[Hand, ...] = ()


@dataclass(frozen=True, slots=True)
class Review:
    """All that came back with one document; ``authors`` are those who tracked something in it, whether that counts or not."""

    document: str
    changes: tuple[Change, ...]
    leftovers: tuple[Leftover, ...]
    remarks: tuple[Remark, ...]
    findings: tuple[Diagnostic, ...] = ()
    authors: frozenset[str] = frozenset()


def unite_hands(hands: Iterable[Hand]) -> tuple[Hand, ...]:
    """Give each author once, with the last time that they changed something, in the order of those times."""
    last: dict[str, Hand] = {}
    for hand in sorted(hands, key=lambda each: each.date):
        last[hand.author] = hand
    return tuple(sorted(last.values(), key=lambda each: (each.date, each.author)))
