"""Which sentences of a text a citation covers: its own, and by the place where it stands the ones around it."""

from collections.abc import Iterator
from itertools import groupby

from briefmaker.checks.plain_text import BlockKind, TextBlock
from briefmaker.checks.sentences import Stretch
from briefmaker.checks.text_in_brief import TextInBrief

_CELLS = (BlockKind.CELL, BlockKind.HEAD_CELL)


def list_uncovered(text: TextInBrief) -> Iterator[list[Stretch]]:
    """Give the sentences that no citation covers, of each paragraph, entry of a list and table that has some."""
    parts = [list(blocks) for _, blocks in groupby(text.blocks, key=_number_part)]
    cited = [any(_cites(text, block.start, block.end) for block in part) for part in parts]
    is_introduced = False
    for number, part in enumerate(parts):
        kind = part[0].kind
        beside = cited[max(number - 1, 0) : number + 2]
        is_covered = any(beside) if kind in _CELLS else kind is BlockKind.ITEM and is_introduced
        if kind is not BlockKind.ITEM:
            is_introduced = cited[number] and text.words[: part[-1].end].endswith(":")
        uncovered = [] if is_covered else list(_list_open(text, part))
        if uncovered:
            yield uncovered


def _number_part(block: TextBlock) -> int:
    """Give what neighbouring cells have in common, and no two other blocks."""
    return -1 if block.kind in _CELLS else block.start


def _list_open(text: TextInBrief, blocks: list[TextBlock]) -> Iterator[Stretch]:
    """Give the sentences of a part without a citation, unless the one at its end covers them all."""
    start, end = blocks[0].start, blocks[-1].end
    sentences = [each for each in text.sentences if start <= each.start < end]
    begins = [
        start,
        *(each.start for each in sentences[1:]),
    ]  # what stands before the first word of all is the first one's
    cited = [_cites(text, begin, each.end) for begin, each in zip(begins, sentences, strict=True)]
    if cited and cited[-1] and (sum(cited) == 1 or _stands_behind(text, end)):
        return
    yield from (sentence for sentence, is_cited in zip(sentences, cited, strict=True) if not is_cited)


def _cites(text: TextInBrief, start: int, end: int) -> bool:
    return any(start <= citation.start <= end for citation in text.citations)


def _stands_behind(text: TextInBrief, end: int) -> bool:
    """Tell whether a citation stands behind the full stop of a paragraph that ends at an offset."""
    return text.words[:end].endswith((".", "!", "?", "…")) and any(
        each.start == each.end == end for each in text.citations
    )
