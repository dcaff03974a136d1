"""Lists that somebody typed by hand: a bullet or a dash before each line, or numbers from 1 on."""

import re
from collections.abc import Iterator
from dataclasses import replace

from briefmaker.model.rich_text import Inline, Run
from briefmaker.review.importing.blocks import Block, TextBlock

_BULLET = re.compile(r"^\s*(?:[•●▪■◦‣·○□✓➢➤–—-]|o(?=\t))[ \t\u00a0]+")
_TYPED_NUMBER = re.compile(r"\s*([0-9]{1,2})[.)][ \t\u00a0]+(?=\S)")


def read_typed_bullet(block: TextBlock) -> TextBlock:
    """Make an item of a list of a paragraph that somebody began with a bullet or a dash."""
    first = block.inlines[0] if block.inlines else None
    if block.is_in_list or block.outline or not isinstance(first, Run):
        return block
    found = _BULLET.match(first.text)
    if found is None:
        return block
    rest = replace(first, text=first.text[found.end() :])
    return replace(block, inlines=(rest, *block.inlines[1:]), list_level=0)


def read_typed_numbers(blocks: list[Block]) -> Iterator[Block]:
    """Make a numbered list of paragraphs that somebody numbered by hand, from 1 on, one after another."""
    at = 0
    while at < len(blocks):
        length = _count_numbered(blocks[at:])
        if length < 2:  # noqa: PLR2004 - one number alone may be that of a heading
            yield blocks[at]
            at += 1
            continue
        for block in blocks[at : at + length]:
            assert isinstance(block, TextBlock)  # noqa: S101 - for the type checker: only texts are counted
            yield replace(block, inlines=_cut_number(block), list_level=0, is_ordered=True)
        at += length


def _count_numbered(blocks: list[Block]) -> int:
    """Give how many paragraphs at the beginning are numbered by hand, 1 and on; such as look like headings are none."""
    count = 0
    for block in blocks:
        first = block.inlines[0] if isinstance(block, TextBlock) and block.inlines else None
        is_text = (
            isinstance(block, TextBlock) and not block.is_in_list and not block.outline and not block.is_underlined
        )
        found = _TYPED_NUMBER.match(first.text) if is_text and isinstance(first, Run) and not first.strong else None
        if found is None or int(found[1]) != count + 1:
            break
        count += 1
    return count


def _cut_number(block: TextBlock) -> tuple[Inline, ...]:
    first = block.inlines[0]
    found = _TYPED_NUMBER.match(first.text) if isinstance(first, Run) else None
    if found is None or not isinstance(first, Run):
        return block.inlines
    return (replace(first, text=first.text[found.end() :]), *block.inlines[1:])
