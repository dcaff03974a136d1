"""Puts the fonts into a Word document, for readers who have not installed them (ECMA-376 part 4, font embedding)."""

import uuid
from collections.abc import Iterator
from importlib import resources

from docx.document import Document
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from lxml import etree

from briefmaker.model.font_family import NOTO_ARABIC, NOTO_HEBREW, FontFace, FontFamily, find_face, is_single
from briefmaker.model.style import Style, list_families
from briefmaker.writing.bidirectional import has_right_to_left, is_hebrew
from briefmaker.writing.word.house import find_font_table
from briefmaker.writing.word.wordml import W

_OBFUSCATED_TYPE = "application/vnd.openxmlformats-officedocument.obfuscatedFont"
_FONT_RELATIONSHIP = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/font"
_RELATIONSHIP_ID = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_NAMESPACE = uuid.UUID("6f1f7b3e-3b0a-4f6a-9a53-6d2f3f0f4c11")  # makes each font's key the same every time
_OBFUSCATED_BYTES = 32

# Word's names for the styles of a family, with weight and slant; it has no semibold.
_STYLES = {"Regular": (400, False), "Bold": (700, False), "Italic": (400, True), "BoldItalic": (700, True)}


def embed_fonts(document: Document, style: Style) -> None:
    """Add every font file of a style, obfuscated as the format wants it, and name them in the font table."""
    table = find_font_table(document)
    root = etree.fromstring(table.blob)
    for family in (*list_families(style), *_list_companions(document)):
        element = next((each for each in root if each.get(f"{W}name") == family.name), None)
        if element is not None:
            for name, face in _list_faces(family):
                _embed(document, table, element, name, face)
    table._blob = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)  # noqa: SLF001
    _set_embedding(document)


def _list_faces(family: FontFamily) -> Iterator[tuple[str, FontFace]]:
    """Give the faces that Word knows, each with its name; the only face of a family is its regular one."""
    if is_single(family):
        yield "Regular", family.faces[0]
        return
    for name, (weight, is_italic) in _STYLES.items():
        face = find_face(family, weight, is_italic=is_italic)
        if face is not None:
            yield name, face


def _list_companions(document: Document) -> Iterator[FontFamily]:
    """Give the fonts of the scripts that run from right to left and stand in the document: together they have 0.4 MB."""
    words = "".join(
        text.text or ""
        for run in document.element.body.iter(f"{W}r")
        if run.find(f"{W}rPr/{W}rtl") is not None
        for text in run.iter(f"{W}t")
    )
    if any(has_right_to_left(letter) and not is_hebrew(letter) for letter in words):
        yield NOTO_ARABIC
    if is_hebrew(words):
        yield NOTO_HEBREW


def _embed(document: Document, table: Part, element: etree._Element, name: str, face: FontFace) -> None:
    key = uuid.uuid5(_NAMESPACE, face.file)
    content = face.content or resources.files("briefmaker").joinpath("fonts", face.file).read_bytes()
    file = PackURI(f"/word/fonts/{face.file.rpartition('.')[0]}.odttf")
    part = Part(file, _OBFUSCATED_TYPE, obfuscate(content, key), document.part.package)
    tag = etree.SubElement(element, f"{W}embed{name}")
    tag.set(_RELATIONSHIP_ID, table.relate_to(part, _FONT_RELATIONSHIP))
    tag.set(f"{W}fontKey", f"{{{str(key).upper()}}}")


def obfuscate(content: bytes, key: uuid.UUID) -> bytes:
    """Give a font with its first 32 bytes combined with the key, backwards (ECMA-376 part 4, 5.2.1)."""
    mask = bytes.fromhex(key.hex)[::-1] * 2
    head = bytes(byte ^ with_byte for byte, with_byte in zip(content[:_OBFUSCATED_BYTES], mask, strict=True))
    return head + content[_OBFUSCATED_BYTES:]


def _set_embedding(document: Document) -> None:
    settings = document.settings.element
    if settings.find(f"{W}embedTrueTypeFonts") is None:
        tag = etree.Element(f"{W}embedTrueTypeFonts")
        zoom = settings.find(f"{W}zoom")
        if zoom is None:
            settings.insert(0, tag)
        else:
            zoom.addnext(tag)
