"""Where the parts of a pack are in a document: its edges, the rows of its contents, and the blocks of each tab."""

import re
from collections import defaultdict
from collections.abc import Iterator

from briefmaker.verifying.check import Document
from briefmaker.verifying.expected_pack import ExpectedPack, ExpectedPart
from briefmaker.verifying.looking import has_words, write_plain_digits
from briefmaker.verifying.outline import Block, Kind, Row, Running, Table
from briefmaker.verifying.pdf_parts import Bookmark, PdfDocument, TextObject
from briefmaker.verifying.squeezing import squeeze

_EDGE = 60.0
"""Points from the outermost line of a page within which its other running lines stand, and the text does not begin."""


def read_edges(document: Document) -> tuple[Running, ...]:
    """Give head and foot of every page; every tab of a PDF has a first page, whose running lines are read aloud too."""
    if not isinstance(document, PdfDocument):
        return document.outline.running
    texts: dict[int, list[TextObject]] = defaultdict(list)
    for text in document.texts:
        if text.text.strip():
            texts[text.page].append(text)
    return tuple(_read_edges_of(number, texts[number]) for number in range(1, document.pages + 1))


def _read_edges_of(number: int, texts: list[TextObject]) -> Running:
    top, bottom = (max((each.top for each in texts), default=0), min((each.bottom for each in texts), default=0))
    head = " ".join(each.text for each in texts if each.top > top - _EDGE)
    foot = " ".join(each.text for each in texts if each.bottom < bottom + _EDGE)
    return Running(f"page {number}", " ".join(head.split()), " ".join(foot.split()))


def find_contents(document: Document, pack: ExpectedPack) -> tuple[Row, ...]:
    """Give the rows of the contents, without their head; none where there are no contents."""
    names = {squeeze(part.name) for part in pack.parts}
    found = (table for table in document.outline.tables if table.has_header and _names_part(table, names))
    return tuple(row for table in found for row in table.rows if row.cells and not row.is_header)


def _names_part(table: Table, names: set[str]) -> bool:
    return any(row.cells and squeeze(row.cells[0]) in names for row in table.rows)


def find_bookmark(document: PdfDocument, part: ExpectedPart) -> Bookmark | None:
    """Give the bookmark of a tab or annex, which has its name and title."""
    return next((each for each in document.bookmarks if _is_of(each.title, part)), None)


def _is_of(title: str, part: ExpectedPart) -> bool:
    return squeeze(title).startswith(squeeze(part.name)) and has_words(title, part.title)


def list_titles(document: Document) -> tuple[tuple[int, Block], ...]:
    """Give the headings of the first level with their places among the blocks: the pack's title, then one a tab."""
    blocks = enumerate(document.outline.blocks)
    return tuple((place, block) for place, block in blocks if block.kind is Kind.HEADING and block.level == 1)


def cut_front(document: Document) -> tuple[Block, ...]:
    """Give the blocks of cover, programme and contents: all before the first tab."""
    titles = list_titles(document)
    return _cut(document, None, titles[1] if len(titles) > 1 else None)


def cut_tabs(document: Document, pack: ExpectedPack) -> Iterator[tuple[Block, ...]]:
    """Give the blocks of each tab, in order."""
    titles = list_titles(document)
    wanted = pack.list_titles(in_word=document.format == "docx")
    for number, (title, (_, view)) in enumerate(zip(titles, wanted, strict=False), start=1):
        if view is not None:
            yield _cut(document, title, titles[number] if number < len(titles) else None)


def read_page_number(cell: str) -> str:
    """Give the number that a cell ends in, in plain digits; empty where it has none."""
    return next(reversed(re.findall(r"\d+", write_plain_digits(cell))), "")


def _cut(document: Document, start: tuple[int, Block] | None, end: tuple[int, Block] | None) -> tuple[Block, ...]:
    """Give the blocks from one title to the next.

    A PDF is cut at its pages, since each tab begins on one of its own. In Word one line before each title belongs to it.
    """
    blocks = document.outline.blocks
    if document.format == "pdf":
        first, last = (start[1].page if start else 0), (end[1].page if end else blocks[-1].page + 1 if blocks else 0)
        return tuple(block for block in blocks if first <= block.page < last)
    return blocks[max(start[0] - 1, 0) if start else 0 : max(end[0] - 1, 0) if end else len(blocks)]
