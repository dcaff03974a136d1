"""What is read out of a PDF: its structure, the text of its pages, and what it says of itself, as plain values."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from briefmaker.verifying.outline import Outline


@dataclass(frozen=True, slots=True)
class TextObject:
    """One stretch of text on a page: its marked content (-1: none), its words, and its box in points from below.

    An artifact is not read aloud; one of no kind is a decoration, such as a table's head that stands again on the next page.
    """

    page: int
    marked_content: int
    is_artifact: bool
    text: str
    bottom: float
    top: float
    is_decoration: bool = False


@dataclass(frozen=True, slots=True)
class Content:
    """A leaf of the structure: marked content of a page (counted from 1)."""

    page: int
    marked_content: int


@dataclass(frozen=True, slots=True)
class LinkAnnotation:
    """A leaf of the structure that leads somewhere."""

    target: str


@dataclass(frozen=True, slots=True)
class Element:
    """An element of the structure, such as ``P`` or ``Table``; its alternative text is None where it has none."""

    tag: str
    kids: tuple["Element | Content | LinkAnnotation", ...]
    alt: str | None = None
    actual_text: str | None = None
    attributes: Mapping[str, str] = field(default_factory=dict)

    def iterate(self) -> Iterator["Element"]:
        """Give the element and all under it, in reading order."""
        yield self
        for kid in self.kids:
            if isinstance(kid, Element):
                yield from kid.iterate()

    @property
    def is_labelled_picture(self) -> bool:
        """Tell whether it is a picture with the words set over it, such as a chart: those belong to the picture."""
        kids = [kid.tag if isinstance(kid, Element) else "" for kid in self.kids]
        return self.tag == "Div" and len(kids) > 1 and kids[0] == "Figure" and set(kids[1:]) <= {"Div", "P"}

    def iterate_content(self) -> Iterator[Content]:
        """Give all marked content under it, in reading order."""
        for kid in self.kids:
            if isinstance(kid, Element):
                yield from kid.iterate_content()
            elif isinstance(kid, Content):
                yield kid


@dataclass(frozen=True, slots=True)
class Font:
    """A font: its name, whether its letters are in the file, and whether they can be read back as characters."""

    name: str
    is_embedded: bool
    has_characters: bool


@dataclass(frozen=True, slots=True)
class Bookmark:
    """An entry of the outline that a reader shows beside the pages; whether its place exists, and the page (0: not known)."""

    title: str
    leads: bool
    page: int = 0


@dataclass(frozen=True, slots=True)
class Annotation:
    """A link on a page: where it leads, whether that exists, whether it has words and a place in the structure."""

    page: int
    target: str
    leads: bool
    has_words: bool
    is_tagged: bool


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file in the file: its name and kind, what it is to the document, and whether the document itself names it."""

    name: str
    media_type: str
    relationship: str
    is_associated: bool
    content: bytes


@dataclass(frozen=True, slots=True)
class PdfDocument:
    """A PDF that was read back; ``structure`` is None where it has none, and lacks what runs on pages, ``running``.

    ``archive`` is the part and level of PDF/A that it declares, such as ``3A``; empty for none.
    """

    outline: Outline
    structure: Element | None
    running: tuple[Element, ...]
    texts: tuple[TextObject, ...]
    pages: int
    is_marked: bool
    shows_title: bool
    language: str
    declares_ua: bool
    declared_title: str
    fonts: tuple[Font, ...]
    bookmarks: tuple[Bookmark, ...]
    annotations: tuple[Annotation, ...]
    active: tuple[str, ...]
    archive: str
    attachments: tuple[Attachment, ...]
    format: str = "pdf"
