"""What is found of a returned document: words with their field, strays that have none, and what is printed."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from briefmaker.review.paragraphs import Layout
from briefmaker.review.versions import ReadParagraph, Span


@dataclass(frozen=True, slots=True)
class Stretch:
    """Words of a paragraph that belong to an anchor; ``paragraph`` is its number in the reading."""

    anchor: int
    spans: tuple[Span, ...]
    layout: Layout
    paragraph: int
    is_recovered: bool = False

    @property
    def text(self) -> str:
        """Give its words without their looks."""
        return "".join(span.text for span in self.spans)


@dataclass(frozen=True, slots=True)
class Stray:
    """A paragraph of which no anchor and no words say where it belongs."""

    spans: tuple[Span, ...]
    layout: Layout
    paragraph: int

    @property
    def text(self) -> str:
        """Give its words without their looks."""
        return "".join(span.text for span in self.spans)


@dataclass(slots=True)
class Alignment:
    """What was found: the stretches of fields in reading order, strays, and fixed words that are not what they were.

    ``fixed`` are the paragraphs, by number, that hold nothing but what was printed there. ``altered`` are pairs of what was
    printed and what stands there now, each with the paragraph's number.
    """

    reading: Sequence[ReadParagraph] = ()
    stretches: list[Stretch] = field(default_factory=list)
    strays: list[Stray] = field(default_factory=list)
    fixed: set[int] = field(default_factory=set)
    altered: list[tuple[str, str, int]] = field(default_factory=list)

    @property
    def found(self) -> set[int]:
        """Give the anchors that something stands in."""
        return {stretch.anchor for stretch in self.stretches}
