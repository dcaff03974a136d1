"""Which sentences of a text a citation covers: its own, and by the place where it stands the ones around it."""

from bisect import bisect_left
from collections.abc import Iterator
from itertools import groupby
from operator import attrgetter

from briefmaker.checks.plain_text import BlockKind, TextBlock
from briefmaker.checks.sentences import Stretch
from briefmaker.checks.text_in_brief import TextInBrief

_CELLS = (BlockKind.CELL, BlockKind.HEAD_CELL)


def list_uncovered(text: TextInBrief) -> Iterator[list[Stretch]]:
    """Give the sentences that no citation covers, of each paragraph, entry of a list and table that has some."""
    parts = [list(blocks) for _, blocks in groupby(text.blocks, key=_number_part)]
    cited = [_cites(text, part[0].start, part[-1].end) for part in parts]
    is_introduced = False
    for number, part in enumerate(parts):
        kind = part[0].kind
        beside = cited[max(number - 1, 0) : number + 2]
        is_covered = any(beside) if kind in _CELLS else kind is BlockKind.ITEM and is_introduced
        if kind is not BlockKind.ITEM:
            is_introduced = cited[number] and text.words[part[-1].end - 1] == ":"
        uncovered = [] if is_covered else list(_list_open(text, part[0].start, part[-1].end))
        if uncovered:
            yield uncovered


def _number_part(block: TextBlock) -> int:
    """Give what neighbouring cells have in common, and no two other blocks."""
    return -1 if block.kind in _CELLS else block.start


def _list_open(text: TextInBrief, start: int, end: int) -> Iterator[Stretch]:
    """Give the sentences of a part without a citation, unless the one at its end covers them all."""
    first = bisect_left(text.sentences, start, key=attrgetter("start"))
    sentences = text.sentences[first : bisect_left(text.sentences, end, key=attrgetter("start"))]
    # What is cited before the first word of all belongs to it.
    begins = [start, *(each.start for each in sentences[1:])]
    cited = [_cites(text, begin, each.end) for begin, each in zip(begins, sentences, strict=False)]
    if cited and cited[-1] and (sum(cited) == 1 or _stands_behind(text, end)):
        return
    yield from (sentence for sentence, is_cited in zip(sentences, cited, strict=True) if not is_cited)


def _cites(text: TextInBrief, start: int, end: int) -> bool:
    first = bisect_left(text.citations, start, key=attrgetter("start"))
    return first < len(text.citations) and text.citations[first].start <= end


def _stands_behind(text: TextInBrief, end: int) -> bool:
    """Tell whether a citation of sources stands behind the full stop of a paragraph that ends at an offset."""
    return text.words[end - 1] in ".!?…" and _cites(text, end, end)
