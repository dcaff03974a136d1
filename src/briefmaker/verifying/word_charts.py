"""Reads the charts of a Word document: the numbers that each shows, and the workbook from which Word would draw it anew."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from lxml import etree

from briefmaker.reading.office_package import DOCUMENT_PART, OfficePackage, parse_xml
from briefmaker.reading.unpacking import PackageError, unpack

CHART = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
SHEET = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_PART = re.compile(r"word/charts/chart[0-9]+\.xml")
_PLACE = re.compile(r"\$([A-Z])\$([0-9]{1,5})(?::\$([A-Z])\$([0-9]{1,5}))?$")
_WORKBOOK_KIND = "package"
_STRINGS = "xl/sharedStrings.xml"
_MOST_POINTS = 10_000

Cells = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Cache:
    """What a chart shows of some cells: ``formula`` says which, ``points`` their values as text, None for an empty one."""

    formula: str
    points: tuple[str | None, ...]


@dataclass(frozen=True, slots=True)
class Series:
    """One series of a chart; its name, the names along the axis and its numbers."""

    name: Cache
    categories: Cache
    values: Cache


@dataclass(frozen=True)
class WordChart:
    """A chart: its part, what it shows, and its workbook's cells; ``fault`` says why there are none. It may be shown nowhere."""

    part: str
    series: tuple[Series, ...]
    cells: Cells
    fault: str
    is_shown: bool

    @cached_property
    def caches(self) -> tuple[Cache, ...]:
        """All that it shows, series by series."""
        return tuple(each for one in self.series for each in (one.name, one.categories, one.values))


def read_charts(package: OfficePackage) -> tuple[WordChart, ...]:
    """Give the charts of a document, in the order in which they are shown; those that nothing shows come last."""
    shown = list(_iterate_shown(package))
    rest = sorted(name for name in package.trees if _PART.fullmatch(name) and name not in shown)
    return tuple(
        _read_chart(package, name, is_shown=name in shown) for name in (*shown, *rest) if name in package.trees
    )


def _iterate_shown(package: OfficePackage) -> Iterator[str]:
    relationships = package.relationships(DOCUMENT_PART)
    for each in package.trees[DOCUMENT_PART].iter(f"{CHART}chart"):
        found = (relationships.get(str(value)) for name, value in each.attrib.items() if str(name).endswith("}id"))
        yield from (one.target for one in found if one is not None)


def _read_chart(package: OfficePackage, part: str, *, is_shown: bool) -> WordChart:
    root = package.trees[part]
    series = tuple(
        Series(*(_read_cache(each.find(f"{CHART}{tag}")) for tag in ("tx", "cat", "val")))
        for each in root.iter(f"{CHART}ser")
    )
    workbook, fault = _find_workbook(package, part, root)
    cells: Cells = {}
    if workbook:
        try:
            cells = _read_workbook(package.parts[workbook])
        except (PackageError, KeyError, ValueError):
            fault = f"{workbook} is not a workbook that can be read"
    return WordChart(part, series, cells, fault, is_shown)


def _find_workbook(package: OfficePackage, part: str, root: etree._Element) -> tuple[str, str]:
    """Give the part of a chart's workbook, or why there is none."""
    named = root.find(f"{CHART}externalData")
    keys = [] if named is None else [str(value) for name, value in named.attrib.items() if str(name).endswith("}id")]
    relationship = package.relationships(part).get(keys[0]) if keys else None
    if relationship is None or relationship.is_external or relationship.kind != _WORKBOOK_KIND:
        return "", "it leads to no workbook"
    if relationship.target not in package.parts:
        return "", f"{relationship.target} is not there"
    return relationship.target, ""


def _read_cache(element: etree._Element | None) -> Cache:
    formula = None if element is None else next(element.iter(f"{CHART}f"), None)
    if element is None or formula is None:
        return Cache("", ())
    count = next((int(each.get("val", "0")) for each in element.iter(f"{CHART}ptCount")), 0)
    points = {str(each.get("idx")): each.findtext(f"{CHART}v") for each in element.iter(f"{CHART}pt")}
    return Cache(formula.text or "", tuple(points.get(str(index)) for index in range(min(count, _MOST_POINTS))))


def list_places(formula: str) -> list[str]:
    """Give the cells of one column that a formula names: ``Sheet1!$B$2:$B$4`` is B2, B3 and B4; none for any other."""
    match = _PLACE.search(formula)
    if match is None or (match[3] or match[1]) != match[1]:
        return []
    first, last = int(match[2]), int(match[4] or match[2])
    return [f"{match[1]}{row}" for row in range(first, min(last, first + _MOST_POINTS) + 1)]


def _read_workbook(content: bytes) -> dict[str, str]:
    """Give the cells of a workbook's first sheet that hold something, by their places."""
    parts = unpack(content)
    names = sorted(name for name in parts if name.startswith("xl/worksheets/"))
    sheet = parse_xml(parts[names[0] if names else "xl/worksheets/sheet1.xml"])
    shared = list(parse_xml(parts[_STRINGS]).iter(f"{SHEET}si")) if _STRINGS in parts else []
    said = {str(cell.get("r")): _read_cell(cell, shared) for cell in sheet.iter(f"{SHEET}c")}
    return {place: text for place, text in said.items() if text}


def _read_cell(cell: etree._Element, shared: list[etree._Element]) -> str:
    value = cell.findtext(f"{SHEET}v") or ""
    if cell.get("t") == "s" and value.isdecimal() and int(value) < len(shared):
        return _join_texts(shared[int(value)])
    return _join_texts(cell) if cell.get("t") == "inlineStr" else value


def _join_texts(element: etree._Element) -> str:
    return "".join(each.text or "" for each in element.iter(f"{SHEET}t"))
