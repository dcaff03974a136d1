"""Makes the outline of a Word document from its body."""

from collections.abc import Iterator
from functools import partial

from lxml import etree

from briefmaker.reading.office_package import OfficePackage, Relationship
from briefmaker.verifying.outline import Block, Kind, Link, Picture, Row, Table
from briefmaker.verifying.squeezing import squeeze
from briefmaker.verifying.word_styles import Lists, Styles, read_lists, read_number, value_of
from briefmaker.writing.word.wordml import COMPATIBILITY, R, W

DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
# What is no longer there, or stands a second time for older programs
_PASSED_OVER = {f"{W}del", f"{W}moveFrom", f"{COMPATIBILITY}Fallback", f"{W}pPr", f"{W}rPr"}
_CONTENT = (f"{W}t", f"{W}fldChar", f"{W}instrText")
_SIGNS = {f"{W}tab": "\t", f"{W}br": "\n", f"{W}cr": "\n", f"{W}noBreakHyphen": "-"}
# What only surrounds blocks
_WRAPPERS = {f"{W}sdt", f"{W}sdtContent", f"{W}ins", f"{W}customXml", f"{W}body"}


def read_words(element: etree._Element, *, with_fields: bool = False) -> str:
    """Give the words of a paragraph; with ``with_fields`` a field stands as ``{PAGE}`` in place of what it last showed."""
    words: list[str] = []
    inside: list[str] = []  # of nested fields: "code" until their result begins
    for each in _iterate_parts(element):
        if each.tag == f"{W}fldChar":
            _follow_field(str(each.get(f"{W}fldCharType")), inside)
        elif each.tag == f"{W}instrText":
            if with_fields and each.text:
                words.append(f"{{{each.text.split()[0]}}}" if each.text.split() else "")
        elif not inside or not (with_fields or inside[-1] == "code"):
            words.append((each.text or "") if each.tag == f"{W}t" else _SIGNS[str(each.tag)])
    return "".join(words)


def _follow_field(step: str, inside: list[str]) -> None:
    if step == "begin":
        inside.append("code")
    elif inside and step == "separate":
        inside[-1] = "result"
    elif inside and step == "end":
        inside.pop()


def _iterate_parts(element: etree._Element) -> Iterator[etree._Element]:
    """Give texts, signs and fields in order; nested paragraphs (text boxes) too."""
    for child in element.iterchildren(etree.Element):
        if child.tag in _CONTENT or (child.tag in _SIGNS and element.tag == f"{W}r"):
            yield child
        elif child.tag not in _PASSED_OVER:
            yield from _iterate_parts(child)


class WordOutlineBuilder:
    """Walks a body once and collects blocks, tables, links and pictures."""

    def __init__(self, package: OfficePackage, links: dict[str, Relationship]) -> None:
        self._styles = Styles(package)
        self._lists: Lists = read_lists(package)
        self._relationships = links
        self.blocks: list[Block] = []
        self.tables: list[Table] = []
        self.links: list[Link] = []
        self.pictures: list[Picture] = []
        self._number = 0

    def walk(self, element: etree._Element, kind: Kind = Kind.PARAGRAPH) -> None:
        """Collect all that stands in an element; ``kind`` is what its plain paragraphs are."""
        for child in element.iterchildren(etree.Element):
            if child.tag == f"{W}p":
                self._read_paragraph(child, kind)
            elif child.tag == f"{W}tbl":
                self._read_table(child)
            elif child.tag in _WRAPPERS:
                self.walk(child, kind)

    def _read_paragraph(self, paragraph: etree._Element, kind: Kind) -> None:
        self._number += 1
        where = f"paragraph {self._number}"
        for link in paragraph.iter(f"{W}hyperlink"):
            self.links.append(Link(read_words(link), self._target_of(link), where))
        for drawing in paragraph.iter(f"{DRAWING}docPr"):
            self.pictures.append(Picture(drawing.get("descr", ""), where))
        text = " ".join(read_words(paragraph).split())
        if squeeze(text):
            self.blocks.append(self._make_block(paragraph, kind, text, where))

    def _make_block(self, paragraph: etree._Element, kind: Kind, text: str, where: str) -> Block:
        style = value_of(paragraph.find(f"{W}pPr/{W}pStyle"))
        heading = self._styles.heading_level(style)
        if heading:
            return Block(Kind.HEADING, text, where, heading)
        numbered = paragraph.find(f"{W}pPr/{W}numPr")
        numbered = self._styles.numbering(style) if numbered is None else numbered
        number = "0" if numbered is None else value_of(numbered.find(f"{W}numId"), "0")
        if numbered is None or number == "0":
            return Block(kind, text, where)
        level = read_number(value_of(numbered.find(f"{W}ilvl")))
        return Block(Kind.ITEM, text, where, level + 1, self._lists.next_marker(number, level))

    def _target_of(self, link: etree._Element) -> str:
        if anchor := link.get(f"{W}anchor"):
            return f"#{anchor}"
        relationship = self._relationships.get(str(link.get(f"{R}id")))
        return "" if relationship is None else relationship.target

    def _read_table(self, table: etree._Element) -> None:
        where, place = f"paragraph {self._number + 1}", len(self.tables)
        rows = [_read_row(row) for row in table.iterchildren(f"{W}tr")]
        read = Table(tuple(rows), value_of(table.find(f"{W}tblPr/{W}tblDescription")), where)
        self.tables.insert(place, read)
        kind = Kind.CELL if read.has_header else Kind.PARAGRAPH
        for row in table.iterchildren(f"{W}tr"):
            for cell in row.iterchildren(f"{W}tc"):
                self.walk(cell, kind)


def _read_row(row: etree._Element) -> Row:
    header = row.find(f"{W}trPr/{W}tblHeader")
    is_header = header is not None and value_of(header, "true") not in ("0", "false", "off")
    return Row(tuple(_read_cell(cell) for cell in row.iterchildren(f"{W}tc")), is_header)


def _read_cell(cell: etree._Element) -> str:
    paragraphs = map(partial(read_words), cell.iter(f"{W}p"))
    return " ".join(" ".join(paragraphs).split())
