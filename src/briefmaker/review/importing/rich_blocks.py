"""Blocks of a Word document as the tree of a rich text: paragraphs, nested lists and tables."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from briefmaker.model import rich_text
from briefmaker.model.rich_text import Inline, Inlines, ItemList, LineBreak, Paragraph, Run, join_runs
from briefmaker.review.importing.blocks import Block, GridBlock, TextBlock, iterate_paragraphs, plain

_BLANK = Run(" ")


def build_rich(blocks: Iterable[Block]) -> rich_text.Blocks:
    """Give the tree of blocks that stand one under another; items of a list that follow one another are one list."""
    return tuple(_build(list(blocks)))


def _build(blocks: list[Block]) -> Iterator[rich_text.Block]:
    at = 0
    while at < len(blocks):
        items = _take_items(blocks[at:])
        if items:
            yield from _build_lists(items)
            at += len(items)
            continue
        block = blocks[at]
        if isinstance(block, GridBlock):
            yield from _build_table(block)
        elif inlines := tidy(block.inlines):
            yield Paragraph(inlines)
        at += 1


def _take_items(blocks: Sequence[Block]) -> list[TextBlock]:
    items: list[TextBlock] = []
    for block in blocks:
        if not isinstance(block, TextBlock) or not block.is_in_list:
            break
        items.append(block)
    return items


def _build_lists(items: list[TextBlock]) -> Iterator[ItemList]:
    """Give the lists that a run of items makes: a new one where bullets turn to numbers at the same depth."""
    items = [each for each in items if tidy(each.inlines)]
    while items:
        level, is_ordered = items[0].list_level, items[0].is_ordered
        entries: list[list[TextBlock]] = []
        while items and (items[0].list_level > level or items[0].is_ordered == is_ordered):
            if items[0].list_level <= level or not entries:
                entries.append([items[0]])
            else:
                entries[-1].append(items[0])
            items = items[1:]
        yield ItemList(tuple(_build_item(each) for each in entries), is_ordered)


def _build_item(blocks: list[TextBlock]) -> tuple[rich_text.Block, ...]:
    return (Paragraph(tidy(blocks[0].inlines)), *_build_lists(blocks[1:]))


def _build_table(grid: GridBlock) -> Iterator[rich_text.Block]:
    """Give a table; one of a single row or column only sets a text off, and gives its paragraphs."""
    rows = [row for row in grid.rows if any(plain(join_cell(cell)) for cell in row)]
    width = max((len(row) for row in rows), default=0)
    if width < 2 or len(rows) < 2:  # noqa: PLR2004 - a table has two rows and two columns
        yield from build_rich(block for row in rows for cell in row for block in cell)
        return
    header, *others = (tuple(join_cell(cell) for cell in row) + ((),) * (width - len(row)) for row in rows)
    yield rich_text.Table(header, tuple(others), ("left",) * width)


def join_cell(blocks: Iterable[Block]) -> Inlines:
    """Give all that a cell says as one line."""
    return join_paragraphs(each.inlines for each in iterate_paragraphs(tuple(blocks)))


def join_paragraphs(paragraphs: Iterable[Inlines]) -> Inlines:
    """Give paragraphs as one line, a blank between them, and no line breaks."""
    joined: list[Inline] = []
    for paragraph in paragraphs:
        line = tuple(_BLANK if isinstance(each, LineBreak) else each for each in paragraph)
        joined += [_BLANK, *line]
    return tidy(tuple(joined))


def tidy(inlines: Inlines) -> Inlines:
    """Give a line with single blanks, none at its ends or at those of what is emphasised, and like runs joined."""
    pieces: list[Inline] = []
    for each in inlines:
        if isinstance(each, Run):
            pieces += _loosen(each)
        else:
            pieces.append(each)
    return _trim(list(join_runs(_single_blanks(pieces))))


def _loosen(run: Run) -> Iterator[Run]:
    """Move the blanks at the ends of a run out of its emphasis; blanks alone have none."""
    text = " ".join(run.text.replace("\u2028", " ").split(" "))
    text = text.replace("\t", " ").replace("\n", " ").replace("\r", " ")
    inner = text.strip(" ")
    if not inner.strip():
        yield Run(text)
        return
    start = len(text) - len(text.lstrip(" "))
    yield from (Run(text[:start]), replace(run, text=inner), Run(text[start + len(inner) :]))


def _single_blanks(pieces: Iterable[Inline]) -> Iterator[Inline]:
    is_after_blank = True
    for each in pieces:
        if not isinstance(each, Run):
            is_after_blank = isinstance(each, LineBreak)
            yield each
            continue
        text = ""
        for letter in each.text:
            if letter != " " or not is_after_blank:
                text += letter
            is_after_blank = letter == " "
        if text:
            yield replace(each, text=text)


def _trim(pieces: list[Inline]) -> Inlines:
    """Take away what is empty at both ends, and blanks before a line break."""
    while pieces and _is_empty(pieces[0]):
        del pieces[0]
    while pieces and _is_empty(pieces[-1]):
        del pieces[-1]
    if pieces and isinstance(pieces[0], Run):
        pieces[0] = replace(pieces[0], text=pieces[0].text.lstrip())
    for index, each in enumerate(pieces):
        is_last = index + 1 == len(pieces) or isinstance(pieces[index + 1], LineBreak)
        if isinstance(each, Run) and is_last:
            pieces[index] = replace(each, text=each.text.rstrip())
    return tuple(each for each in pieces if not isinstance(each, Run) or each.text)


def _is_empty(piece: Inline) -> bool:
    return isinstance(piece, LineBreak) or (isinstance(piece, Run) and not piece.text.strip())
