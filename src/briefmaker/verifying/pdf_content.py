"""Checks of what is painted on a PDF's pages: fonts, characters, what belongs to the structure, the order of reading."""

import unicodedata
from collections import defaultdict
from collections.abc import Iterator, Mapping
from itertools import pairwise

from briefmaker.verifying.check import Deviation, Needs, NotRunError, Subject, check, pdf_of
from briefmaker.verifying.pdf_access import PDF, iterate_elements
from briefmaker.verifying.pdf_parts import Content, Element, TextObject
from briefmaker.verifying.squeezing import shorten

_BESIDE = {
    "TD",
    "TH",
    "Span",
    "Link",
    "NonStruct",
    "Lbl",
    "LBody",
    "Reference",
}  # stand beside one another, or within a line
_HIGHER = 14.0  # points: a label may stand that much above or below the text beside it

_Texts = Mapping[tuple[int, int], list[TextObject]]


@check(Needs.NOTHING, PDF)
def pdf_fonts(subject: Subject) -> Iterator[Deviation]:
    """Every font is embedded, so that the pages look alike everywhere."""
    for font in pdf_of(subject).fonts:
        if not font.is_embedded:
            yield Deviation(f"{font.name} in the file", "only its name")


@check(Needs.NOTHING, PDF)
def pdf_characters(subject: Subject) -> Iterator[Deviation]:
    """Every letter can be read back as a character, by a screen reader and by whoever copies text."""
    yield from (
        Deviation(f"{font.name} with its characters", "only its shapes")
        for font in pdf_of(subject).fonts
        if not font.has_characters
    )
    for text in pdf_of(subject).texts:
        if any(unicodedata.category(letter) in ("Co", "Cn") or letter == "\ufffd" for letter in text.text):
            yield Deviation("characters", f"signs without meaning: {shorten(text.text)!r}", f"page {text.page}")


@check(Needs.NOTHING, PDF)
def pdf_tagged_text(subject: Subject) -> Iterator[Deviation]:
    """All text of a page is in the structure; only what runs at head and foot stands outside."""
    document = pdf_of(subject)
    if document.structure is None:
        raise NotRunError("the file is not tagged")
    elements = (document.structure, *document.running)
    known = {(each.page, each.marked_content) for element in elements for each in element.iterate_content()}
    inside: dict[int, list[TextObject]] = defaultdict(list)
    for text in document.texts:
        if (text.page, text.marked_content) in known:
            inside[text.page].append(text)
    for text in document.texts:
        if (text.page, text.marked_content) not in known and not text.is_artifact and text.text.strip():
            is_loose = text.marked_content < 0 or _is_between(text, inside[text.page])
            if is_loose:
                yield Deviation("text that belongs to the structure", shorten(text.text), f"page {text.page}")


def _is_between(text: TextObject, others: list[TextObject]) -> bool:
    return any(other.top >= text.top for other in others) and any(other.bottom <= text.bottom for other in others)


@check(Needs.NOTHING, PDF)
def pdf_reading_order(subject: Subject) -> Iterator[Deviation]:
    """The structure goes through the pages in order, and down each page."""
    document = pdf_of(subject)
    texts: dict[tuple[int, int], list[TextObject]] = defaultdict(list)
    for text in document.texts:
        if text.text.strip():
            texts[text.page, text.marked_content].append(text)
    for element in iterate_elements(subject):
        if not element.is_labelled_picture:
            yield from _compare_kids(element, texts)


def _compare_kids(element: Element, texts: _Texts) -> Iterator[Deviation]:
    """Tell of each part that stands above the one before it, or on an earlier page."""
    kids = (kid for kid in element.kids if isinstance(kid, Element) and kid.tag not in _BESIDE)
    placed = [(kid, place) for kid in kids if (place := _place_of(kid, texts)) is not None]
    for (_, (page, top, before)), (_, (next_page, next_top, words)) in pairwise(placed):
        if next_page < page or (next_page == page and next_top > top + _HIGHER):
            yield Deviation(
                f"{shorten(words, 50)}, after {shorten(before, 50)}", "it stands above", f"page {next_page}"
            )


def _place_of(element: Element, texts: _Texts) -> tuple[int, float, str] | None:
    """Give page and height of the first words of an element, and the words."""
    found = [text for content in element.iterate_content() for text in _of(content, texts)]
    if not found:
        return None
    page = found[0].page
    return page, max(text.top for text in found if text.page == page), found[0].text


def _of(content: Content, texts: _Texts) -> list[TextObject]:
    return texts.get((content.page, content.marked_content), [])


@check(Needs.NOTHING, PDF)
def pdf_active(subject: Subject) -> Iterator[Deviation]:
    """Nothing in the file acts by itself: no scripts, no programs to start, no forms to send."""
    yield from (Deviation("nothing that acts by itself", each) for each in pdf_of(subject).active)


CHECKS = (pdf_fonts, pdf_characters, pdf_tagged_text, pdf_reading_order, pdf_active)
