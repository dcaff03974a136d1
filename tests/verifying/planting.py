"""Makes real documents of one brief that has a little of everything, and plants faults in them."""

import datetime
import io
import zipfile
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pikepdf
from lxml import etree
from tests.writing.word.desk import open_brief

from briefmaker.model.replaced import Replaced
from briefmaker.reading.office_package import CUSTOM_PART, read_custom_properties
from briefmaker.view.replaced import mark_replaced
from briefmaker.view.shape import View
from briefmaker.writing.html import write_html
from briefmaker.writing.pdf import write_pdf
from briefmaker.writing.word import write_word
from briefmaker.writing.word.package import seal_package
from briefmaker.writing.word.wordml import W

BRIEF = Path(__file__).parent / "harbour.yaml"
SUBMISSION = Path(__file__).parent / "lease.yaml"
HOUSE = Path(__file__).parent / "house" / "briefs" / "tides.yaml"
"""A brief of a house with a logo, fixed texts and an edition, whose scheme marks every portion."""
EDITION = "readers"
REPLACED = Replaced(1, datetime.date(2026, 1, 9))
"""The version that the submission replaces."""

CHART, WORKBOOK, SHEET = "word/charts/chart1.xml", "word/embeddings/chart1.xlsx", "xl/worksheets/sheet1.xml"
"""Where the chart of a Word document stands, its numbers, and within those the sheet."""

Tree = etree._Element


@dataclass(frozen=True, slots=True)
class Fault:
    """One planted fault: the check that has to find it, the format, what it is, and the document that has it."""

    check: str
    format: str
    what: str
    make: Callable[[], bytes]
    brief: Path = BRIEF

    def __str__(self) -> str:
        """Give the name of the fault's test."""
        return f"{self.check}-{self.format}-{self.what.replace(' ', '_')}"


@cache
def view_sound(brief: Path = BRIEF) -> View:
    """Give the view of a brief that faults are planted in; the submission is a correction of one that was issued."""
    _, view, _, _ = open_brief(brief)
    return mark_replaced(view, REPLACED) if brief == SUBMISSION else view


@cache
def make_page(brief: Path = BRIEF) -> str:
    """Give the page of HTML of a brief."""
    _, _, template, _ = open_brief(brief)
    return write_html(view_sound(brief), template)


def print_page(page: str, brief: Path = BRIEF) -> bytes:
    """Give a page as a PDF, by the template of a brief."""
    _, view, template, _ = open_brief(brief)
    return write_pdf(page, template, view.style, view.pictures).content


@cache
def make_pdf(brief: Path = BRIEF) -> bytes:
    """Give the PDF of a brief, without a fault."""
    return print_page(make_page(brief), brief)


@cache
def make_word(brief: Path = BRIEF) -> bytes:
    """Give the Word document of a brief, without a fault."""
    reading, _, template, _ = open_brief(brief)
    return write_word(view_sound(brief), template, fingerprint=reading.fingerprint)


def change_page(old: str, new: str, brief: Path = BRIEF) -> Callable[[], bytes]:
    """Give the maker of a PDF whose page has other words, or other markup, at the first place that has these."""

    def make() -> bytes:
        page = make_page(brief)
        assert old in page, f"the page has no `{old}` to plant a fault in"
        return print_page(page.replace(old, new, 1), brief)

    return make


def change_pdf(change: Callable[[pikepdf.Pdf], None], sound: Callable[[], bytes] = make_pdf) -> Callable[[], bytes]:
    """Give the maker of a PDF that was changed after it was written; ``sound`` makes it."""

    def make() -> bytes:
        written = io.BytesIO()
        with pikepdf.open(io.BytesIO(sound())) as pdf:
            change(pdf)
            pdf.save(written)
        assert written.getvalue() != sound()
        return written.getvalue()

    return make


def change_text(old: str, new: str, part: str = "word/document.xml", brief: Path = BRIEF) -> Callable[[], bytes]:
    """Give the maker of a Word document that has other words, or other markup, at the first place that has these."""

    def change(parts: dict[str, bytes]) -> None:
        assert old.encode() in parts[part], f"{part} has no `{old}` to plant a fault in"
        parts[part] = parts[part].replace(old.encode(), new.encode(), 1)

    return change_parts(change, brief)


def change_tree(
    change: Callable[[Tree], None], part: str = "word/document.xml", brief: Path = BRIEF
) -> Callable[[], bytes]:
    """Give the maker of a Word document with one part changed as a tree."""

    def change_part(parts: dict[str, bytes]) -> None:
        root = etree.fromstring(parts[part])
        change(root)
        parts[part] = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)

    return change_parts(change_part, brief)


def change_parts(
    change: Callable[[dict[str, bytes]], None], brief: Path = BRIEF, sound: Callable[[], bytes] | None = None
) -> Callable[[], bytes]:
    """Give the maker of a Word document with changed parts, sealed anew so that only the fault is found."""

    def make() -> bytes:
        parts = unpack(sound() if sound else make_word(brief))
        before = dict(parts)
        change(parts)
        assert parts != before
        own = read_custom_properties(parts.pop(CUSTOM_PART))
        return seal_package(pack(parts), {name: value for name, value in own.items() if name != "briefmaker-seal"})

    return make


def unpack(content: bytes) -> dict[str, bytes]:
    """Give the parts of a Word document."""
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        return {name: package.read(name) for name in package.namelist()}


def pack(parts: dict[str, bytes]) -> bytes:
    """Give a package of these parts."""
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in parts.items():
            package.writestr(name, content)
    return written.getvalue()


def find_paragraph(root: Tree, words: str) -> Tree:
    """Give the first paragraph that has these words."""
    return next(each for each in root.iter(f"{W}p") if words in "".join(text.text or "" for text in each.iter(f"{W}t")))
