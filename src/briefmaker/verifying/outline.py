"""The outline of a document: what a reader meets in it, whichever format it is in; all checks of words compare outlines."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum


class Kind(StrEnum):
    """What a block of text is to its reader."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    ITEM = "list item"
    CELL = "cell"


@dataclass(frozen=True, slots=True)
class Block:
    """One block of text; ``where`` says in words where it stands.

    ``level`` is that of a heading or of a list (1 is the outermost), ``marker`` what stands before a list item: ``2.``, ``•``;
    ``page`` is counted from 1, and 0 in a format that has no pages of its own.
    """

    kind: Kind
    text: str
    where: str
    level: int = 0
    marker: str = ""
    page: int = 0


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a table: the words of its cells, and whether all of it is a header."""

    cells: tuple[str, ...]
    is_header: bool
    page: int = 0


@dataclass(frozen=True, slots=True)
class Table:
    """A table; ``description`` is its text for readers who cannot see it."""

    rows: tuple[Row, ...]
    description: str
    where: str

    @property
    def has_header(self) -> bool:
        """Tell whether it is a table of data: one without a header row only sets a label beside a text."""
        return any(row.is_header for row in self.rows)


@dataclass(frozen=True, slots=True)
class Link:
    """A link: to a web address, or to a place in the document (``#source_3``)."""

    text: str
    target: str
    where: str


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture, or what stands for one, with its alternative text."""

    alt: str
    where: str


@dataclass(frozen=True, slots=True)
class Running:
    """What runs at the head and at the foot of one page (PDF) or kind of page (Word), where a field stands as ``{PAGE}``."""

    where: str
    head: str
    foot: str


@dataclass(frozen=True, slots=True)
class Outline:
    """A document as its reader meets it, in reading order."""

    blocks: tuple[Block, ...]
    tables: tuple[Table, ...]
    links: tuple[Link, ...]
    pictures: tuple[Picture, ...]
    running: tuple[Running, ...]
    language: str
    properties: Mapping[str, str] = field(default_factory=dict)

    def of_kind(self, kind: Kind) -> tuple[Block, ...]:
        """Give the blocks of one kind, in order."""
        return tuple(block for block in self.blocks if block.kind is kind)
