"""Carries the edits of a shown text over into the text as it was typed, and leaves all around them as it is."""

import re
from collections.abc import Sequence
from difflib import SequenceMatcher

from briefmaker.diagnostics import Fix

_TOKEN = re.compile(r"\[@[^\[\]]*\]|[\w’']+|(?:\\| {2,})\n|\s+|.", re.DOTALL)


def carry_over(typed: str, shown: str, edited: str) -> tuple[Fix, ...] | None:
    """Give what to replace in ``typed`` so that it is changed as ``shown`` was changed into ``edited``.

    ``shown`` is the Markdown of what ``typed`` shows, which may be written otherwise and hold what is filled in for it. None
    where an edit touches something that stands in ``typed`` in another way.
    """
    own, before, after = (_TOKEN.findall(text) for text in (typed, shown, edited))
    places = _places_of(own, before)
    ends = _ends(own)
    fixes = []
    for kind, first, last, start, end in _compare(before, after):
        if kind == "equal":
            continue
        stretch = _find_stretch(places, ends, first, last)
        if stretch is None:
            return None
        fixes.append(Fix(*stretch, "".join(after[start:end])))
    return tuple(fixes)


def _compare(before: list[str], after: list[str]) -> Sequence[tuple[str, int, int, int, int]]:
    """Compare two texts in one way of writing: here each blank before an entry of a list counts."""
    matcher = SequenceMatcher(None, before, after, autojunk=False)
    return matcher.get_opcodes()


def _key(token: str) -> str:
    """Give what a token is compared by: lines may be folded anywhere, paragraphs are parted by empty lines."""
    if token.endswith("\n") and not token.isspace():
        return "\n"
    if not token.isspace():
        return token
    if token.endswith("\n") and token.startswith("  ") and token.count("\n") == 1:
        return "\n"
    return "\n\n" if token.count("\n") > 1 else " "


def _places_of(own: list[str], before: list[str]) -> dict[int, int]:
    """Give for each token of what is shown the token of what was typed that it stands for, where there is one."""
    matcher = SequenceMatcher(None, [*map(_key, own)], [*map(_key, before)], autojunk=False)
    return {
        block.b + offset: block.a + offset for block in matcher.get_matching_blocks() for offset in range(block.size)
    }


def _ends(own: list[str]) -> list[int]:
    """Give where each token of a text begins, and where the last one ends."""
    ends = [0]
    for token in own:
        ends.append(ends[-1] + len(token))
    return ends


def _find_stretch(places: dict[int, int], ends: list[int], first: int, last: int) -> tuple[int, int] | None:
    """Give where tokens stand in what was typed, by themselves or by their neighbours."""
    start = places[first] if first in places else places.get(first - 1, -2) + 1
    stop = places[last - 1] + 1 if last - 1 in places else places.get(last, -1)
    if first == last:
        start = stop = places[first - 1] + 1 if first - 1 in places else places.get(first, -1)
    if start < 0 or stop < start:
        return None
    if (first - 1 in places and places[first - 1] >= start) or (last in places and places[last] < stop):
        return None
    return ends[start], ends[stop]
