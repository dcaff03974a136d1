"""Which pages of a pack are new since it was issued, and what they are called: page 12 gives way to 12 and 12a, the rest stay.

A pack's PDF holds a list of its pages, each with its name and with a fingerprint of what stands between its margins; by that a
later one is compared with it.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from briefmaker.diagnostics import BriefmakerError
from briefmaker.view.pack_shape import ExchangeView

PAGES_PROPERTY = "pages"
_MOST_LETTERS = 26
_ENTRY = re.compile(r"([0-9]+)([a-z]?)(\*?):([0-9a-f]{8})")


@dataclass(frozen=True, slots=True, order=True)
class PageName:
    """What a page is called: its number, and its letter as a count from 1, 0 for none."""

    number: int
    letter: int = 0

    def __str__(self) -> str:
        """Write it as it stands at the foot of the page: ``12a``."""
        return f"{self.number}{chr(ord('a') + self.letter - 1) if self.letter else ''}"


@dataclass(frozen=True, slots=True)
class KnownPage:
    """A page of a pack; those of the front are told apart, since they change with the numbers that they name."""

    name: PageName
    fingerprint: str
    is_front: bool = False


@dataclass(frozen=True, slots=True)
class FormerPack:
    """A pack as it was issued: what its pages count, and each of them in order."""

    total: int
    pages: tuple[KnownPage, ...]


@dataclass(frozen=True, slots=True)
class Changes:
    """The names of all pages of a pack, the places of those that are new, and what is to be exchanged."""

    names: tuple[PageName, ...]
    changed: frozenset[int] = frozenset()
    exchanges: tuple[ExchangeView, ...] = ()


def write_pages(total: int, pages: Iterable[KnownPage]) -> str:
    """Give the list of a pack's pages as its PDF holds it."""
    entries = (f"{page.name}{'*' if page.is_front else ''}:{page.fingerprint}" for page in pages)
    return f"{total} {' '.join(entries)}"


def read_pages(written: str) -> FormerPack | None:
    """Give a pack by the list of its pages; None for what is none."""
    total, *entries = written.split() or [""]
    matches = [_ENTRY.fullmatch(entry) for entry in entries]
    if not total.isdigit() or not entries or not all(matches):
        return None
    pages = [
        KnownPage(PageName(int(m[1]), ord(m[2]) - ord("a") + 1 if m[2] else 0), m[4], bool(m[3])) for m in matches if m
    ]
    return FormerPack(int(total), tuple(pages))


def name_pages(count: int) -> Changes:
    """Give the names of a pack's pages when it is issued whole: 1, 2, 3."""
    return Changes(tuple(PageName(number) for number in range(1, count + 1)))


def compare_pages(former: FormerPack, fingerprints: Sequence[str | None]) -> Changes:
    """Name the pages of a pack so that those which stayed keep their names; None stands for a page of the front.

    Raises BriefmakerError where there are no letters left for what came in between.
    """
    old, new = (
        _mark_front([None if page.is_front else page.fingerprint for page in former.pages]),
        _mark_front(fingerprints),
    )
    names: list[PageName] = []
    changed: set[int] = set()
    exchanges = []
    for kind, first, last, begins, ends in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        out = [page.name for page in former.pages[first:last]]
        following = former.pages[last].name if last < len(former.pages) else None
        into = out if kind == "equal" else _name_anew(out, ends - begins, names, following)
        if kind != "equal":
            changed.update(range(begins, ends))
            exchanges.append(ExchangeView(list_names(out), list_names(into)))
        names += into
    return Changes(tuple(names), frozenset(changed), tuple(exchanges))


def _mark_front(fingerprints: Sequence[str | None]) -> list[str]:
    return [f"front {place}" if each is None else each for place, each in enumerate(fingerprints)]


def _name_anew(
    out: Sequence[PageName], count: int, before: Sequence[PageName], following: PageName | None
) -> list[PageName]:
    """Give names to new pages: those of the pages that they take the place of, then the last one's with letters."""
    into = list(out[:count])
    last = (into or list(before) or [PageName(0)])[-1]
    into += [PageName(last.number, last.letter + further) for further in range(1, count - len(into) + 1)]
    if into and (into[-1].letter > _MOST_LETTERS or (following is not None and into[-1] >= following)):
        raise BriefmakerError(
            f"there are no numbers left for the pages after {last}",
            "issue the pack anew, without --replace",
            exit_code=1,
        )
    return into


def list_names(names: Iterable[PageName]) -> str:
    """Give page names in a line: ``12, 12a, 13``."""
    return ", ".join(map(str, names))


def add_front(changes: Changes, former: FormerPack, fingerprints: Sequence[str]) -> Changes:
    """Add the pages of the front, now that it is laid out with the names of the others, where they differ from the former."""
    old = {page.name: page.fingerprint for page in former.pages if page.is_front}
    places = [
        place
        for place, each in enumerate(fingerprints)
        if place not in changes.changed and old.get(changes.names[place]) != each
    ]
    names = [str(changes.names[place]) for place in places]
    exchanges = (*(ExchangeView(name, name) for name in names), *changes.exchanges)
    return Changes(changes.names, changes.changed | set(places), exchanges)


def add_backs(changes: Changes) -> Changes:
    """Add, for a pack that is printed on both sides, the other side of each sheet of which one side is new."""
    sheets = {(changes.names[place].number - 1) // 2 for place in changes.changed}
    places = [
        place
        for place, name in enumerate(changes.names)
        if place not in changes.changed and not name.letter and (name.number - 1) // 2 in sheets
    ]
    exchanges = (*changes.exchanges, *(ExchangeView(str(changes.names[n]), str(changes.names[n])) for n in places))
    ordered = tuple(sorted(exchanges, key=_first_number))
    return Changes(changes.names, changes.changed | set(places), ordered)


def _first_number(exchange: ExchangeView) -> tuple[int, str]:
    first = (exchange.out or exchange.into).split(",")[0]
    return int(re.sub(r"\D", "", first) or 0), first
