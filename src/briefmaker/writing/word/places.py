"""The places of a Word template: what formatting a tag stands in, so that staff decide in Word how a field looks."""

from collections.abc import Iterator
from copy import deepcopy
from dataclasses import dataclass

from docx.document import Document
from lxml import etree

from briefmaker.writing.word.wordml import W

_EMPHASIS_AFTER = ("rStyle", "rFonts")
Element = etree._Element  # noqa: SLF001 - lxml's only name for the type


@dataclass(frozen=True, slots=True)
class RunFormats:
    """The ``w:rPr`` of a place, plain and with each emphasis added, as text."""

    plain: str
    strong: str
    emphasis: str
    both: str
    citation: str
    portion: str
    link: str

    def choose(self, *, strong: bool, emphasis: bool) -> str:
        """Give the properties for words with that emphasis."""
        if strong:
            return self.both if emphasis else self.strong
        return self.emphasis if emphasis else self.plain


@dataclass(frozen=True, slots=True)
class InlinePlace:
    """Where a tag stands inside a paragraph."""

    runs: RunFormats


@dataclass(frozen=True, slots=True)
class BlockPlace:
    """Where a tag ends a paragraph and more may follow: its formats, its indent and the width of its cell in twips.

    ``paragraph`` is its ``w:pPr``; ``label`` is the same for a label that stands alone, above a list or table; ``following``
    is without what hangs in front of the first line, ``flush`` without any indent, and ``properties`` what holds for lists
    and tables too. ``cell_width`` is None for a tag that stands in no table.
    """

    runs: RunFormats
    paragraph: str
    label: str
    following: str
    flush: str
    properties: str
    indent: int
    cell_width: int | None

    @property
    def has_label_column(self) -> bool:
        """Tell whether there is room at the left for a label: an indent, outside any table."""
        return self.indent > 0 and self.cell_width is None


def read_run_formats(properties: Element | None, style_ids: dict[str, str], size: float = 0) -> RunFormats:
    """Give the formats for words at a place with these run properties, of a size in points where that is known."""
    return RunFormats(
        plain=_write(properties),
        strong=_write(_with(properties, "b", "bCs")),
        emphasis=_write(_with(properties, "i", "iCs")),
        both=_write(_with(properties, "b", "bCs", "i", "iCs")),
        citation=_run_style(style_ids["Citation"]),
        portion=_portion_format(style_ids["Portion"], size),
        link=_run_style(style_ids["Hyperlink"]),
    )


def sized(points: float) -> Element:
    """Give run properties of a size."""
    properties = etree.Element(f"{W}rPr")
    for name in ("sz", "szCs"):
        etree.SubElement(properties, f"{W}{name}").set(f"{W}val", str(round(points * 2)))
    return properties


def _run_style(style: str) -> str:
    return f'<w:rPr><w:rStyle w:val="{style}"/></w:rPr>'


# A portion mark is a little smaller than its words: its style's own size serves for text, and is too small for large type.
_LARGE, _OF_LARGE = 12.0, 0.82


def _portion_format(style: str, size: float) -> str:
    own = _write(sized(size * _OF_LARGE)).removeprefix("<w:rPr>") if size >= _LARGE else "</w:rPr>"
    return _run_style(style).removesuffix("</w:rPr>") + own


def read_size(paragraph: Element, run: Element, document: Document) -> float:
    """Give the size in points of a run's words: its own, or that of its style or its paragraph's; 0 where none says it."""
    named = (each.find(f"{W}{kind}Pr/{W}{kind}Style") for each, kind in ((run, "r"), (paragraph, "p")))
    styles = (style for each in named if each is not None for style in _iterate_styles(each.get(f"{W}val"), document))
    found = next((size for each in (run, *styles) if (size := each.find(f"{W}rPr/{W}sz")) is not None), None)
    return int(found.get(f"{W}val", "0")) / 2 if found is not None else 0


def _iterate_styles(style: str | None, document: Document) -> Iterator[Element]:
    """Give a style by its id, and those that it is based on."""
    while style is not None:
        element = next(each for each in document.styles.element if each.get(f"{W}styleId") == style)
        yield element
        based_on = element.find(f"{W}basedOn")
        style = based_on.get(f"{W}val") if based_on is not None else None


def _with(properties: Element | None, *names: str) -> Element:
    """Add toggles after style and fonts, where the schema's order wants them."""
    made = deepcopy(properties) if properties is not None else etree.Element(f"{W}rPr")
    for name in names:
        for old in made.findall(f"{W}{name}"):
            made.remove(old)
    place = sum(made.find(f"{W}{name}") is not None for name in _EMPHASIS_AFTER)
    for offset, name in enumerate(names):
        made.insert(place + offset, etree.Element(f"{W}{name}"))
    return made


def _write(element: Element | None) -> str:
    """Write an element as text that can stand inside a document: without repeating its namespaces."""
    if element is None or (len(element) == 0 and not element.attrib):
        return ""
    alone = deepcopy(element)
    etree.cleanup_namespaces(alone)
    text = etree.tostring(alone, encoding="unicode", with_tail=False)
    return text.replace(f' xmlns:w="{W[1:-1]}"', "").replace(f' xmlns:ns0="{W[1:-1]}"', "").replace("ns0:", "w:")


def read_block_place(paragraph: Element, run: Element, document: Document, style_ids: dict[str, str]) -> BlockPlace:
    """Give the place of a tag that stands in this run at the end of this paragraph."""
    properties = paragraph.find(f"{W}pPr")
    return BlockPlace(
        runs=read_run_formats(run.find(f"{W}rPr"), style_ids, read_size(paragraph, run, document)),
        paragraph=_write(properties),
        label=_write(_with_next(properties)),
        following=_write(_without_hanging(properties)),
        flush=_write(_without_indent(properties)),
        properties="".join(_write(each) for each in _lasting(properties)),
        indent=_read_indent(properties, document),
        cell_width=_read_cell_width(paragraph.getparent()),
    )


def _with_next(properties: Element | None) -> Element:
    """Keep a paragraph on one page with the next: after its style, where the schema's order wants it."""
    made = deepcopy(properties) if properties is not None else etree.Element(f"{W}pPr")
    if made.find(f"{W}keepNext") is None:
        made.insert(int(made.find(f"{W}pStyle") is not None), etree.Element(f"{W}keepNext"))
    return made


def _read_cell_width(parent: Element | None) -> int | None:
    width = parent.find(f"{W}tcPr/{W}tcW") if parent is not None else None
    return int(width.get(f"{W}w", "0")) or None if width is not None else None


def _without_hanging(properties: Element | None) -> Element:
    made = deepcopy(properties) if properties is not None else etree.Element(f"{W}pPr")
    indent = made.find(f"{W}ind")
    if indent is None:
        indent = etree.Element(f"{W}ind")
        _insert_indent(made, indent)
    if f"{W}firstLine" in indent.attrib:
        del indent.attrib[f"{W}firstLine"]
    indent.set(f"{W}hanging", "0")
    return made


def _without_indent(properties: Element | None) -> Element:
    made = _without_hanging(properties)
    indent = made.find(f"{W}ind")
    assert indent is not None  # noqa: S101 - it has just been put there
    indent.set(f"{W}left", "0")
    return made


# What follows ``w:ind`` in a ``w:pPr`` (ECMA-376 part 1, 17.3.1.26).
_AFTER_INDENT = {
    f"{W}{name}"
    for name in (
        "contextualSpacing",
        "mirrorIndents",
        "suppressOverlap",
        "jc",
        "textDirection",
        "textAlignment",
        "textboxTightWrap",
        "outlineLvl",
        "divId",
        "cnfStyle",
        "rPr",
        "sectPr",
        "pPrChange",
    )
}


def _insert_indent(properties: Element, indent: Element) -> None:
    """Put ``w:ind`` where the schema's order wants it."""
    for place, child in enumerate(properties):
        if child.tag in _AFTER_INDENT:
            properties.insert(place, indent)
            return
    properties.append(indent)


def _lasting(properties: Element | None) -> list[Element]:
    """Give what of a paragraph's own formatting holds for a list or table at its place: style and keeping together."""
    if properties is None:
        return []
    kept = {f"{W}pStyle", f"{W}keepNext", f"{W}keepLines"}
    return [each for each in properties if each.tag in kept]


def _read_indent(properties: Element | None, document: Document) -> int:
    """Give the left indent in twips: the paragraph's own, or that of its style or of one the style is based on."""
    own = properties.find(f"{W}ind") if properties is not None else None
    if own is not None and _left(own):
        return int(_left(own))
    style_id = properties.find(f"{W}pStyle") if properties is not None else None
    for style in _iterate_styles(style_id.get(f"{W}val") if style_id is not None else None, document):
        indent = style.find(f"{W}pPr/{W}ind")
        if indent is not None and _left(indent):
            return int(_left(indent))
    return 0


def _left(indent: Element) -> str:
    return indent.get(f"{W}left") or indent.get(f"{W}start") or ""
