"""Writes a letter as plain text: lines of 72 letters, lists with dashes, the address of a link behind its words."""

import textwrap
from collections.abc import Iterator

from briefmaker.model.rich_text import (
    Block,
    Blocks,
    Citation,
    Cited,
    Inline,
    Inlines,
    ItemList,
    LineBreak,
    Paragraph,
    Run,
    Table,
)
from briefmaker.writing.letters.page import LetterFact, LetterPage, LetterPart

_WIDTH = 72
_MAILTO = "mailto:"


def write_text(page: LetterPage, caption: str) -> str:
    """Give a letter as plain text; ``caption`` is how its language writes a label, such as ``{label}:``."""
    stretches = (
        page.marking,
        page.notice,
        "\n".join(filter(None, (_wrap(page.kind), *_write_blocks(page.title), _wrap(page.details)))),
        *_write_blocks(page.opening),
        *(_write_part(part, caption) for part in page.first),
        "\n".join(_write_fact(fact, caption) for fact in page.facts),
        *(_write_part(part, caption) for part in page.parts),
        page.marking,
    )
    return "\n\n".join(filter(None, stretches)) + "\n"


def _write_part(part: LetterPart, caption: str) -> str:
    """Give a part under its heading; short lines, such as those of a contact, stand close."""
    is_prose = part.is_main or len(part.blocks) == 1 or not all(isinstance(block, Paragraph) for block in part.blocks)
    words = ("\n\n" if is_prose else "\n").join(_write_blocks(part.blocks))
    return f"{caption.format(label=part.heading)}\n{words}"


def _write_fact(fact: LetterFact, caption: str) -> str:
    words = [_write_inlines(block.inlines) for block in fact.blocks if isinstance(block, Paragraph)]
    first, *rest = words or [""]
    return "\n  ".join([_wrap(f"{caption.format(label=fact.label)} {first}", hang="  "), *rest])


def _write_blocks(blocks: Blocks, width: int = _WIDTH) -> list[str]:
    return [_write_block(block, width) for block in blocks]


def _write_block(block: Block, width: int) -> str:
    match block:
        case Paragraph():
            return "\n".join(_wrap(line, width) for line in _write_inlines(block.inlines).split("\n"))
        case ItemList():
            return "\n".join(_write_items(block, width))
        case Table():
            return "\n".join(_write_rows(block, width))


def _write_items(block: ItemList, width: int) -> Iterator[str]:
    last = block.start + len(block.items) - 1
    for number, item in enumerate(block.items, block.start):
        mark = f"{number}. ".rjust(len(f"{last}. ")) if block.ordered else "- "
        yield _indent(mark, "\n".join(_write_blocks(item, width - len(mark))))


def _write_rows(block: Table, width: int) -> Iterator[str]:
    """Give each row as an entry in which every cell has its head before it."""
    heads = [_write_inlines(cell) for cell in block.header]
    for row in block.rows:
        cells = zip(heads, (_write_inlines(cell) for cell in row), strict=False)
        told = (f"{head}: {cell}" if head else cell for head, cell in cells if cell)
        yield _indent("- ", _wrap("; ".join(told), width - len("- ")))


def _indent(mark: str, words: str) -> str:
    """Give words behind a mark, all further lines as far in as the first."""
    return f"{mark}{words}".replace("\n", "\n" + " " * len(mark)).rstrip()


def _wrap(words: str, width: int = _WIDTH, hang: str = "") -> str:
    """Give words in lines of at most so many letters, but for a word or an address that is longer."""
    lines = textwrap.wrap(words, width, subsequent_indent=hang, break_long_words=False, break_on_hyphens=False)
    return "\n".join(lines)


def _write_inlines(inlines: Inlines) -> str:
    return "".join(_write_inline(inline) for inline in inlines)


def _write_inline(inline: Inline) -> str:
    match inline:
        case Run():
            address = inline.link.removeprefix(_MAILTO)
            if inline.text.removeprefix(_MAILTO) == address:
                return address
            return f"{inline.text} <{address}>" if address else inline.text
        case Cited():
            return f" {inline.text}"
        case LineBreak():
            return "\n"
        case Citation():
            return ""
