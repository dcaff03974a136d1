"""Arabic and Hebrew in Word: words that run from right to left say so, and so does a whole document in such a language.

``w:left`` and ``w:right`` of indents, tabs, alignment and the edges of cells mean the leading and the trailing side (ECMA-376
part 4, 14.3): a paragraph with ``w:bidi`` and a table with ``w:bidiVisual`` turn them around by themselves.
"""

import re
from collections.abc import Iterator
from copy import deepcopy

from docx.document import Document
from lxml import etree

from briefmaker.writing.bidirectional import has_right_to_left, is_hebrew, split_by_direction
from briefmaker.writing.word.wordml import W

Element = etree._Element  # noqa: SLF001 - lxml's only name for the type
HEBREW, HEBREW_FONT = "he-IL", "Noto Serif Hebrew"  # for words in Hebrew, whatever the document's own script
# A number by itself stays in the font of Latin letters; it runs from left to right anyway.
_NUMBER = re.compile(r"[\[\s]*[0-9][0-9.,:/%\s]*[\]\s]*")
_CHART = ".//{http://schemas.openxmlformats.org/drawingml/2006/chart}chart"
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
LARGER = 2  # half points by which letters are larger, as on the printed page
DEFAULT_GAP = 120  # twips between columns where a table says nothing: the margin of the style "Normal Table"
LOOSER = 40  # twips by which their lines stand further apart

# What stands before each element in its parent (ECMA-376 part 1: 17.3.1.26, 17.3.2.28, 17.4.59, 17.6.17).
_BEFORE_BIDI = (
    "pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers pBdr shd tabs "
    "suppressAutoHyphens kinsoku wordWrap overflowPunct topLinePunct autoSpaceDE autoSpaceDN"
)
_BEFORE_INDENT = f"{_BEFORE_BIDI} bidi adjustRightInd snapToGrid spacing"
_BEFORE_ALIGNMENT = f"{_BEFORE_INDENT} ind contextualSpacing mirrorIndents suppressOverlap"
_BEFORE_RTL = (
    "rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss imprint noProof snapToGrid vanish "
    "webHidden color spacing w kern position sz szCs highlight u effect bdr shd fitText vertAlign"
)
_BEFORE_LANGUAGE = f"{_BEFORE_RTL} rtl cs em"
_BEFORE_BOLD = "rStyle rFonts b"
_BEFORE_VISUAL = "tblStyle tblpPr tblOverlap"
_BEFORE_SECTION_BIDI = (
    "headerReference footerReference footnotePr endnotePr type pgSz pgMar paperSrc pgBorders lnNumType pgNumType cols "
    "formProt vAlign noEndnote titlePg textDirection"
)


def mark_words(root: Element, *, is_right_to_left: bool) -> None:
    """Let every run hold words of one direction only, and say so of those from right to left.

    Word sets such a run in the font, size and weight for complex scripts; blanks and numbers in it keep their order.
    """
    for run in list(root.iter(f"{W}r")):
        words = "".join(text.text or "" for text in run.iterfind(f"{W}t"))
        if words and (is_right_to_left or has_right_to_left(words)):
            for piece in _separate_texts(run):
                _split(piece, piece.findtext(f"{W}t") or "", is_right_to_left=is_right_to_left)


def _separate_texts(run: Element) -> list[Element]:
    """Cut a run that holds several texts, with tabs between, so that each of its pieces holds one."""
    pieces = [run]
    for text in run.findall(f"{W}t")[1:]:
        piece = etree.Element(f"{W}r")
        properties = run.find(f"{W}rPr")
        if properties is not None:
            piece.append(deepcopy(properties))
        piece.extend([text, *text.itersiblings()])
        pieces[-1].addnext(piece)
        pieces.append(piece)
    return pieces


def _split(run: Element, text: str, *, is_right_to_left: bool) -> None:
    stretches = split_by_direction(text, is_right_to_left=is_right_to_left)
    for number, stretch in enumerate(stretches, start=1):
        piece = run if number == len(stretches) else deepcopy(run)
        if piece is not run:
            piece.tail = None
            run.addprevious(piece)
        _keep_text(piece, stretch.text, is_first=number == 1, is_last=number == len(stretches))
        if stretch.is_right_to_left and not _NUMBER.fullmatch(stretch.text):
            _mark(piece, stretch.text)


def _keep_text(run: Element, words: str, *, is_first: bool, is_last: bool) -> None:
    """Let a piece of a run have its words; tabs and breaks before them go with the first piece, those behind with the last."""
    text = run.find(f"{W}t")
    assert text is not None  # noqa: S101 - for the type checker; only runs with a text are cut
    place = run.index(text)
    for child in list(run):
        is_before = run.index(child) < place
        if child is not text and child.tag != f"{W}rPr" and not (is_first if is_before else is_last):
            run.remove(child)
            place -= is_before
    text.text = words
    text.set(_SPACE, "preserve")


def _mark(run: Element, words: str) -> None:
    properties = run.find(f"{W}rPr")
    if properties is None:
        properties = etree.Element(f"{W}rPr")
        run.insert(0, properties)
    for slant in properties.findall(f"{W}iCs"):
        properties.remove(slant)
    _insert(properties, "rtl", _BEFORE_RTL)
    if is_hebrew(words):
        fonts = properties.find(f"{W}rFonts")
        if fonts is None:
            fonts = etree.Element(f"{W}rFonts")
            properties.insert(int(properties.find(f"{W}rStyle") is not None), fonts)
        fonts.set(f"{W}cs", HEBREW_FONT)
        _insert(properties, "lang", _BEFORE_LANGUAGE)
        properties.find(f"{W}lang").set(f"{W}bidi", HEBREW)  # type: ignore[union-attr]  # it was put in


def turn_part(root: Element) -> None:
    """Turn every table, paragraph and page of one part around."""
    for table in root.iter(f"{W}tbl"):
        properties = table.find(f"{W}tblPr")
        if properties is not None:
            _insert(properties, "bidiVisual", _BEFORE_VISUAL)
            _set_gap_by_indent(table, properties)
            _indent_by_column(table, properties)
    for paragraph in root.iter(f"{W}p"):
        properties = paragraph.find(f"{W}pPr")
        if properties is None:
            properties = etree.Element(f"{W}pPr")
            paragraph.insert(0, properties)
        if paragraph.find(_CHART) is None:
            _insert(properties, "bidi", _BEFORE_BIDI)
        else:
            _set_flush_right(properties)
    for section in root.iter(f"{W}sectPr"):
        _insert(section, "bidi", _BEFORE_SECTION_BIDI)


def _set_flush_right(properties: Element) -> None:
    """Put a chart on the leading side of its paragraph, which runs from left to right, with its indent.

    LibreOffice writes the digits of a chart backwards in a paragraph from right to left.
    """
    indent = _indent(properties)
    indent.set(f"{W}right", indent.get(f"{W}left", "0"))
    indent.set(f"{W}left", "0")
    _insert(properties, "jc", _BEFORE_ALIGNMENT)
    for alignment in properties.findall(f"{W}jc"):
        alignment.set(f"{W}val", "right")


def _set_gap_by_indent(table: Element, properties: Element) -> None:
    """Let the indent of its paragraphs keep a table's columns apart: LibreOffice does not turn the margins of cells around."""
    margins = properties.find(f"{W}tblCellMar/{W}right")
    gap = margins.get(f"{W}w", "0") if margins is not None else str(DEFAULT_GAP)
    for cell in table.iterfind(f"{W}tr/{W}tc"):
        own = cell.find(f"{W}tcPr/{W}tcMar/{W}right")
        for paragraph in cell.iterfind(f"{W}p/{W}pPr") if own is None else ():
            _indent(paragraph).set(f"{W}right", gap)
    if margins is None:
        cells = etree.Element(f"{W}tblCellMar")
        margins = etree.SubElement(cells, f"{W}right", {f"{W}type": "dxa"})
        look = properties.find(f"{W}tblLook")
        properties.append(cells) if look is None else look.addprevious(cells)
    margins.set(f"{W}w", "0")


def _indent_by_column(table: Element, properties: Element) -> None:
    """Let an empty column indent a table: LibreOffice does not measure ``w:tblInd`` from the right."""
    indent, whole = properties.find(f"{W}tblInd"), properties.find(f"{W}tblW")
    width = int(indent.get(f"{W}w", "0")) if indent is not None else 0
    grid = table.find(f"{W}tblGrid")
    if indent is None or whole is None or grid is None or width <= 0:
        return
    indent.set(f"{W}w", "0")
    whole.set(f"{W}w", str(int(whole.get(f"{W}w", "0")) + width))
    grid.insert(0, etree.Element(f"{W}gridCol", {f"{W}w": str(width)}))
    for row in table.iterfind(f"{W}tr"):
        first = row.find(f"{W}tc")
        if first is not None:
            first.addprevious(_empty_cell(width))


def _empty_cell(width: int) -> Element:
    cell = etree.Element(f"{W}tc")
    properties = etree.SubElement(cell, f"{W}tcPr")
    etree.SubElement(properties, f"{W}tcW", {f"{W}w": str(width), f"{W}type": "dxa"})
    borders = etree.SubElement(properties, f"{W}tcBorders")
    for side in ("top", "bottom"):
        etree.SubElement(borders, f"{W}{side}", {f"{W}val": "nil"})
    etree.SubElement(cell, f"{W}p")
    return cell


def _indent(properties: Element) -> Element:
    found = properties.find(f"{W}ind")
    if found is None:
        _insert(properties, "ind", _BEFORE_INDENT)
        found = properties.find(f"{W}ind")
    assert found is not None  # noqa: S101 - for the type checker; it was put in
    return found


def turn_styles(document: Document, language: str) -> None:
    """Set letters of complex scripts a little larger and their lines further apart; none is slanted or letterspaced."""
    styles = document.styles.element
    if language.partition("-")[0].lower() == "he":
        for fonts in styles.iter(f"{W}rFonts"):
            fonts.set(f"{W}cs", HEBREW_FONT)
    for size in styles.iter(f"{W}szCs"):
        size.set(f"{W}val", str(int(size.get(f"{W}val", "21")) + LARGER))
    for slant in list(styles.iter(f"{W}iCs")):
        slant.set(f"{W}val", "0")
    for spacing in list(_iterate_spacings(styles)):
        if spacing.get(f"{W}line") is not None and spacing.get(f"{W}lineRule") == "exact":
            spacing.set(f"{W}line", str(int(spacing.get(f"{W}line", "0")) + LOOSER))
    for letters in list(styles.iter(f"{W}rPr")):
        for spaced in letters.findall(f"{W}spacing"):
            letters.remove(spaced)


def embolden_companions(document: Document) -> None:
    """Let words from right to left be bold in a style whose own font is heavy by itself, since their font is not."""
    for letters in document.styles.element.iter(f"{W}rPr"):
        fonts = letters.find(f"{W}rFonts")
        if fonts is not None and fonts.get(f"{W}ascii", "").endswith("Semibold"):
            _insert(letters, "bCs", _BEFORE_BOLD)


def _iterate_spacings(styles: Element) -> Iterator[Element]:
    for properties in styles.iter(f"{W}pPr"):
        yield from properties.findall(f"{W}spacing")


def _insert(parent: Element, name: str, before: str) -> None:
    """Put an empty element where the schema's order wants it, unless it is there."""
    if parent.find(f"{W}{name}") is not None:
        return
    earlier = {f"{W}{each}" for each in before.split()}
    place = sum(child.tag in earlier for child in parent)
    parent.insert(place, etree.Element(f"{W}{name}"))
