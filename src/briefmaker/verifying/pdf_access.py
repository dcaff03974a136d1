"""Checks that a PDF can be used by everybody: tags, headings, tables, lists, pictures, bookmarks, links."""

import re
from collections.abc import Iterator

from briefmaker.verifying.check import Deviation, Needs, Subject, check, pdf_of
from briefmaker.verifying.outline import Kind
from briefmaker.verifying.pdf_parts import Element
from briefmaker.verifying.squeezing import shorten

PDF = ("pdf",)
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*")
_IN_LIST = {"LI", "L", "Caption"}
_IN_ITEM = {"Lbl", "LBody", "L"}


def iterate_elements(subject: Subject) -> Iterator[Element]:
    """Give every element of the structure, in reading order."""
    structure = pdf_of(subject).structure
    return iter(()) if structure is None else structure.iterate()


@check(Needs.NOTHING, PDF)
def pdf_tags(subject: Subject) -> Iterator[Deviation]:
    """The file says that it is tagged, and has a structure with a document in it."""
    document = pdf_of(subject)
    if not document.is_marked:
        yield Deviation("MarkInfo says that the file is tagged", "it does not")
    if not any(element.tag == "Document" for element in iterate_elements(subject)):
        yield Deviation("a structure whose first element is a Document", "none")


@check(Needs.NOTHING, PDF)
def pdf_title(subject: Subject) -> Iterator[Deviation]:
    """The file has a title, and asks readers to show it in place of the file's name."""
    document = pdf_of(subject)
    if not document.outline.properties["title"].strip():
        yield Deviation("a title", "none")
    if not document.shows_title:
        yield Deviation("DisplayDocTitle is set", "it is not")


@check(Needs.NOTHING, PDF)
def pdf_declaration(subject: Subject) -> Iterator[Deviation]:
    """The metadata declares PDF/UA, and gives the same title as the file's properties."""
    document = pdf_of(subject)
    if not document.declares_ua:
        yield Deviation("pdfuaid:part in the metadata", "none")
    if document.declared_title != document.outline.properties["title"]:
        yield Deviation(
            shorten(document.outline.properties["title"]), shorten(document.declared_title) or "nothing", "metadata"
        )


@check(Needs.NOTHING, PDF)
def pdf_language(subject: Subject) -> Iterator[Deviation]:
    """The file says which language it is in."""
    if not _LANGUAGE.fullmatch(pdf_of(subject).language):
        yield Deviation("a language such as en-GB", pdf_of(subject).language or "none")


@check(Needs.NOTHING, PDF)
def pdf_headings(subject: Subject) -> Iterator[Deviation]:
    """There is one heading of the first level, it comes first, and no level is left out below another."""
    headings = pdf_of(subject).outline.of_kind(Kind.HEADING)
    yield from find_heading_gaps([(block.level, block.text, block.where) for block in headings])


def find_heading_gaps(headings: list[tuple[int, str, str]]) -> Iterator[Deviation]:
    """Give what is wrong with the levels of headings, each with its words and place."""
    tops = [text for level, text, _ in headings if level == 1]
    if len(tops) != 1:
        yield Deviation("one heading of level 1", f"{len(tops)}")
    last = 0
    for level, text, where in headings:
        if level > last + 1:
            yield Deviation(f"level {last + 1} at most", f"level {level}: {shorten(text)}", where)
        last = level


@check(Needs.NOTHING, PDF)
def pdf_table_headers(subject: Subject) -> Iterator[Deviation]:
    """Every table has header cells, and a head of a table has nothing but those."""
    for table in iterate_elements(subject):
        if table.tag == "Table":
            page = f"page {_page_of(table)}"
            cells = [each for each in table.iterate() if each.tag in ("TH", "TD")]
            if cells and not any(cell.tag == "TH" for cell in cells):
                yield Deviation("a table with header cells", "none", page)
            for head in (each for each in table.iterate() if each.tag == "THead"):
                if any(cell.tag == "TD" and any(True for _ in cell.iterate_content()) for cell in head.iterate()):
                    yield Deviation("header cells in the head of a table", "a plain cell", page)


def _page_of(element: Element) -> int:
    return next((content.page for content in element.iterate_content()), 0)


@check(Needs.NOTHING, PDF)
def pdf_lists(subject: Subject) -> Iterator[Deviation]:
    """Every list has items only, and every item a label or a body only."""
    allowed = {"L": _IN_LIST, "LI": _IN_ITEM}
    for element in iterate_elements(subject):
        for kid in element.kids if element.tag in allowed else ():
            if not isinstance(kid, Element) or kid.tag not in allowed[element.tag]:
                found = kid.tag if isinstance(kid, Element) else "text"
                yield Deviation(
                    f"in {element.tag}: {', '.join(sorted(allowed[element.tag]))}", found, f"page {_page_of(element)}"
                )


@check(Needs.NOTHING, PDF)
def pdf_pictures(subject: Subject) -> Iterator[Deviation]:
    """Every picture has a text for readers who cannot see it."""
    for element in iterate_elements(subject):
        if element.tag in ("Figure", "Formula") and not (element.alt or element.actual_text or "").strip():
            yield Deviation("an alternative text", "none", f"page {_page_of(element)}")


@check(Needs.NOTHING, PDF)
def pdf_bookmarks(subject: Subject) -> Iterator[Deviation]:
    """There are bookmarks, each with words, and each leads to a page."""
    bookmarks = pdf_of(subject).bookmarks
    if not bookmarks:
        yield Deviation("bookmarks", "none")
    for bookmark in bookmarks:
        if not bookmark.title.strip() or not bookmark.leads:
            yield Deviation(
                "a bookmark with words that leads to a page", shorten(bookmark.title) or "one without words"
            )


@check(Needs.NOTHING, PDF)
def pdf_links(subject: Subject) -> Iterator[Deviation]:
    """Every link leads to an address or to a place that exists, has a description, and stands in the structure."""
    for link in pdf_of(subject).annotations:
        faults = {
            "it leads nowhere": not link.leads,
            "no description": not link.has_words,
            "not tagged": not link.is_tagged,
        }
        for fault in (name for name, is_there in faults.items() if is_there):
            yield Deviation(f"a link to {shorten(link.target) or 'somewhere'}", fault, f"page {link.page}")


CHECKS = (
    pdf_tags,
    pdf_title,
    pdf_declaration,
    pdf_language,
    pdf_headings,
    pdf_table_headers,
    pdf_lists,
    pdf_pictures,
    pdf_bookmarks,
    pdf_links,
)
