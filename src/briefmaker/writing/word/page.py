"""The page of a Word document: its paper and margins, and the last tidying of its body."""

from docx.document import Document
from docx.shared import Mm
from lxml import etree

from briefmaker.writing.word.wordml import W, mm

TEXT_WIDTH = 166.0
# Width, height; margins: top, side, bottom; header and footer distance: all in millimetres. The text is 166 mm wide on both.
_PAPERS = {
    "a4": (210.0, 297.0, 25.0, 22.0, 24.0, 11.0, 9.0),
    "letter": (215.9, 279.4, 22.0, 24.95, 19.5, 9.0, 7.0),
}


def text_width() -> int:
    """Give the width of the text in twips."""
    return mm(TEXT_WIDTH)


def set_paper(document: Document, paper: str) -> None:
    """Set paper and margins of every section."""
    width, height, top, side, bottom, header, footer = (Mm(each) for each in _PAPERS[paper])
    for section in document.sections:
        section.page_width, section.page_height = width, height
        section.top_margin, section.bottom_margin = top, bottom
        section.left_margin = section.right_margin = side
        section.header_distance, section.footer_distance = header, footer


def tidy_body(body: etree._Element) -> None:
    """Mend what filling in can leave: a cell that ends without a paragraph, two tables that would grow together."""
    for cell in body.iter(f"{W}tc"):
        if cell[-1].tag != f"{W}p":
            cell.append(_gap())
    for table in list(body.iter(f"{W}tbl")):
        following = table.getnext()
        if following is not None and following.tag == f"{W}tbl":
            table.addnext(_gap())


SHORT_TABLE = (6, 800)  # most rows, the header among them, and characters of a table that stays whole
LONG_ROW = 400  # characters; a row with more may stand alone, lest half a page stays empty before it
_Element = etree._Element  # noqa: SLF001 - lxml's only name for the type


def keep_rows_together(body: _Element) -> None:
    """Leave no row alone on a page: a short table stays whole, a long one keeps its first two and its last two rows together."""
    for table in body.iter(f"{W}tbl"):
        rows = table.findall(f"{W}tr")
        if rows and rows[0].find(f"{W}trPr/{W}tblHeader") is not None:
            for row in _find_kept(rows):
                for paragraph in row.iter(f"{W}p"):
                    _keep_with_next(paragraph)


def _find_kept(rows: list[_Element]) -> list[_Element]:
    """Give the rows that stay on one page with the next."""
    lengths = [sum(len(text.text or "") for text in row.iter(f"{W}t")) for row in rows]
    is_short = len(rows) <= SHORT_TABLE[0] and sum(lengths) <= SHORT_TABLE[1]
    pairs = range(len(rows) - 1) if is_short else (0, 1, len(rows) - 2)
    return [rows[first] for first in pairs if first == 0 or max(lengths[first : first + 2]) <= LONG_ROW]


def _keep_with_next(paragraph: _Element) -> None:
    """Add ``w:keepNext`` where the schema's order wants it: after the style."""
    properties = paragraph.find(f"{W}pPr")
    if properties is None:
        properties = etree.Element(f"{W}pPr")
        paragraph.insert(0, properties)
    if properties.find(f"{W}keepNext") is None:
        properties.insert(int(properties.find(f"{W}pStyle") is not None), etree.Element(f"{W}keepNext"))


def _gap() -> etree._Element:
    """Give a paragraph as low as can be."""
    paragraph = etree.Element(f"{W}p")
    properties = etree.SubElement(paragraph, f"{W}pPr")
    spacing = etree.SubElement(properties, f"{W}spacing")
    for name, value in (("before", "0"), ("after", "0"), ("line", "20"), ("lineRule", "exact")):
        spacing.set(f"{W}{name}", value)
    return paragraph
