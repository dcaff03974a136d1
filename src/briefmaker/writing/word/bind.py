"""Binds several Word documents into one: each becomes a section of its own, with its heads and feet, styles and lists.

All were written by ``write_word``, so that only what that writes has to be brought over: no notes, comments or controls.
"""

import io
from collections.abc import Iterator, Sequence
from copy import deepcopy
from dataclasses import dataclass

import docx
from docx.document import Document
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from lxml import etree

from briefmaker.writing.word.package import seal_package
from briefmaker.writing.word.wordml import R, W

Element = etree._Element  # noqa: SLF001 - lxml's only name for the type

_DRAWN = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}docPr"
_STYLE_USES = ("pStyle", "rStyle", "tblStyle", "basedOn", "next", "link")
_NO_HEIGHT = {f"{W}before": "0", f"{W}after": "0", f"{W}line": "20", f"{W}lineRule": "exact"}
_FIRST_BOOKMARK = 100_000
_LONGEST_NAME = 40
"""Of a bookmark: Word takes no longer one."""


@dataclass(frozen=True, slots=True)
class BoundSection:
    """One document of a pack: its bytes, the bookmark at its beginning (empty for none), and the language of its text.

    ``is_on_right_hand`` makes it begin on a page with an odd number.
    """

    content: bytes
    bookmark: str = ""
    language: str = ""
    is_on_right_hand: bool = False


def bind_sections(sections: Sequence[BoundSection], properties: dict[str, str]) -> bytes:
    """Give one document of several, the first of which lends styles and properties; the same input gives the same bytes.

    ``properties`` are its custom ones.
    """
    bound = docx.Document(io.BytesIO(sections[0].content))
    for number, section in enumerate(sections[1:], 1):
        _Binding(bound, section, number).bring_over()
    _number_anew(bound.element.body)
    saved = io.BytesIO()
    bound.save(saved)
    return seal_package(saved.getvalue(), properties)


class _Binding:
    """One document on its way into another; ``number`` keeps its names apart from those of the others."""

    def __init__(self, bound: Document, section: BoundSection, number: int) -> None:
        self._bound, self._section, self._number = bound, section, number
        self._document = docx.Document(io.BytesIO(section.content))
        self._brought: dict[str, str] = {}

    def bring_over(self) -> None:
        """Add the document to the other as its last section."""
        styles = _bring_styles(self._bound, self._document, self._number)
        lists = _bring_lists(self._bound, self._document)
        body = self._document.element.body
        parts = [body, *self._iterate_running_parts()]
        for root in parts:
            _rename_styles(root, styles)
            _renumber_lists(root, lists)
            _name_language(root, self._section.language)
        self._rename_targets(body)
        self._bring_parts(body)
        last = body[-1]
        _close_section(self._bound.element.body)
        _begin_section(last, is_odd=self._section.is_on_right_hand)
        if self._section.bookmark:
            _mark_beginning(body, self._section.bookmark)
        self._bound.element.body.extend(list(body))

    def _iterate_running_parts(self) -> Iterator[Element]:
        """Give heads and feet of pages."""
        for relationship in self._document.part.rels.values():
            if relationship.reltype in {RELATIONSHIP_TYPE.HEADER, RELATIONSHIP_TYPE.FOOTER}:
                yield relationship.target_part.element

    def _rename_targets(self, body: Element) -> None:
        """Let the links of the document lead within it: others have a source 1 too."""
        for element, attribute in ((f"{W}bookmarkStart", f"{W}name"), (f"{W}hyperlink", f"{W}anchor")):
            for each in body.iter(element):
                if name := each.get(attribute):
                    each.set(attribute, f"p{self._number}_{name}"[:_LONGEST_NAME])

    def _bring_parts(self, body: Element) -> None:
        """Relate the other document to what this one shows: links, pictures, charts, heads and feet."""
        for element in body.iter(etree.Element):
            for attribute in (f"{R}id", f"{R}embed", f"{R}link"):
                if (old := element.get(attribute)) is not None:
                    element.set(attribute, self._bring_relationship(old))

    def _bring_relationship(self, old: str) -> str:
        if old not in self._brought:
            relationship, part = self._document.part.rels[old], self._bound.part
            if relationship.is_external:
                new = part.relate_to(relationship.target_ref, relationship.reltype, is_external=True)
            else:
                self._rename_part(relationship.target_part)
                new = part.relate_to(relationship.target_part, relationship.reltype)
            self._brought[old] = str(new)
        return self._brought[old]

    def _rename_part(self, part: Part) -> None:
        """Give a part, and what it shows itself, a name that no other document's has."""
        name = f"{part.partname.baseURI}/p{self._number}-{part.partname.filename}"
        if f"/p{self._number}-" in part.partname:
            return
        part.partname = PackURI(name)
        for relationship in part.rels.values():
            if not relationship.is_external:
                self._rename_part(relationship.target_part)


def _bring_styles(bound: Document, document: Document, number: int) -> dict[str, str]:
    """Add the styles that the other document has otherwise or not at all; gives the ids of those that were renamed."""
    known = {each.get(f"{W}styleId"): each for each in bound.styles.element.findall(f"{W}style")}
    brought = {each.get(f"{W}styleId"): each for each in document.styles.element.findall(f"{W}style")}
    renamed = {
        str(key): f"{key}_{number}" for key, style in brought.items() if key in known and _differ(style, known[key])
    }
    for key, style in brought.items():
        if key in known and key not in renamed:
            continue
        added = deepcopy(style)
        _rename_styles(added, renamed)
        if key in renamed:
            added.set(f"{W}styleId", renamed[str(key)])
            added.attrib.pop(f"{W}default", None)
            name = added.find(f"{W}name")
            name.set(f"{W}val", f"{name.get(f'{W}val')} ({number})")
        bound.styles.element.append(added)
    return renamed


def _differ(one: Element, other: Element) -> bool:
    return etree.tostring(one, method="c14n") != etree.tostring(other, method="c14n")


def _rename_styles(root: Element, renamed: dict[str, str]) -> None:
    if not renamed:
        return
    for name in _STYLE_USES:
        for each in root.iter(f"{W}{name}"):
            if (style := each.get(f"{W}val")) in renamed:
                each.set(f"{W}val", renamed[style])


def _bring_lists(bound: Document, document: Document) -> dict[str, str]:
    """Add the lists; gives their numbers there by their numbers here."""
    target, source = bound.part.numbering_part.element, document.part.numbering_part.element
    definitions, lists = source.findall(f"{W}abstractNum"), source.findall(f"{W}num")
    first_definition = 1 + max(
        (int(each.get(f"{W}abstractNumId")) for each in target.findall(f"{W}abstractNum")), default=0
    )
    first_list = 1 + max((int(each.get(f"{W}numId")) for each in target.findall(f"{W}num")), default=0)
    abstract = {each.get(f"{W}abstractNumId"): str(first_definition + n) for n, each in enumerate(definitions)}
    numbers = {str(each.get(f"{W}numId")): str(first_list + n) for n, each in enumerate(lists)}
    place = len(target.findall(f"{W}abstractNum"))
    for offset, each in enumerate(definitions):
        each.set(f"{W}abstractNumId", abstract[each.get(f"{W}abstractNumId")])
        target.insert(place + offset, each)
    for each in lists:
        each.set(f"{W}numId", numbers[str(each.get(f"{W}numId"))])
        reference = each.find(f"{W}abstractNumId")
        reference.set(f"{W}val", abstract[reference.get(f"{W}val")])
        target.append(each)
    return numbers


def _renumber_lists(root: Element, numbers: dict[str, str]) -> None:
    for each in root.iter(f"{W}numId"):
        each.set(f"{W}val", numbers.get(str(each.get(f"{W}val")), str(each.get(f"{W}val"))))


def _name_language(root: Element, language: str) -> None:
    """Say of every run which language it is in, where that is not the language of the whole document."""
    if not language:
        return
    for run in root.iter(f"{W}r"):
        properties = run.find(f"{W}rPr")
        if properties is None:
            properties = etree.Element(f"{W}rPr")
            run.insert(0, properties)
        if properties.find(f"{W}lang") is None:
            etree.SubElement(
                properties, f"{W}lang", {f"{W}val": language, f"{W}eastAsia": language, f"{W}bidi": language}
            )


def _close_section(body: Element) -> None:
    """Move the page of what is there already, which stands at the end of the body, into its last paragraph."""
    page = body[-1]
    properties = _find_last_properties(page)
    body.remove(page)
    change = properties.find(f"{W}pPrChange")
    if change is None:
        properties.append(page)
    else:
        change.addprevious(page)


def _find_last_properties(page: Element) -> Element:
    """Give the properties of the last paragraph; after a table, those of one without height."""
    last = page.getprevious()
    if last is None or last.tag != f"{W}p" or last.find(f"{W}pPr/{W}sectPr") is not None:
        last = etree.Element(f"{W}p")
        etree.SubElement(etree.SubElement(last, f"{W}pPr"), f"{W}spacing", _NO_HEIGHT)
        page.addprevious(last)
    properties = last.find(f"{W}pPr")
    if properties is None:
        properties = etree.Element(f"{W}pPr")
        last.insert(0, properties)
    return properties


def _begin_section(page: Element, *, is_odd: bool) -> None:
    """Let a section begin on the next page, or the next right-hand one; the kind follows the heads and feet."""
    for old in page.findall(f"{W}type"):
        page.remove(old)
    kind = etree.Element(f"{W}type", {f"{W}val": "oddPage" if is_odd else "nextPage"})
    references = [each for each in page if each.tag in {f"{W}headerReference", f"{W}footerReference"}]
    page.insert(len(references), kind)


def _mark_beginning(body: Element, name: str) -> None:
    """Put a bookmark into the first paragraph of a section."""
    first = next(body.iter(f"{W}p"))
    place = 1 if first.find(f"{W}pPr") is not None else 0
    first.insert(place, etree.Element(f"{W}bookmarkStart", {f"{W}id": "0", f"{W}name": name}))
    first.insert(place + 1, etree.Element(f"{W}bookmarkEnd", {f"{W}id": "0"}))


def _number_anew(body: Element) -> None:
    """Give every drawing and bookmark a number of its own."""
    for number, each in enumerate(body.iter(_DRAWN), 1):
        each.set("id", str(number))
    numbers: dict[str, str] = {}
    for count, each in enumerate(body.iter(f"{W}bookmarkStart", f"{W}bookmarkEnd")):
        old = str(each.get(f"{W}id"))
        if each.tag == f"{W}bookmarkStart":
            numbers[old] = str(_FIRST_BOOKMARK + count)
        each.set(f"{W}id", numbers[old])
