"""Rich text as a small neutral tree, between Markdown and what a page or a Word document is made of."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace


@dataclass(frozen=True, slots=True)
class Run:
    """Words in one style; ``link`` is an address, or empty."""

    text: str
    strong: bool = False
    emphasis: bool = False
    link: str = ""


@dataclass(frozen=True, slots=True)
class LineBreak:
    """A new line within a paragraph."""


@dataclass(frozen=True, slots=True)
class Reference:
    """One source named in a citation, with the place in it: ``[@id, table 3]``."""

    id: str
    place: str = ""


@dataclass(frozen=True, slots=True)
class Citation:
    """A citation as it was written; the view turns it into a Cited."""

    references: tuple[Reference, ...]


@dataclass(frozen=True, slots=True)
class CitedSource:
    """One source of a citation: its number in the list of sources, the place in it, and the language's comma between."""

    number: int
    place: str = ""
    comma: str = ","


@dataclass(frozen=True, slots=True)
class Cited:
    """A citation as it is shown; ``text`` is all of it, such as ``[1, table 3; 4]``, with the language's ``semicolon``."""

    sources: tuple[CitedSource, ...]
    text: str
    semicolon: str = ";"


Inline = Run | LineBreak | Citation | Cited
Inlines = tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph."""

    inlines: Inlines


@dataclass(frozen=True, slots=True)
class ItemList:
    """A list; each item holds blocks, and a numbered list begins at ``start``."""

    items: tuple[tuple["Block", ...], ...]
    ordered: bool = False
    start: int = 1


@dataclass(frozen=True, slots=True)
class Table:
    """A table with one header row; ``alignments`` holds ``left``, ``right`` or ``center`` for each column."""

    header: tuple[Inlines, ...]
    rows: tuple[tuple[Inlines, ...], ...]
    alignments: tuple[str, ...]


Block = Paragraph | ItemList | Table
Blocks = tuple[Block, ...]


def write_cited_source(source: CitedSource) -> str:
    """Give what is printed of one source of a citation: its number, and the place in it (``1, table 3``)."""
    return f"{source.number}{source.comma} {source.place}" if source.place else str(source.number)


def iterate_inlines(blocks: Blocks) -> Iterator[Inlines]:
    """Give the content of every paragraph and cell, in reading order."""
    for block in blocks:
        match block:
            case Paragraph():
                yield block.inlines
            case ItemList():
                for item in block.items:
                    yield from iterate_inlines(item)
            case Table():
                yield from block.header
                for row in block.rows:
                    yield from row


def join_runs(inlines: Iterable[Inline]) -> Inlines:
    """Give one paragraph with neighbouring runs of one look and link as one, and without those that say nothing."""
    joined: list[Inline] = []
    for each in inlines:
        last = joined[-1] if joined else None
        if isinstance(each, Run) and not each.text:
            continue
        if isinstance(last, Run) and isinstance(each, Run) and replace(last, text=each.text) == each:
            joined[-1] = replace(last, text=last.text + each.text)
        else:
            joined.append(each)
    return tuple(joined)


def plain_text(inlines: Inlines) -> str:
    """Give the words of one paragraph without their styles."""
    return "".join(_plain(inline) for inline in inlines)


def _plain(inline: Inline) -> str:
    match inline:
        case Run() | Cited():
            return inline.text
        case LineBreak():
            return " "
        case Citation():
            return ""
