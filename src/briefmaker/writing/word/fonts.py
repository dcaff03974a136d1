"""Puts the fonts into a Word document, for readers who have not installed them (ECMA-376 part 4, font embedding)."""

import uuid
from importlib import resources

from docx.document import Document
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from lxml import etree

from briefmaker.writing.bidirectional import has_right_to_left, is_hebrew
from briefmaker.writing.word.wordml import W

_OBFUSCATED_TYPE = "application/vnd.openxmlformats-officedocument.obfuscatedFont"
_FONT_RELATIONSHIP = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/font"
_RELATIONSHIP_ID = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_NAMESPACE = uuid.UUID("6f1f7b3e-3b0a-4f6a-9a53-6d2f3f0f4c11")  # makes each font's key the same every time
_OBFUSCATED_BYTES = 32

# The families as Word knows them, with the file of each style; Word has no semibold.
FONTS = {
    "Source Serif 4": {
        "Regular": "SourceSerif4-Regular.ttf",
        "Bold": "SourceSerif4-Bold.ttf",
        "Italic": "SourceSerif4-It.ttf",
        "BoldItalic": "SourceSerif4-BoldIt.ttf",
    },
    "Source Serif 4 Display Semibold": {"Regular": "SourceSerif4Display-Semibold.ttf"},
    "Source Sans 3": {
        "Regular": "SourceSans3-Regular.ttf",
        "Bold": "SourceSans3-Bold.ttf",
        "Italic": "SourceSans3-It.ttf",
    },
}

# The companions, each embedded only where a document has letters of its script: together they add 0.4 MB.
RIGHT_TO_LEFT_FONTS = {
    "Noto Naskh Arabic": {"Regular": "NotoNaskhArabic-Regular.ttf", "Bold": "NotoNaskhArabic-Bold.ttf"},
    "Noto Serif Hebrew": {"Regular": "NotoSerifHebrew-Regular.ttf", "Bold": "NotoSerifHebrew-Bold.ttf"},
}


def embed_fonts(document: Document) -> None:
    """Add every font file, obfuscated as the format wants it, and name them in the font table."""
    table = _font_table(document)
    root = etree.fromstring(table.blob)
    for family, files in {**FONTS, **_companions(document)}.items():
        element = next((each for each in root if each.get(f"{W}name") == family), None)
        if element is not None:
            for style, file in files.items():
                _embed(document, table, element, style, file)
    table._blob = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)  # noqa: SLF001
    _set_embedding(document)


def _companions(document: Document) -> dict[str, dict[str, str]]:
    """Give the fonts of the scripts that run from right to left and stand in the document."""
    words = "".join(
        text.text or ""
        for run in document.element.body.iter(f"{W}r")
        if run.find(f"{W}rPr/{W}rtl") is not None
        for text in run.iter(f"{W}t")
    )
    has_hebrew = is_hebrew(words)
    has_arabic = any(has_right_to_left(letter) and not is_hebrew(letter) for letter in words)
    wanted = {"Noto Naskh Arabic": has_arabic, "Noto Serif Hebrew": has_hebrew}
    return {family: files for family, files in RIGHT_TO_LEFT_FONTS.items() if wanted[family]}


def _font_table(document: Document) -> Part:
    table: Part = next(
        relationship.target_part
        for relationship in document.part.rels.values()
        if relationship.reltype == RELATIONSHIP_TYPE.FONT_TABLE
    )
    return table


def _embed(document: Document, table: Part, element: etree._Element, style: str, file: str) -> None:
    key = uuid.uuid5(_NAMESPACE, file)
    content = resources.files("briefmaker").joinpath("fonts", file).read_bytes()
    package = document.part.package
    part = Part(
        PackURI(f"/word/fonts/{file.removesuffix('.ttf')}.odttf"), _OBFUSCATED_TYPE, obfuscate(content, key), package
    )
    tag = etree.SubElement(element, f"{W}embed{style}")
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
