"""Parts a paragraph whose anchors are lost into its fields again, by where what is printed between them stood."""

import re
from collections.abc import Sequence
from difflib import SequenceMatcher
from itertools import pairwise

from briefmaker.review.blueprint import group_spans
from briefmaker.review.gaps import cut_spans
from briefmaker.review.versions import ReadParagraph, Span

_TOKEN = re.compile(r"\w+|\s|[^\w\s]")
_Places = list[int | None]


def part_as_sent(
    spans: Sequence[Span], sent: ReadParagraph, anchors: Sequence[int]
) -> list[tuple[int, tuple[Span, ...]]] | None:
    """Give the words of each anchor; None where what is printed around them is not all there as it was sent.

    Words between fields may also stand in a field, as a bracket does. Therefore the paragraph is compared with the one that was
    sent, and not searched for them.
    """
    pieces = group_spans(sent.spans, dict.fromkeys(anchors))
    before = [(anchor, _cut_up("".join(span.text for span in said))) for anchor, said in pieces]
    before = [(anchor, tokens) for anchor, tokens in before if tokens]
    text = "".join(span.text for span in spans)
    starts = [*(match.start() for match in _TOKEN.finditer(text)), len(text)]
    places = _find_places([token for _, tokens in before for token in tokens], _cut_up(text))
    cuts = _find_cuts(before, places, len(starts) - 1)
    if cuts is None:
        return None
    fields = (anchor for anchor, _ in before if anchor)
    stretches = zip(fields, pairwise(cuts), strict=True)
    return [(anchor, cut_spans(spans, starts[one[1]], starts[other[0]])) for anchor, (one, other) in stretches]


def _find_cuts(before: Sequence[tuple[int, list[str]]], places: _Places, end: int) -> list[tuple[int, int]] | None:
    """Give where what stands before, between and behind the fields is now; None where that is not all there."""
    cuts: list[tuple[int, int] | None] = [(0, 0)] if before and before[0][0] else []
    here = 0
    for number, (anchor, tokens) in enumerate(before):
        stretch = places[here : here + len(tokens)]
        if not anchor:
            cuts.append(_find_printed(stretch, end, is_first=number == 0, is_last=number == len(before) - 1))
        elif number and before[number - 1][0]:
            cuts.append(_find_border(places[here - 1], places[here]))
        here += len(tokens)
    if before and before[-1][0]:
        cuts.append((end, end))
    found = [cut for cut in cuts if cut is not None]
    return found if len(found) == len(cuts) else None


def _cut_up(text: str) -> list[str]:
    return [token if token.strip() else " " for token in _TOKEN.findall(text)]


def _find_places(before: Sequence[str], after: Sequence[str]) -> _Places:
    """Give where each of the tokens that were sent stands now; None for one that is gone."""
    if before == after:
        return list(range(len(after)))
    places: _Places = [None] * len(before)
    for block in SequenceMatcher(None, before, after, autojunk=False).get_matching_blocks():
        places[block.a : block.a + block.size] = range(block.b, block.b + block.size)
    return places


def _find_printed(places: _Places, end: int, *, is_first: bool, is_last: bool) -> tuple[int, int] | None:
    """Give where printed words stand now, in one piece; those at an edge of the paragraph have to stand there still."""
    first, last = places[0], places[-1]
    if first is None or last is None or None in places or last - first != len(places) - 1:
        return None
    if (is_first and first != 0) or (is_last and last != end - 1):
        return None
    return first, last + 1


def _find_border(one: int | None, other: int | None) -> tuple[int, int] | None:
    """Give the border of two fields that nothing is printed between, where the words on both sides of it are still there."""
    return (other, other) if one is not None and other is not None and other - one == 1 else None
