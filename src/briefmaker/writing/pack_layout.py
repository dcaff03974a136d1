"""Lays out one part of a pack and leaves what runs on each sheet for later: only the whole pack knows how many pages it has.

WeasyPrint lays out the pages of a document first and what stands in their margins last, but offers no place between the two;
docs/decisions/0018 says why its function for margins is wrapped.
"""

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any
from xml.etree import ElementTree

from weasyprint import CSS, DEFAULT_OPTIONS, layout
from weasyprint.css.counters import CounterStyle
from weasyprint.document import Document, DocumentMetadata, Page
from weasyprint.formatting_structure import boxes
from weasyprint.formatting_structure.build import build_formatting_structure
from weasyprint.html import get_html_metadata
from weasyprint.layout.background import layout_box_backgrounds

_is_put_off = ContextVar("is_put_off", default=False)
_make_margins = layout.make_margin_boxes


@dataclass(frozen=True, slots=True)
class PageMarks:
    """What the margins of one page say: its number, the number's letter (``12a``: 1), the copy's number, words by their place."""

    number: int
    total: int
    letter: int = 0
    copy: int = 0
    words: Mapping[str, str] = field(default_factory=dict)


@dataclass(slots=True)
class LaidOut:
    """The pages of one part of a pack, their margins still empty until ``mark_pages`` fills them, as often as is wanted."""

    page_boxes: list[Any]
    pages: list[Page]
    metadata: DocumentMetadata
    html: Any
    fonts: Any
    _context: Any
    _bodies: list[tuple[Any, ...]]

    def mark_pages(self, marks: Iterable[PageMarks]) -> None:
        """Fill the margins of all pages, one mark a page, in place of what stood there before."""
        for index, (box, mark) in enumerate(zip(self.page_boxes, marks, strict=True)):
            self._mark_page(index, box, mark)

    def _mark_page(self, index: int, box: Any, mark: PageMarks) -> None:
        context = self._context
        context.current_page = index + 1
        state = context.page_maker[index + 1][3]
        state[1].update({"page": [mark.number], "pages": [mark.total], "page-letter": [mark.letter]})
        state[1]["pack-copy"] = [mark.copy]
        for name, words in mark.words.items():
            context.string_set[name][index + 1] = [words]
        margins = tuple(_make_margins(context, box, state))
        for margin in margins:
            layout_box_backgrounds(box, margin, context.get_image_from_uri)
        box.children = (*self._bodies[index], *margins)

    def combine(self, pages: list[Page]) -> Any:
        """Give one document of pages that were laid out apart, with the metadata of this one."""
        return Document(pages, self.metadata, self.html.url_fetcher, self.fonts, {}, None)


def lay_out(html: Any, sheets: Iterable[Any], marks: str, fonts: Any, variant: str) -> LaidOut:
    """Lay out a page of HTML, ``weasyprint.HTML``, with these stylesheets, the last of which, ``marks``, is still a text."""
    counters = CounterStyle()
    last = CSS(string=marks, font_config=fonts, counter_style=counters)
    options = DEFAULT_OPTIONS | {"stylesheets": [*sheets, last], "pdf_variant": variant, "pdf_tags": True}
    context = Document._build_layout_context(html, fonts, counters, {}, options)  # noqa: SLF001 - as Document does
    root = build_formatting_structure(
        html.etree_element,
        context.style_for,
        context.get_image_from_uri,
        html.base_url,
        context.target_collector,
        counters,
        context.footnotes,
    )
    with _margins_put_off():
        page_boxes = list(layout.layout_document(html, root, context))
    bodies = [tuple(box.children) for box in page_boxes]
    metadata = DocumentMetadata(**get_html_metadata(html))
    return LaidOut(page_boxes, [Page(box) for box in page_boxes], metadata, html, fonts, context, bodies)


@contextmanager
def _margins_put_off() -> Iterator[None]:
    """Let documents be laid out without margins meanwhile, in this thread only."""
    layout.make_margin_boxes = _make_margins_unless_put_off
    before = _is_put_off.set(True)
    try:
        yield
    finally:
        _is_put_off.reset(before)


def _make_margins_unless_put_off(*given: Any) -> Iterable[Any]:
    return () if _is_put_off.get() else _make_margins(*given)


def fingerprint_page(page: Page, marking: str) -> str:
    """Give eight letters that differ where a page differs: the words, marks and pictures within its margins, or its marking."""
    digest = hashlib.sha256(f"{page.width:.0f},{page.height:.0f},{marking}".encode())
    for child in page._page_box.children:  # noqa: SLF001 - the layout has no other door
        if not isinstance(child, boxes.MarginBox):
            _digest_box(child, digest)
    return digest.hexdigest()[:8]


def _digest_box(box: Any, digest: Any) -> None:
    place = f"{type(box).__name__}{box.position_x:.1f},{box.position_y:.1f}"
    if isinstance(box, boxes.TextBox):
        look = [str(box.style[name]) for name in ("font_size", "font_weight", "font_style", "color")]
        digest.update(f"{place}{box.text}{look}".encode())
    elif isinstance(box, boxes.ReplacedBox):
        digest.update(f"{place}{box.width:.1f},{box.height:.1f}".encode() + _write_element(box.element))
    for child in box.all_children():
        _digest_box(child, digest)


@lru_cache(maxsize=64)
def _write_element(element: Any) -> bytes:
    return b"" if element is None else hashlib.sha256(ElementTree.tostring(element)).digest()
