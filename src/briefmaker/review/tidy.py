"""Two readings of one text are compared in their plainest form: no empty runs, no styled blanks, citations by their ids."""

from collections.abc import Iterator
from dataclasses import replace

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
    join_runs,
)
from briefmaker.review.citing import Citing

PICTURE = "\ufffc"


def tidy_blocks(blocks: Blocks, citing: Citing) -> Blocks:
    """Give a text in its plainest form; paragraphs and entries without words are left out."""
    tidied = (_tidy_block(block, citing) for block in blocks)
    return tuple(block for block in tidied if not _is_empty(block))


def _is_empty(block: Block) -> bool:
    match block:
        case Paragraph():
            return not block.inlines
        case ItemList():
            return not block.items
        case Table():
            return not any(block.header) and not any(any(row) for row in block.rows)


def _tidy_block(block: Block, citing: Citing) -> Block:
    match block:
        case Paragraph():
            return Paragraph(tidy_inlines(block.inlines, citing))
        case ItemList():
            items = (tidy_blocks(item, citing) for item in block.items)
            return ItemList(tuple(item for item in items if item), block.ordered, block.start)
        case Table():
            header = tuple(tidy_inlines(cell, citing) for cell in block.header)
            rows = tuple(tuple(tidy_inlines(cell, citing) for cell in row) for row in block.rows)
            return Table(header, rows, block.alignments)


def tidy_inlines(inlines: Inlines, citing: Citing) -> Inlines:
    """Give one paragraph in its plainest form."""
    pieces = [piece for inline in inlines for piece in _take_apart(inline, citing)]
    return _trim(list(join_runs(_untie(join_runs(pieces)))))


def _take_apart(inline: Inline, citing: Citing) -> Iterator[Inline]:
    """Give a run with its outer blanks as runs of their own, without a look; a citation by its ids."""
    match inline:
        case Cited():
            yield citing.name(inline)
        case Run():
            yield from _part_blanks(replace(inline, text=citing.loosen(inline.text).replace(PICTURE, "")))
        case _:
            yield inline


def _part_blanks(run: Run) -> Iterator[Run]:
    if run.link:
        run = replace(run, strong=False, emphasis=False)
    words = run.text.strip(" \u00a0")
    if not words or words == run.text:
        yield run if words else Run(run.text)
        return
    begin = run.text.index(words)
    yield from (Run(run.text[:begin]), replace(run, text=words), Run(run.text[begin + len(words) :]))


def _untie(pieces: Inlines) -> Iterator[Inline]:
    """Take the blanks before a citation and around a line break away: they are set, not said."""
    followed = [*pieces[1:], None]
    before: Inline | None = None
    for piece, behind in zip(pieces, followed, strict=False):
        if not isinstance(piece, Run):
            yield piece
        else:
            text = piece.text.rstrip(" \u00a0") if isinstance(behind, Citation | LineBreak) else piece.text
            yield replace(piece, text=text.lstrip(" ") if isinstance(before, LineBreak) else text)
        before = piece


def _trim(pieces: list[Inline]) -> Inlines:
    """Take away what stands around the words: blanks and line breaks."""
    while pieces and _is_blank(pieces[0]):
        pieces = pieces[1:]
    while pieces and _is_blank(pieces[-1]):
        pieces = pieces[:-1]
    if pieces and isinstance(first := pieces[0], Run):
        pieces = [replace(first, text=first.text.lstrip()), *pieces[1:]]
    if pieces and isinstance(last := pieces[-1], Run):
        pieces = [*pieces[:-1], replace(last, text=last.text.rstrip())]
    return tuple(pieces)


def _is_blank(piece: Inline) -> bool:
    return isinstance(piece, LineBreak) or (isinstance(piece, Run) and not piece.text.strip())


def list_words(blocks: Blocks) -> str:
    """Give all words of a text without looks and blanks, by which nothing can be lost unseen."""
    return "".join(_iterate_words(blocks))


def _iterate_words(blocks: Blocks) -> Iterator[str]:
    for block in blocks:
        match block:
            case Paragraph():
                yield from map(_say, block.inlines)
            case ItemList():
                for item in block.items:
                    yield from _iterate_words(item)
            case Table():
                for row in (block.header, *block.rows):
                    for cell in row:
                        yield from map(_say, cell)


def _say(inline: Inline) -> str:
    match inline:
        case Run():
            return "".join(inline.text.split())
        case Citation():
            return "".join(f"[{each.id}{each.place}]" for each in inline.references).replace(" ", "")
        case Cited():
            return "".join(inline.text.split())
        case LineBreak():
            return ""
