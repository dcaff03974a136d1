"""Looks that somebody gave to words by hand and that no text of a brief can have: they mean something, and are told."""

from collections.abc import Iterator, Mapping, Sequence

from briefmaker.review.blueprint import squeeze
from briefmaker.review.changes import Leftover
from briefmaker.review.comparison import Comparison
from briefmaker.review.versions import ReadParagraph, Span

_STRUCK = "it is struck through, and was left in the text: take it out where that was meant"


def find_manual_looks(comparison: Comparison) -> Iterator[Leftover]:
    """Give the words of each paragraph that are struck through, and those that look in another way than a brief can say."""
    sent = _read_sent(comparison.blueprint.paragraphs)
    near = ""
    for paragraph in comparison.now.paragraphs:
        paths = [comparison.paths[each.anchor] for each in paragraph.spans if each.anchor in comparison.paths]
        near = paths[0] if paths else near
        for words, why in _look_at(paragraph, sent):
            hands = comparison.hands_in(paragraph.sources)
            yield Leftover(words, near, why, comparison.returned.name, hands)


def _read_sent(paragraphs: Sequence[ReadParagraph]) -> Mapping[int, set[str]]:
    """Give the looks that words were sent with, by the anchor that they stand in; 0 for all that stand in none."""
    sent: dict[int, set[str]] = {0: set()}
    for span in (span for paragraph in paragraphs for span in paragraph.spans):
        sent.setdefault(span.anchor, set()).update(span.look.extras)
    return sent


def _look_at(paragraph: ReadParagraph, sent: Mapping[int, set[str]]) -> Iterator[tuple[str, str]]:
    said = [span for span in paragraph.spans if span.text.strip() and not span.look.is_mark]
    struck = squeeze("".join(span.text for span in said if span.look.is_struck))
    if struck:
        yield struck, _STRUCK
    looks = {id(span): _extras(span, said, sent) for span in said}
    marked = squeeze(" ".join(span.text for span in said if looks[id(span)]))
    if marked:
        names = ", ".join(dict.fromkeys(name for span in said for name in looks[id(span)]))
        yield marked, f"somebody had it {names}: the words stay, but a brief cannot say how they look"


def _extras(span: Span, said: Sequence[Span], sent: Mapping[int, set[str]]) -> list[str]:
    """Give the looks of words that they were not sent with.

    Other programs write the colour, font and size of a style out for all words of a paragraph: only some of them mean something.
    """
    if span.look.link:
        return []
    known = sent.get(span.anchor, sent[0])
    plain = [each for each in said if not each.look.link]
    shared = set.intersection(*(set(each.look.extras) for each in plain))
    return [name for name in span.look.extras if name not in known and (":" not in name or name not in shared)]
