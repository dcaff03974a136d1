"""What stands beside the anchors of a paragraph: fixed words, which are passed over, and words that somebody put there."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

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
    found = _pattern(fixed or [""], is_before_first=is_before_first).fullmatch(text)
    if found is None:
        return Gap(strange=text)
    pieces = [cut_spans(spans, found.start(number), found.end(number)) for number in range(1, len(anchors) + 3)]
    between = ((anchor, piece) for anchor, piece in zip(anchors, pieces[1:-1], strict=True) if _says(piece))
    return Gap(
        pieces[0] if _says(pieces[0]) else (),
        tuple(between),
        pieces[-1] if _says(pieces[-1]) else (),
    )


def _says(spans: Sequence[Span]) -> bool:
    return any(span.text.strip() for span in spans)


def _pattern(fixed: Sequence[str], *, is_before_first: bool) -> re.Pattern[str]:
    """Give what finds the fixed words, with anything around and between them; the blanks may have changed.

    Where the same words may be fixed or not, the last field that is missing gets as much as it can.
    """
    pairs = list(pairwise(fixed))
    groups = [
        "(.*)" if place == len(pairs) - 1 or not behind.split() else "(.*?)" for place, (_, behind) in enumerate(pairs)
    ]
    written = "".join(f"{_loosely(each)}{group}" for each, group in zip(fixed, groups, strict=False))
    first, last = "(.*)" if is_before_first else "(.*?)", "(.*?)" if pairs or is_before_first else "(.*)"
    return re.compile(f"{first}{written}{_loosely(fixed[-1])}{last}", re.DOTALL)


def _loosely(fixed: str) -> str:
    words = fixed.split()
    return r"\s*" + r"\s+".join(map(re.escape, words)) + r"\s*" if words else ""


def cut_spans(spans: Sequence[Span], start: int, end: int) -> tuple[Span, ...]:
    """Give the words between two places of a row of spans."""
    cut, here = [], 0
    for span in spans:
        words = span.text[max(0, start - here) : max(0, end - here)]
        here += len(span.text)
        if words:
            cut.append(replace(span, text=words))
    return tuple(cut)
