"""What stands beside the anchors of a paragraph: fixed words, which are passed over, and words that somebody put there."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from briefmaker.review.versions import Span


@dataclass(frozen=True, slots=True)
class Gap:
    """What a gap holds beside its fixed words: added to the field before, in place of lost anchors, added to the one behind.

    ``strange`` is all of it where the fixed words are not as they were sent.
    """

    before: tuple[Span, ...] = ()
    between: tuple[tuple[int, tuple[Span, ...]], ...] = ()
    behind: tuple[Span, ...] = ()
    strange: str = ""


def read_gap(
    spans: Sequence[Span], fixed: Sequence[str], anchors: Sequence[int], *, is_before_first: bool = False
) -> Gap:
    """Take a gap apart; ``fixed`` are the words that were sent there, with the place of an anchor between each two.

    With ``is_before_first`` all that can be is taken for words of the field before, whose own are gone.
    """
    text = "".join(span.text for span in spans)
    if not text.strip():
        return Gap()
    found = _find_fixed(text, fixed or [""], takes_all_before=is_before_first)
    if found is None:
        return Gap(strange=text)
    starts, ends = [0, *(end for _, end in found)], [*(start for start, _ in found), len(text)]
    pieces = [cut_spans(spans, start, end) for start, end in zip(starts, ends, strict=True)]
    between = ((anchor, piece) for anchor, piece in zip(anchors, pieces[1:-1], strict=True) if _says(piece))
    return Gap(
        pieces[0] if _says(pieces[0]) else (),
        tuple(between),
        pieces[-1] if _says(pieces[-1]) else (),
    )


def _says(spans: Sequence[Span]) -> bool:
    return any(span.text.strip() for span in spans)


def _find_fixed(text: str, fixed: Sequence[str], *, takes_all_before: bool) -> list[tuple[int, int]] | None:
    """Give where the fixed words stand, one behind the other; None where they are not all there. Blanks may have changed.

    Where the same words may be fixed or not, the last field that is missing gets as much as it can.
    """
    found: list[tuple[int, int] | None] = []
    place = 0
    for number, each in enumerate(fixed):
        takes_most = number == len(fixed) - 1 and (number > 0 or takes_all_before)
        stretch = _find(text, each, place, takes_most=takes_most) if each.strip() else None
        if each.strip() and stretch is None:
            return None
        found.append(stretch)
        place = stretch[1] if stretch else place
    if found[0] is None and not takes_all_before:
        found[0] = (0, 0)
    return _fill(found, len(text))


def _find(text: str, fixed: str, place: int, *, takes_most: bool) -> tuple[int, int] | None:
    """Give where some words stand for the first time from a place on, or for the last time."""
    pattern = re.compile(r"\s*" + r"\s+".join(map(re.escape, fixed.split())) + r"\s*")
    matches = pattern.finditer(text, place)
    match = next(matches, None)
    for match in matches if takes_most else ():  # noqa: B007 - the last one is wanted
        pass
    return None if match is None else match.span()


def _fill(found: Sequence[tuple[int, int] | None], end: int) -> list[tuple[int, int]]:
    """Give the same, with a place where nothing is printed between two fields: the first has all up to what is printed next."""
    filled: list[tuple[int, int]] = []
    for each in reversed(found):
        here = each or (end, end)
        filled.append(here)
        end = here[0]
    return filled[::-1]


def cut_spans(spans: Sequence[Span], start: int, end: int) -> tuple[Span, ...]:
    """Give the words between two places of a row of spans."""
    cut, here = [], 0
    for span in spans:
        words = span.text[max(0, start - here) : max(0, end - here)]
        here += len(span.text)
        if words:
            cut.append(replace(span, text=words))
    return tuple(cut)
