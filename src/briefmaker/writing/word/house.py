"""The house style in a Word template: wherever it has a colour or font of briefmaker's own, the house's takes its place.

What staff have given another colour or font in Word keeps it (docs/decisions/0008).
"""

from collections.abc import Iterable
from xml.sax.saxutils import quoteattr

from docx.document import Document
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.part import Part
from lxml import etree

from briefmaker.model.font_family import FontFamily, is_single
from briefmaker.model.style import PLAIN_STYLE, ROLES, Style, list_families
from briefmaker.writing.word.wordml import W

_COLOURED = (f"{W}color", f"{W}fill")
_LATIN = (f"{W}ascii", f"{W}hAnsi", f"{W}eastAsia")
_FONT_ROLES = ("serif", "sans", "display")


def write_colour(colour: str) -> str:
    """Give a colour as Word writes it: ``1B365D``."""
    return colour.removeprefix("#").upper()


def dress(document: Document, parts: Iterable[etree._Element], style: Style) -> None:
    """Put the style's colours and fonts into the styles of a template, the parts with its texts, and its font table."""
    if style == PLAIN_STYLE:
        return
    colours = {
        write_colour(getattr(PLAIN_STYLE.colours, role)): write_colour(getattr(style.colours, role)) for role in ROLES
    }
    families = {getattr(PLAIN_STYLE, role).name: getattr(style, role) for role in _FONT_ROLES}
    for root in (document.styles.element, *parts):
        for element in root.iter(etree.Element):
            _recolour(element, colours)
            if element.tag == f"{W}rFonts":
                _change_fonts(element, families)
    _rewrite_font_table(document, style)


def _recolour(element: etree._Element, colours: dict[str, str]) -> None:
    names = (*_COLOURED, f"{W}val") if element.tag == f"{W}color" else _COLOURED
    for name in names:
        value = element.get(name)
        if value is not None and value.upper() in colours:
            element.set(name, colours[value.upper()])


def _change_fonts(element: etree._Element, families: dict[str, FontFamily]) -> None:
    usual = element.get(f"{W}ascii") or ""
    family = families.get(usual)
    if family is None:
        return
    for name in _LATIN:
        if element.get(name) == usual:
            element.set(name, family.name)
    if usual == PLAIN_STYLE.display.name and not is_single(family):
        _embolden(element)


def _embolden(fonts: etree._Element) -> None:
    """Set in bold what a display font of one weight was heavy enough for; after the fonts, where the schema wants it."""
    properties = fonts.getparent()
    if properties is not None and properties.find(f"{W}b") is None:
        fonts.addnext(etree.Element(f"{W}bCs"))
        fonts.addnext(etree.Element(f"{W}b"))


def write_font_entry(family: FontFamily, declaration: str = "") -> str:
    """Give a family's entry in the font table, with what Office has in its place where it is not installed."""
    kind = "roman" if family.is_serif else "swiss"
    return (
        f"<w:font{declaration} w:name={quoteattr(family.name)}><w:altName w:val={quoteattr(family.fallback)}/>"
        f'<w:charset w:val="00"/><w:family w:val="{kind}"/><w:pitch w:val="variable"/></w:font>'
    )


def find_font_table(document: Document) -> Part:
    """Give the part that lists the fonts."""
    relationships = document.part.rels.values()
    table: Part = next(each.target_part for each in relationships if each.reltype == RELATIONSHIP_TYPE.FONT_TABLE)
    return table


def _rewrite_font_table(document: Document, style: Style) -> None:
    """Take out the usual families that are used no more, and enter those of the house."""
    families, usual = list_families(style), list_families(PLAIN_STYLE)
    if families == usual:
        return
    table = find_font_table(document)
    root = etree.fromstring(table.blob)
    names = {family.name for family in (*usual, *families)}
    for entry in [each for each in root if each.get(f"{W}name") in names]:
        root.remove(entry)
    for family in families:
        root.append(etree.fromstring(write_font_entry(family, f' xmlns:w="{W[1:-1]}"')))
    table._blob = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)  # noqa: SLF001
