"""One document, several readings: with every revision accepted, with none, or with those of some authors only."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from briefmaker.review.paragraphs import PLAIN, Layout, Look, ReviewedText, Revision, SourceParagraph, Words

Accepts = Callable[[Revision], bool]


@dataclass(frozen=True, slots=True)
class Span:
    """Words of one look, and the anchor that they stand in; 0 for none."""

    text: str
    look: Look = PLAIN
    anchor: int = 0


@dataclass(frozen=True, slots=True)
class ReadParagraph:
    """A paragraph of one reading; ``sources`` are the paragraphs of the file that it is made of, by their number."""

    spans: tuple[Span, ...]
    layout: Layout
    opened: tuple[int, ...] = ()
    sources: tuple[int, ...] = ()

    @property
    def text(self) -> str:
        """Give its words without their looks."""
        return "".join(span.text for span in self.spans)


def accept_all(_: Revision) -> bool:
    """Accept whatever anybody has changed."""
    return True


def reject_all(_: Revision) -> bool:
    """Accept nothing: what is left differs from what was sent out where somebody edited without tracking."""
    return False


def accept_authors(accepted: frozenset[str], rejected: frozenset[str]) -> Accepts:
    """Accept the revisions of these authors, or, where none is named, of all but those who are rejected."""

    def accepts(revision: Revision) -> bool:
        return revision.author not in rejected and (not accepted or revision.author in accepted)

    return accepts


def read_version(text: ReviewedText, accepts: Accepts) -> tuple[ReadParagraph, ...]:
    """Give the paragraphs of one reading, in order; one whose end is gone runs on into the next of its cell."""
    return tuple(_read(text, accepts))


def _read(text: ReviewedText, accepts: Accepts) -> Iterator[ReadParagraph]:
    running: ReadParagraph | None = None
    for number, paragraph in enumerate(text.paragraphs):
        if not _has_row(paragraph, accepts):
            continue
        read = _read_one(paragraph, number, accepts)
        if running is not None and _is_beside(running.layout, read.layout):
            read = _join(running, read)
        elif running is not None:
            yield running
        running = read if _has_lost_end(paragraph, accepts) else None
        if running is None:
            yield read
    if running is not None:
        yield running


def _has_row(paragraph: SourceParagraph, accepts: Accepts) -> bool:
    return all(map(accepts, paragraph.row_inserted)) and not any(map(accepts, paragraph.row_deleted))


def _has_lost_end(paragraph: SourceParagraph, accepts: Accepts) -> bool:
    return any(map(accepts, paragraph.marks_deleted)) or not all(map(accepts, paragraph.marks_inserted))


def _is_beside(one: Layout, other: Layout) -> bool:
    return (one.story, one.cell) == (other.story, other.cell)


def _read_one(paragraph: SourceParagraph, number: int, accepts: Accepts) -> ReadParagraph:
    layout, changed = paragraph.layout, paragraph.layout_changed
    if changed is not None and paragraph.former_layout is not None and not accepts(changed):
        layout = paragraph.former_layout
    spans = (Span(each.text, _look(each, accepts), each.anchor) for each in paragraph.words if _is_kept(each, accepts))
    return ReadParagraph(
        _melt(_without_markers(list(spans))), layout, tuple(dict.fromkeys(paragraph.opened)), (number,)
    )


def _is_kept(words: Words, accepts: Accepts) -> bool:
    return all(map(accepts, words.inserted)) and not any(map(accepts, words.deleted))


def _look(words: Words, accepts: Accepts) -> Look:
    if words.formatted is None or words.former is None or accepts(words.formatted):
        return words.look
    return words.former


def _without_markers(spans: Sequence[Span]) -> Iterator[Span]:
    """Give spans without those that only mark where an anchor begins which has words in this paragraph."""
    filled = {span.anchor for span in spans if span.text}
    return (span for span in spans if span.text or span.anchor not in filled)


def _melt(spans: Iterator[Span]) -> tuple[Span, ...]:
    """Join neighbours of one look in one anchor: programs cut runs where they like."""
    melted: list[Span] = []
    for span in spans:
        last = melted[-1] if melted else None
        if last is not None and (last.look, last.anchor) == (span.look, span.anchor):
            melted[-1] = replace(last, text=last.text + span.text)
        else:
            melted.append(span)
    return tuple(melted)


def _join(first: ReadParagraph, second: ReadParagraph) -> ReadParagraph:
    """Give two paragraphs as one: it stands as that which words are left of, as the first where both have some."""
    layout = first.layout if first.text.strip() else second.layout
    opened = tuple(dict.fromkeys((*first.opened, *second.opened)))
    return ReadParagraph(_melt(iter((*first.spans, *second.spans))), layout, opened, (*first.sources, *second.sources))
