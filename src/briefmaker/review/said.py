"""The shape of what one reading of a document says: texts by field, entries that were added, and what has no field."""

from dataclasses import dataclass, field

from briefmaker.review.blueprint import squeeze
from briefmaker.review.structure import FieldParagraph


@dataclass(frozen=True, slots=True)
class Added:
    """An entry that was added: its paragraphs by field (empty for an entry that is a text), and those that it stands in.

    A field may be one of an entry of a list within it: ``if_raised[0].we_say``. The entry stands in a list, between the entries
    ``before`` and ``behind`` as they are numbered in the brief. ``origin`` is the field that it was moved from, if any.
    """

    list: str
    before: int | None
    behind: int | None
    texts: tuple[tuple[str, tuple[FieldParagraph, ...]], ...]
    paragraphs: tuple[int, ...]
    origin: str = ""

    @property
    def words(self) -> tuple[str, ...]:
        """Give what each field says, without looks, by which two entries are known to be the same."""
        return tuple(
            squeeze(" ".join("".join(span.text for span in each.spans) for each in those)) for _, those in self.texts
        )


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
