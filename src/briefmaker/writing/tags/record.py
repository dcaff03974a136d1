"""Listens while WeasyPrint builds the structure tree: which element came of which box, and what is only decoration.

Import it after ``import_weasyprint()``. WeasyPrint 70 offers no place to listen at, so its one function that makes elements
of boxes is wrapped; docs/decisions/0012 says why.
"""

from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any

from weasyprint.formatting_structure import boxes
from weasyprint.pdf import tags as weasyprint_tags

_listening: ContextVar[frozenset[int] | None] = ContextVar("listening", default=None)
_build = weasyprint_tags._build_box_tree  # noqa: SLF001 - there is no public name for it
_HEADER, _FOOTER = {"Type": "/Pagination", "Subtype": "/Header"}, {"Type": "/Pagination", "Subtype": "/Footer"}

PAGE_ONE = frozenset([0])
NOWHERE = b"0 0 R"
"""What refers to an element that was not kept."""


class TagRecord:
    """Stands in for the PDF while its tree is built.

    ``boxes`` holds the box of each element, by the element's number in the file; ``running`` what is read, once, of the lines
    that run on every page, on the pages ``beginnings``; ``artifacts`` the numbers of marked content that nobody reads, a
    mapping a page, each with the artifact's properties.
    """

    def __init__(self, pdf: Any, beginnings: frozenset[int] = PAGE_ONE) -> None:
        self.beginnings = beginnings
        # WeasyPrint asks for these once an element, and pydyf writes the references of all pages anew each time.
        self.page_references = pdf.page_references
        self.document: Any = None
        self.boxes: dict[int, Any] = {}
        self.running: list[Any] = []
        self.artifacts: defaultdict[int, dict[int, dict[str, str]]] = defaultdict(dict)
        self.is_silent = False
        self._pdf = pdf

    def add_object(self, thing: Any) -> None:
        """Add an object to the PDF, unless it belongs to what nobody reads."""
        if self.is_silent:
            thing.number = 0
        else:
            self._pdf.add_object(thing)


@contextmanager
def recorded_tags(beginnings: frozenset[int] = PAGE_ONE) -> Iterator[None]:
    """Listen to the PDFs that are written meanwhile, in this thread only; those that others write stay WeasyPrint's own.

    What runs on every page is read on the pages ``beginnings``, counted from 0: on page one, in a pack on the first of each part.
    """
    weasyprint_tags._build_box_tree = _build_and_record  # noqa: SLF001
    before = _listening.set(beginnings)
    try:
        yield
    finally:
        _listening.reset(before)


def _build_and_record(box: Any, parent: Any, pdf: Any, page: int, *rest: Any) -> Iterator[Any]:
    """Do what WeasyPrint's own function does, and keep what came of the box; ``rest`` begins with the page's numbers."""
    if (beginnings := _listening.get()) is None:
        yield from _build(box, parent, pdf, page, *rest)
        return
    record = pdf if isinstance(pdf, TagRecord) else _find_record(pdf, beginnings)
    given = (parent, record, page, *rest)
    if isinstance(box, boxes.PageBox):
        record.document = parent
    if isinstance(box, boxes.MarginBox):
        _read_margin(box, given)
    elif not record.is_silent and _is_hidden(box):
        _silence(box, given, {})
    else:
        for element in _build(box, *given):
            record.boxes.setdefault(element.number, box)
            yield element


def _find_record(pdf: Any, beginnings: frozenset[int]) -> TagRecord:
    if not hasattr(pdf, "tag_record"):
        pdf.tag_record = TagRecord(pdf, beginnings)
    record: TagRecord = pdf.tag_record
    return record


def _read_margin(box: Any, given: tuple[Any, ...]) -> None:
    """Keep what the margins of page one say for being read, in a pack those of each part's first; elsewhere it is artifacts."""
    _, record, page, *_ = given
    for child in box.children:
        if page not in record.beginnings or _is_hidden(child):
            _silence(child, given, _FOOTER if box.at_keyword.startswith("@bottom") else _HEADER)
        else:
            record.running += _build_and_record(child, *given)


def _silence(box: Any, given: tuple[Any, ...], properties: dict[str, str]) -> None:
    """Let the tree be built without what stands in a box, and keep the numbers of its content as artifacts."""
    _, record, page, numbers, *_ = given
    before = len(numbers)
    record.is_silent = True
    for _ in _build_and_record(box, *given):
        pass
    record.is_silent = False
    for number in list(numbers)[before:]:
        numbers[number] = "null"
        record.artifacts[page][number] = properties


def _is_hidden(box: Any) -> bool:
    return box.element is not None and box.element.get("aria-hidden") == "true"
