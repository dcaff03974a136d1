"""What Word briefs for tests are made of: paragraphs and tables in few words, links, parts and raw elements."""

import io

from docx.document import Document
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import parse_xml

from briefmaker.writing.word.wordml import WORD_NAMESPACE

W = f'xmlns:w="{WORD_NAMESPACE}"'
_NAMESPACES = (
    f'{W} xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" xmlns:v="urn:schemas-microsoft-com:vml"'
)


def save(document: Document) -> bytes:
    """Give a document as a file."""
    saved = io.BytesIO()
    document.save(saved)
    return saved.getvalue()


def add(document: Document, *paragraphs: str, style: str | None = None) -> None:
    """Add paragraphs; ``**`` around a whole one sets it in bold, ``- `` makes a bullet, ``# `` a heading."""
    for text in paragraphs:
        if text.startswith("#"):
            marks, _, words = text.partition(" ")
            document.add_heading(words, len(marks))
        elif text.startswith("- "):
            document.add_paragraph(text[2:], style="List Bullet")
        elif text.startswith("**"):
            document.add_paragraph().add_run(text.strip("*")).bold = True
        else:
            document.add_paragraph(text, style=style)


def add_table(document: Document, *rows: tuple[str, ...]) -> None:
    """Add a table of words."""
    table = document.add_table(rows=len(rows), cols=len(rows[0]))
    for row, cells in zip(table.rows, rows, strict=True):
        for cell, text in zip(row.cells, cells, strict=True):
            cell.text = text


def add_link(document: Document, paragraph: object, words: str, address: str) -> None:
    """Add a link to a paragraph."""
    relationship = document.part.relate_to(address, RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
    link = parse_xml(
        f'<w:hyperlink {W} xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" r:id="{relationship}">'
        f"<w:r><w:t>{words}</w:t></w:r></w:hyperlink>"
    )
    paragraph._p.append(link)  # type: ignore[attr-defined]


def append_xml(document: Document, *elements: str) -> None:
    """Add elements to the body, before the section's properties."""
    body = document.element.body
    for each in elements:
        body.insert(len(body) - 1, parse_xml(each.replace("<w:p>", f"<w:p {_NAMESPACES}>", 1)))


def add_part(document: Document, kind: str, xml: str) -> None:
    """Add a part such as footnotes or comments to a document."""
    for key, each in list(document.part.rels.items()):
        if each.reltype.endswith(f"/{kind}"):
            del document.part.rels[key]
    content_type = getattr(CONTENT_TYPE, f"WML_{kind.upper()}")
    part = Part(PackURI(f"/word/{kind}.xml"), content_type, xml.encode(), document.part.package)
    document.part.relate_to(part, getattr(RELATIONSHIP_TYPE, kind.upper()))
