"""Reads finished documents back, and tells which words of a view they lack."""

import dataclasses
import io
import re
import unicodedata
import zipfile
from collections import Counter
from collections.abc import Iterator

import lxml.html
import pypdfium2
from babel import Locale
from babel.numbers import format_decimal, format_percent
from lxml import etree

from briefmaker.model.fields import field_of, is_content
from briefmaker.model.rich_text import iterate_inlines, plain_text
from briefmaker.view.shape import View
from briefmaker.view.shown_text import Text

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
C = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
POINTS_PER_MM = 72 / 25.4
BLANKS = re.compile(r"[\s\u00ad\u2060\ufeff\u2010-]+")
HEAD_MM, FOOT_MM = 24, 22
LINE_END_HYPHENS = {2: "-", 0xFFFE: "-"}  # how pdfium tells a hyphen at the end of a line


def iterate_texts(value: object) -> Iterator[Text]:
    """Give every text of a view that is meant to be read; what steers is not, nor is what only stands in for a picture."""
    if isinstance(value, Text):
        if is_content(field_of(value.path)) and field_of(value.path) != "figures.alt":
            yield value
    elif dataclasses.is_dataclass(value):
        for field in dataclasses.fields(value):
            yield from iterate_texts(getattr(value, field.name))
    elif isinstance(value, tuple):
        for each in value:
            yield from iterate_texts(each)


def list_passages(view: View) -> list[str]:
    """Give every paragraph and cell of a view's texts, with portion marks, and the strings that belong to the brief."""
    passages = [text.portion for text in iterate_texts(view) if text.portion]
    passages += [plain_text(inlines) for text in iterate_texts(view) for inlines in iterate_inlines(text.blocks)]
    judgements = [*view.implications, *(item for theme in view.themes for item in theme.items)]
    passages += [each.likelihood.range for each in judgements if each.likelihood]
    passages += [side.label for side in view.sides] + [view.kind, view.draft_notice, view.clearance_summary]
    passages += [view.replaces_notice]
    passages += [view.meeting.when_ours] if view.meeting else []
    return [passage for passage in passages if squeeze(passage)]


def squeeze(text: str) -> str:
    """Give a text without its blanks and hyphens, which line ends may have changed."""
    return BLANKS.sub("", text)


def find_missing(view: View, document: str) -> list[str]:
    """Give the passages that a document's text has not, or has less often than the view has."""
    wanted, squeezed = [squeeze(passage) for passage in list_passages(view)], squeeze(document)
    everything = "\n".join(wanted)
    return [each for each in dict.fromkeys(wanted) if squeezed.count(each) < everything.count(each)]


def find_missing_letters(page: str, document: str) -> Counter[str]:
    """Give the letters and digits that a PDF has less often than the page that it was made of.

    This is for pages from right to left: pdfium gives their words, but signs, ligatures and marks over letters in another order.
    """
    return _count_letters(page) - _count_letters(document)


def _count_letters(text: str) -> Counter[str]:
    return Counter(letter for letter in unicodedata.normalize("NFKC", text) if letter.isalnum())


def read_pdf(content: bytes) -> str:
    """Give the text of a PDF: the running lines of its first page, then what stands between head and foot of each page."""
    bodies = _read_bodies(content)
    whole = pypdfium2.PdfDocument(content)[0].get_textpage().get_text_range()
    running = "\n".join(line for line in whole.splitlines() if line not in bodies[0])
    return "\n".join([running, *bodies]).translate(LINE_END_HYPHENS)


def read_pdf_body(content: bytes) -> str:
    """Give the text of a PDF between head and foot of each page."""
    return "\n".join(_read_bodies(content)).translate(LINE_END_HYPHENS)


def _read_bodies(content: bytes) -> list[str]:
    document = pypdfium2.PdfDocument(content)
    return [
        page.get_textpage().get_text_bounded(
            bottom=FOOT_MM * POINTS_PER_MM, top=page.get_height() - HEAD_MM * POINTS_PER_MM
        )
        for page in document
    ]


def read_word(content: bytes) -> str:
    """Give the text of a Word document: body, then the first page's header and footer."""
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        parts = [etree.fromstring(package.read(f"word/{name}.xml")) for name in ("document", "header1", "footer1")]
    return "\n".join(_paragraph_text(paragraph) for part in parts for paragraph in part.iter(f"{W}p"))


def _paragraph_text(paragraph: etree._Element) -> str:
    pieces = {f"{W}t": lambda each: each.text or "", f"{W}tab": lambda _: "\t", f"{W}br": lambda _: "\n"}
    return "".join(pieces[each.tag](each) for each in paragraph.iter(*pieces))


def count_words(text: str) -> Counter[str]:
    """Give how often each word stands in a text."""
    return Counter(re.findall(r"[^\W_]+|[%&<>≤≥€$]", text))


def read_page_body(html: str) -> str:
    """Give the text of an HTML page without its running lines, and without what stands over the marks of charts."""
    body = lxml.html.document_fromstring(html).find("body")
    for aside in body.xpath("//*[starts-with(@class, 'running-') or @class = 'picture']"):
        aside.drop_tree()
    for block in body.iter("p", "td", "th", "h1", "h2", "h3", "ul", "ol", "li", "div", "br", "b", "span"):
        block.text, block.tail = f"\n{block.text or ''}", f"\n{block.tail or ''}"
    return body.text_content()


def read_word_body(content: bytes) -> str:
    """Give the text of a Word document's body."""
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        root = etree.fromstring(package.read("word/document.xml"))
    return "\n".join(_paragraph_text(paragraph) for paragraph in root.iter(f"{W}p"))


def read_pictures(html: str) -> list[str]:
    """Give the words that stand over the marks of each chart of a page."""
    pictures = lxml.html.document_fromstring(html).find_class("picture")
    return ["\n".join(label.text_content() for label in picture.findall("div")) for picture in pictures]


def read_charts(content: bytes, language: str) -> list[str]:
    """Give the words that each chart of a Word document shows: names, numbers as its formats print them, ticks and shares."""
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        names = sorted(name for name in package.namelist() if name.startswith("word/charts/chart"))
        return ["\n".join(_iterate_chart(etree.fromstring(package.read(name)), language)) for name in names]


def _iterate_chart(chart: etree._Element, language: str) -> Iterator[str]:
    locale = Locale.parse(language, sep="-")
    for cache in chart.iter(f"{C}strCache"):
        yield from (point.text or "" for point in cache.iter(f"{C}v"))
    for cache in chart.iter(f"{C}numCache"):
        numbers = [float(point.text or 0) for point in cache.iter(f"{C}v")]
        pattern = cache.findtext(f"{C}formatCode") or ""
        yield from (_print_number(number, pattern, locale) for number in numbers)
        if chart.find(f".//{C}pieChart") is not None:
            yield from (format_percent(number / sum(numbers), locale=locale) for number in numbers)
    for axis in chart.iter(f"{C}valAx"):
        low, high, step = (float(axis.find(f".//{C}{name}").get("val")) for name in ("min", "max", "majorUnit"))
        pattern = axis.find(f"{C}numFmt").get("formatCode")
        yield from (_print_number(low + step * tick, pattern, locale) for tick in range(round((high - low) / step) + 1))


def _print_number(number: float, pattern: str, locale: Locale) -> str:
    return str(format_decimal(number, pattern.replace('"', "'"), locale=locale))
