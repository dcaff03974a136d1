"""What a Word document says, paragraph by paragraph: words with their looks, anchors, revisions and comments."""

from collections.abc import Iterator
from dataclasses import dataclass, field

DELETED, INSERTED, MOVED, FORMATTED = "deleted", "inserted", "moved", "formatted"
COPIES = 1_000_000
"""What is copied takes its anchors along: the second of one number counts so much more, and so on."""


@dataclass(frozen=True, slots=True)
class Revision:
    """A tracked change: by whom, when (as Word writes it, empty where it does not say), and of what kind."""

    author: str
    date: str
    kind: str


@dataclass(frozen=True, slots=True)
class Look:
    """How words look, as far as a brief can say it; ``link`` is a web address, or ``#source_3`` within the document.

    ``extras`` are looks that no brief can say, such as underlined, each by its name.
    """

    strong: bool = False
    emphasis: bool = False
    link: str = ""
    is_mark: bool = False
    is_struck: bool = False
    extras: tuple[str, ...] = ()


PLAIN = Look()


@dataclass(frozen=True, slots=True)
class Words:
    """Words of one look with the anchor that they stand in (0 for none), and the revisions that brought or took them.

    ``former`` is how they looked before ``formatted`` changed it.
    """

    text: str
    look: Look = PLAIN
    anchor: int = 0
    inserted: tuple[Revision, ...] = ()
    deleted: tuple[Revision, ...] = ()
    formatted: Revision | None = None
    former: Look | None = None
    comments: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Numbering:
    """The list that a paragraph is an entry of: its number in the document, its depth from 0, and how it counts."""

    list: int
    level: int
    is_ordered: bool = False
    start: int = 1


@dataclass(frozen=True, slots=True)
class Cell:
    """The cell of a table that a paragraph stands in, all counted from 0 within the document; the innermost one."""

    table: int
    row: int
    column: int


@dataclass(frozen=True, slots=True)
class Layout:
    """Where and as what a paragraph stands; ``indent`` is in twips, ``story`` the part of the document, ``style`` a name."""

    story: str
    numbering: Numbering | None = None
    indent: int = 0
    cell: Cell | None = None
    alignment: str = ""
    style: str = ""


@dataclass(slots=True)
class SourceParagraph:
    """A paragraph as it stands in the file, with all revisions; ``opened`` are the anchors that begin in it.

    ``marks_inserted`` and ``marks_deleted`` are revisions of its end; ``row_inserted`` and ``row_deleted`` of its row.
    """

    layout: Layout
    words: list[Words] = field(default_factory=list)
    opened: list[int] = field(default_factory=list)
    comments: list[str] = field(default_factory=list)
    marks_inserted: tuple[Revision, ...] = ()
    marks_deleted: tuple[Revision, ...] = ()
    row_inserted: tuple[Revision, ...] = ()
    row_deleted: tuple[Revision, ...] = ()
    former_layout: Layout | None = None
    layout_changed: Revision | None = None

    def iterate_revisions(self) -> Iterator[Revision]:
        """Give all revisions of the paragraph, each as often as it stands there."""
        yield from (*self.marks_inserted, *self.marks_deleted, *self.row_inserted, *self.row_deleted)
        if self.layout_changed:
            yield self.layout_changed
        for words in self.words:
            yield from (*words.inserted, *words.deleted)
            if words.formatted:
                yield words.formatted


@dataclass(frozen=True, slots=True)
class Comment:
    """A comment in the margin: by whom, when, what it says, the words that it is about, and the comment that it answers."""

    id: str
    author: str
    date: str
    text: str
    about: str = ""
    answers: str = ""


@dataclass(frozen=True, slots=True)
class ReviewedText:
    """All paragraphs of a document in reading order, and its comments."""

    paragraphs: tuple[SourceParagraph, ...]
    comments: tuple[Comment, ...] = ()
