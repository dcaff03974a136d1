"""What a Word document says, as plain blocks in reading order, without Word's own ways of saying it."""

from collections.abc import Container, Iterator, Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum

from briefmaker.model.rich_text import Citation, Inlines, plain_text


@dataclass(frozen=True, slots=True)
class TextBlock:
    """A paragraph: ``outline`` is the level of a heading, 0 for none; ``list_level`` counts from 0, -1 outside of lists."""

    inlines: Inlines
    style: str = ""
    outline: int = 0
    list_level: int = -1
    is_ordered: bool = False
    is_underlined: bool = False
    anchors: tuple[str, ...] = ()
    pictures: tuple[str, ...] = ()

    @property
    def is_in_list(self) -> bool:
        """Tell whether the paragraph is an item of a list."""
        return self.list_level >= 0


@dataclass(frozen=True, slots=True)
class GridBlock:
    """A table: rows of cells, each cell its blocks; ``has_header`` where Word repeats the first row on every page."""

    rows: tuple[tuple["Blocks", ...], ...]
    has_header: bool = False


Block = TextBlock | GridBlock
Blocks = tuple[Block, ...]


class AsideKind(StrEnum):
    """What stands in a document and is no part of its text."""

    COMMENT = "comment"
    DELETED = "deleted"
    HIDDEN = "hidden"
    HEADER = "header"
    FOOTER = "footer"
    CONTENTS = "contents"


@dataclass(frozen=True, slots=True)
class Aside:
    """Words beside the text: whose, when, and on which words they sit, as far as the document says."""

    kind: AsideKind
    text: str
    author: str = ""
    date: str = ""
    on: str = ""


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture of the document: its bytes, the ending its file needs, and the words that stand for it."""

    content: bytes
    ending: str
    alt: str = ""


@dataclass(frozen=True)
class WordDocument:
    """A document that was read whole; ``notes`` are its footnotes and endnotes by the id under which the text cites them."""

    blocks: Blocks
    notes: Mapping[str, Blocks] = field(default_factory=dict)
    asides: tuple[Aside, ...] = ()
    pictures: Mapping[str, Picture] = field(default_factory=dict)
    title: str = ""
    language: str = ""
    properties: Mapping[str, str] = field(default_factory=dict)
    unread: tuple[str, ...] = ()


def plain(inlines: Inlines) -> str:
    """Give the words of a paragraph on one line, its breaks and tabs as blanks."""
    return " ".join(plain_text(inlines).split())


def words(block: Block) -> str:
    """Give the words of a block on one line."""
    return (
        plain(block.inlines) if isinstance(block, TextBlock) else " ".join(words(each) for each in iterate_cells(block))
    )


def words_of_all(blocks: Blocks) -> str:
    """Give the words of several blocks on one line."""
    return " ".join(filter(None, map(words, blocks)))


def without_citations(blocks: Blocks, known: Container[str]) -> Blocks:
    """Give blocks without citations of notes that a document has not, or that say nothing."""
    return tuple(_without_citations(block, known) for block in blocks)


def _without_citations(block: Block, known: Container[str]) -> Block:
    if isinstance(block, GridBlock):
        return replace(block, rows=tuple(tuple(without_citations(cell, known) for cell in row) for row in block.rows))
    kept = tuple(each for each in block.inlines if not isinstance(each, Citation) or each.references[0].id in known)
    return replace(block, inlines=kept)


def iterate_cells(grid: GridBlock) -> Iterator[Block]:
    """Give the blocks of all cells, row by row."""
    for row in grid.rows:
        for cell in row:
            yield from cell


def iterate_paragraphs(blocks: Blocks) -> Iterator[TextBlock]:
    """Give every paragraph, also those in tables."""
    for block in blocks:
        if isinstance(block, TextBlock):
            yield block
        else:
            yield from iterate_paragraphs(tuple(iterate_cells(block)))
