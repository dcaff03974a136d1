"""The shape of what one reading of a document says: texts by field, entries that were added, and what has no field."""

from dataclasses import dataclass, field

from briefmaker.review.structure import FieldParagraph
from briefmaker.review.versions import Span


@dataclass(frozen=True, slots=True)
class Added:
    """An entry that was added: its words by field (empty for an entry that is a text), and the paragraph that it stands in.

    It stands in a list, between the entries ``before`` and ``behind`` as they are numbered in the brief. ``origin`` is the field
    that it was moved from, empty for what is new.
    """

    list: str
    before: int | None
    behind: int | None
    texts: tuple[tuple[str, tuple[Span, ...]], ...]
    paragraph: int
    origin: str = ""


@dataclass(frozen=True, slots=True)
class Unplaced:
    """Words that no field can be found for: what they are, what they stand behind, and why."""

    text: str
    near: str
    why: str
    paragraph: int = -1


@dataclass(slots=True)
class Contents:
    """All that one reading says: texts by field and occurrence, entries of lists in order, and what could not be placed.

    ``orders`` holds, for each list and each field of its entries, the entries by their number as they come in the document.
    """

    texts: dict[tuple[str, int], list[FieldParagraph]] = field(default_factory=dict)
    paragraphs: dict[tuple[str, int], list[int]] = field(default_factory=dict)
    added: list[Added] = field(default_factory=list)
    unplaced: list[Unplaced] = field(default_factory=list)
    orders: dict[tuple[str, str, int], list[int]] = field(default_factory=dict)
    gone: set[tuple[str, int]] = field(default_factory=set)
