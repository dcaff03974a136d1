"""What styles and lists of a Word document mean: which are headings, and what stands before a list item."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from lxml import etree

from briefmaker.reading.office_package import OfficePackage
from briefmaker.writing.word.wordml import W

# Where several documents are bound as one, a style that is there otherwise already gets a number behind its name.
_NUMBER_OF_BOUND = re.compile(r" \([0-9]+\)$")
_HEADING = re.compile(r"heading ([1-9])", re.IGNORECASE)
_NUMBER = re.compile(r"-?[0-9]{1,9}")
_LONGEST_CHAIN = 20  # of styles that build on one another


def value_of(element: etree._Element | None, default: str = "") -> str:
    """Give the ``w:val`` of an element."""
    return default if element is None else str(element.get(f"{W}val", default))


class Styles:
    """The styles of one document by id."""

    def __init__(self, package: OfficePackage) -> None:
        tree = package.trees.get("word/styles.xml")
        found = [] if tree is None else list(tree.iter(f"{W}style"))
        self._styles = {str(style.get(f"{W}styleId", "")): style for style in found}

    @property
    def ids(self) -> set[str]:
        """The ids of all styles."""
        return set(self._styles)

    def heading_level(self, style: str) -> int:
        """Give the level of a heading, 1 for the title of the document; 0 for any other style."""
        for each in self._chain(style):
            name = _NUMBER_OF_BOUND.sub("", value_of(each.find(f"{W}name")))
            if name.lower() == "title":
                return 1
            match = _HEADING.fullmatch(name)
            outline = each.find(f"{W}pPr/{W}outlineLvl")
            if match or (outline is not None and value_of(outline) != "9"):
                return int(match[1]) + 1 if match else read_number(value_of(outline)) + 2
        return 0

    def numbering(self, style: str) -> etree._Element | None:
        """Give the ``w:numPr`` that a style brings, or None."""
        found = (each.find(f"{W}pPr/{W}numPr") for each in self._chain(style))
        return next((each for each in found if each is not None), None)

    def _chain(self, style: str) -> Iterable[etree._Element]:
        for _ in range(_LONGEST_CHAIN):
            element = self._styles.get(style)
            if element is None:
                return
            yield element
            style = value_of(element.find(f"{W}basedOn"))


@dataclass
class Lists:
    """Counts the items of one document's lists, as Word does when it shows them."""

    definitions: Mapping[tuple[str, int], tuple[str, str, int]] = field(default_factory=dict)
    counts: dict[tuple[str, int], int] = field(default_factory=dict)

    def next_marker(self, number: str, level: int) -> str:
        """Give what stands before the next item of a list: ``3.`` or ``•``; empty where the list is not defined."""
        kind, text, start = self.definitions.get((number, level), ("", "", 1))
        count = self.counts.get((number, level), start - 1) + 1
        self.counts[number, level] = count
        return text if kind == "bullet" else text.replace(f"%{level + 1}", str(count))


def read_lists(package: OfficePackage) -> Lists:
    """Give the lists that a document defines: kind, text and first number of each level."""
    tree = package.trees.get("word/numbering.xml")
    if tree is None:
        return Lists()
    abstract = {str(each.get(f"{W}abstractNumId")): _read_levels(each) for each in tree.iter(f"{W}abstractNum")}
    definitions: dict[tuple[str, int], tuple[str, str, int]] = {}
    for number in tree.iter(f"{W}num"):
        levels = dict(abstract.get(value_of(number.find(f"{W}abstractNumId")), {}))
        for override in number.iter(f"{W}lvlOverride"):
            level, start = read_number(override.get(f"{W}ilvl")), override.find(f"{W}startOverride")
            if level in levels and start is not None:
                levels[level] = (*levels[level][:2], read_number(value_of(start)))
        definitions |= {(str(number.get(f"{W}numId")), level): each for level, each in levels.items()}
    return Lists(definitions)


def _read_levels(abstract: etree._Element) -> dict[int, tuple[str, str, int]]:
    return {
        read_number(level.get(f"{W}ilvl")): (
            value_of(level.find(f"{W}numFmt")),
            value_of(level.find(f"{W}lvlText")),
            read_number(value_of(level.find(f"{W}start"), "1")),
        )
        for level in abstract.iter(f"{W}lvl")
    }


def read_number(text: object) -> int:
    """Give a number that a document has as text; 0 for what is none."""
    return int(str(text)) if _NUMBER.fullmatch(str(text)) else 0
