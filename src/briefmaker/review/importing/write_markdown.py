"""Rich text as Markdown that reads back as the same: as little set off by backslashes as can be, tried by reading it."""

import re
from collections.abc import Callable, Iterator
from dataclasses import replace

from briefmaker.model.rich_text import (
    Block,
    Blocks,
    Citation,
    Inline,
    Inlines,
    ItemList,
    LineBreak,
    Paragraph,
    Run,
    Table,
)
from briefmaker.model.text import TextKind
from briefmaker.reading.markdown import parse_markdown

_LIGHT = re.compile(r"[\\*<|]|(?<![^\W_])_|_(?![^\W_])|\[(?=@)|\](?=\()")
_FULL = re.compile(r"[\\*_<>|\[\]]")
# What would begin a list, a heading, a quotation or a rule at the beginning of a line.
_OPENING = re.compile(r"^(?:(?P<mark>[-+>#=~`])|(?P<number>[0-9]{1,9})(?P<stop>[.)])(?=\s|$))")
Escape = Callable[[str], str]


def _escape_lightly(text: str) -> str:
    return _LIGHT.sub(r"\\\g<0>", text)


def _escape_fully(text: str) -> str:
    return _FULL.sub(r"\\\g<0>", text)


def write_rich(blocks: Blocks) -> str:
    """Give Markdown of any number of blocks, without a line break at its end."""
    return _write_readable(blocks, TextKind.RICH, _write_blocks)


def write_short(inlines: Inlines) -> str:
    """Give one line of Markdown; line breaks become blanks."""
    line = tuple(Run(" ") if isinstance(each, LineBreak) else each for each in inlines)
    return _write_readable((Paragraph(line),), TextKind.SHORT, _write_line)


def _write_readable(blocks: Blocks, kind: TextKind, write: Callable[[Blocks, Escape], str]) -> str:
    """Give the first writing that reads back as it should: the last, without emphasis, keeps the words whatever they are."""
    blocks = tuple(_simplify(each, _with_plain_links) for each in blocks)
    wanted = _flatten(blocks)
    written = ""
    for simplify in (_as_it_is, _without_inner_emphasis, _without_emphasis):
        simple = tuple(_simplify(each, simplify) for each in blocks)
        for escape in (_escape_lightly, _escape_fully):
            written = write(simple, escape)
            if _flatten(parse_markdown(written, kind)) == (wanted if simplify is _as_it_is else _flatten(simple)):
                return written
    return written


def _flatten(blocks: Blocks) -> list[object]:
    """Give what has to be the same in two trees: like runs joined, alignments left out."""
    return [_flatten_block(each) for each in blocks]


def _flatten_block(block: Block) -> object:
    match block:
        case Paragraph(inlines):
            return _join_runs(inlines)
        case ItemList(items, ordered):
            return "ordered" if ordered else "bullets", [_flatten(item) for item in items]
        case Table(header, rows):
            return [[_join_runs(cell) for cell in row] for row in (header, *rows)]


def _join_runs(inlines: Inlines) -> list[object]:
    joined: list[Inline] = []
    for each in inlines:
        last = joined[-1] if joined else None
        if isinstance(last, Run) and isinstance(each, Run) and replace(last, text="") == replace(each, text=""):
            joined[-1] = replace(last, text=last.text + each.text)
        elif not isinstance(each, Run) or each.text:
            joined.append(each)
    return list(joined)


def _with_plain_links(inlines: Inlines) -> Inlines:
    """Write addresses as Markdown can hold them, before what is written is compared."""
    return tuple(replace(each, link=_write_address(each.link)) if isinstance(each, Run) else each for each in inlines)


def _as_it_is(inlines: Inlines) -> Inlines:
    return inlines


def _without_inner_emphasis(inlines: Inlines) -> Inlines:
    """Take emphasis from runs that begin or end within a word, where asterisks cannot always say it."""
    kept: list[Inline] = []
    for index, each in enumerate(inlines):
        before = inlines[index - 1] if index else None
        after = inlines[index + 1] if index + 1 < len(inlines) else None
        is_inner = isinstance(each, Run) and (_touches(before, each) or _touches(each, after))
        kept.append(replace(each, strong=False, emphasis=False) if is_inner and isinstance(each, Run) else each)
    return tuple(_join_runs(tuple(kept)))  # type: ignore[arg-type]  # inlines went in, inlines come out


def _touches(first: Inline | None, second: Inline | None) -> bool:
    return (
        isinstance(first, Run)
        and isinstance(second, Run)
        and not first.text[-1:].isspace()
        and not second.text[:1].isspace()
    )


def _without_emphasis(inlines: Inlines) -> Inlines:
    return tuple(Run(each.text, link=each.link) if isinstance(each, Run) else each for each in inlines)


def _simplify(block: Block, simplify: Callable[[Inlines], Inlines]) -> Block:
    match block:
        case Paragraph(inlines):
            return Paragraph(simplify(inlines))
        case ItemList(items):
            return replace(block, items=tuple(tuple(_simplify(each, simplify) for each in item) for item in items))
        case Table(header, rows):
            simple = tuple(tuple(simplify(cell) for cell in row) for row in (header, *rows))
            return replace(block, header=simple[0], rows=simple[1:])


def _write_line(blocks: Blocks, escape: Escape) -> str:
    return "".join(_write_inlines(each.inlines, escape) for each in blocks if isinstance(each, Paragraph)).strip()


def _write_blocks(blocks: Blocks, escape: Escape) -> str:
    return "\n\n".join("\n".join(_write_block(each, escape)) for each in blocks)


def _write_block(block: Block, escape: Escape) -> Iterator[str]:
    match block:
        case Paragraph(inlines):
            yield from _write_paragraph(inlines, escape)
        case ItemList():
            yield from _write_list(block, escape)
        case Table(header, rows):
            yield _write_row(header, escape)
            yield "|" + " --- |" * len(header)
            yield from (_write_row(row, escape) for row in rows)


def _write_paragraph(inlines: Inlines, escape: Escape) -> Iterator[str]:
    for line in _write_inlines(inlines, escape).split("\n"):
        yield _OPENING.sub(_set_off, line)


def _set_off(found: re.Match[str]) -> str:
    return rf"{found['number']}\{found['stop']}" if found["number"] else rf"\{found['mark']}"


def _write_list(block: ItemList, escape: Escape) -> Iterator[str]:
    for number, item in enumerate(block.items, start=block.start):
        mark = f"{number}. " if block.ordered else "- "
        lines = [line for each in item for line in _write_block(each, escape)]
        yield mark + lines[0] if lines else mark
        yield from (" " * len(mark) + line if line else "" for line in lines[1:])


def _write_row(cells: tuple[Inlines, ...], escape: Escape) -> str:
    return "| " + " | ".join(_write_inlines(cell, escape).replace("\\\n", " ") for cell in cells) + " |"


def _write_inlines(inlines: Inlines, escape: Escape) -> str:
    """Give a line; a link around several runs is written around each of them."""
    return "".join(_write_inline(each, escape) for each in inlines)


def _write_inline(inline: Inline, escape: Escape) -> str:
    match inline:
        case Run():
            words = escape(inline.text)
            marks = "**" * inline.strong + "*" * inline.emphasis
            words = f"{marks}{words}{marks[::-1]}"
            return f"[{words}]({inline.link})" if inline.link else words
        case LineBreak():
            return "\\\n"
        case Citation(references):
            return "[" + "; ".join(f"@{each.id}" for each in references) + "]"
        case _:
            return ""


def _write_address(address: str) -> str:
    return re.sub(r"[()<>\\\s]", lambda found: f"%{ord(found[0]):02X}", address)
