"""Gives typst and docxtpl the words that briefmaker sets: a page's headings, paragraphs, entries and tables, and a template.

Both print the marking on every page and number the pages, in briefmaker's fonts. They have less to do than briefmaker: their
documents have no links, notes or emphasis.
"""

import json
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from pathlib import Path

import docx
import pypdfium2
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from lxml import html

_BLOCKS = {"body", "div", "section", "p", "ul", "ol", "li", "table", "h1", "h2", "h3", "h4", "dl", "dt", "dd", "br"}

MARKING = "NATO UNCLASSIFIED"
TYPST = """#set document(title: "Brief")
#let marking = sys.inputs.marking
#set page(
  paper: "a4", margin: 2cm, header: align(center, marking),
  footer: context align(center)[#marking, page #counter(page).display()],
)
#set text(font: "Source Serif 4", size: 10.5pt, lang: "en")
#let cell(words) = table.cell[#words]
#for block in json(sys.inputs.brief) {
  if block.kind == "heading" { heading(level: block.level, block.text) }
  else if block.kind == "entry" { list(block.text) }
  else if block.kind == "table" { table(columns: block.columns, ..block.rows.flatten().map(cell)) }
  else { par(block.text) }
}
"""

_WORD_LINES = (
    ("Heading 1", "{%p for block in blocks %}"),
    ("Heading 1", "{%p if block.kind == 'heading' %}"),
    ("Heading 1", "{{ block.text }}"),
    ("Normal", "{%p elif block.kind == 'entry' %}"),
    ("List Bullet", "{{ block.text }}"),
    ("Normal", "{%p elif block.kind == 'paragraph' %}"),
    ("Normal", "{{ block.text }}"),
    ("Normal", "{%p else %}"),
)
_WORD_ROWS = (
    ("{%tr for row in block.rows %}", "", ""),
    ("{%tc for cell in row %}", "{{ cell }}", "{%tc endfor %}"),
    ("{%tr endfor %}", "", ""),
)


@dataclass(frozen=True)
class Block:
    """A heading, paragraph, entry of a list, or table, with all its words."""

    kind: str
    text: str = ""
    level: int = 0
    columns: int = 0
    rows: tuple[tuple[str, ...], ...] = ()


def list_blocks(page: str) -> list[Block]:
    """Give what a page of HTML says, in order."""
    return list(_walk(html.document_fromstring(page).body))


def write_json(blocks: list[Block]) -> str:
    """Give blocks as typst and the Word template read them."""
    return json.dumps([asdict(block) for block in blocks], ensure_ascii=False)


def write_word_template(file: Path) -> None:
    """Write a template for docxtpl that shows every block in a style of its own, and tables as tables."""
    template = docx.Document()
    template.core_properties.title = "Brief"
    template.styles["Normal"].font.name = "Source Serif 4"
    section = template.sections[0]
    section.header.paragraphs[0].text = section.footer.paragraphs[0].text = MARKING
    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), "PAGE")
    section.footer.add_paragraph("Page ")._p.append(field)  # noqa: SLF001 - python-docx has no name for fields
    for style, text in _WORD_LINES:
        template.add_paragraph(text, style)
    table = template.add_table(rows=3, cols=3, style="Table Grid")
    for row, texts in zip(table.rows, _WORD_ROWS, strict=True):
        for cell, text in zip(row.cells, texts, strict=True):
            cell.text = text
    template.add_paragraph("{%p endif %}")
    template.add_paragraph("{%p endfor %}")
    template.save(str(file))


def count_missing(page: str, pdf: Path) -> int:
    """Give how many words of a page a PDF does not have; words that a line's end divides are put together first."""
    document = pypdfium2.PdfDocument(pdf)
    text = "\n".join(each.get_textpage().get_text_range() for each in document)
    whole = re.sub(r"[-\xad\ufffe\x02]\s*", "", text)
    words = Counter(_list_words(" ".join(_all_words(list_blocks(page)))))
    return sum((words - Counter(_list_words(whole))).values())


def count_words(page: str) -> int:
    """Give how many words a page has."""
    return len(_list_words(" ".join(_all_words(list_blocks(page)))))


def _walk(node: html.HtmlElement) -> Iterator[Block]:
    if node.tag == "table":
        rows = [tuple(_text(cell) for cell in row if cell.tag in ("td", "th")) for row in node.iter("tr")]
        columns = max(map(len, rows))
        yield Block("table", columns=columns, rows=tuple(row + ("",) * (columns - len(row)) for row in rows))
    elif re.fullmatch(r"h\d", str(node.tag)):
        yield Block("heading", _text(node), level=int(node.tag[1]))
    elif any(child.tag in _BLOCKS - {"br"} for child in node):
        for child in node:
            yield from _walk(child)
    elif text := _text(node):
        yield Block("entry" if node.tag == "li" else "paragraph", text)


def _text(node: html.HtmlElement) -> str:
    return " ".join("".join(_pieces(node)).split())


def _pieces(node: html.HtmlElement) -> Iterator[str]:
    between = " " if node.tag in _BLOCKS else ""
    yield between + (node.text or "")
    for child in node:
        yield from _pieces(child)
        yield child.tail or ""
    yield between


def _all_words(blocks: list[Block]) -> Iterator[str]:
    for block in blocks:
        yield block.text
        for row in block.rows:
            yield from row


def _list_words(text: str) -> list[str]:
    return re.findall(r"[^\W\d_]+", text.replace("-", ""))
