"""The lists of a Word document: whether entries of one are numbered, and from which number on."""

from dataclasses import dataclass

from lxml import etree

from briefmaker.review.paragraphs import Numbering
from briefmaker.review.word_values import read_number, read_value
from briefmaker.writing.word.wordml import W


@dataclass(frozen=True, slots=True)
class Lists:
    """How the lists of a document count: by their number and by depth."""

    formats: dict[tuple[int, int], tuple[bool, int]]

    def read(self, numbering: etree._Element) -> Numbering | None:
        """Give the list that a paragraph is an entry of, by its ``w:numPr``; None where that takes it out of any."""
        level, number = (read_value(numbering.find(f"{W}{name}"), 0) for name in ("ilvl", "numId"))
        return self.find(number, level)

    def find(self, number: int, level: int) -> Numbering | None:
        """Give a list by its number and depth; 0 is the number of none."""
        if not number:
            return None
        is_ordered, start = self.formats.get((number, level), (False, 1))
        return Numbering(number, level, is_ordered, start if is_ordered else 1)


def read_lists(root: etree._Element | None) -> Lists:
    """Give the lists that a document defines."""
    if root is None:
        return Lists({})
    abstract = {str(each.get(f"{W}abstractNumId")): _read_levels(each) for each in root.iter(f"{W}abstractNum")}
    formats: dict[tuple[int, int], tuple[bool, int]] = {}
    for number in root.findall(f"{W}num"):
        chosen = number.find(f"{W}abstractNumId")
        levels = dict(abstract.get("" if chosen is None else str(chosen.get(f"{W}val")), {}))
        for override in number.findall(f"{W}lvlOverride"):
            _apply(levels, override)
        own = read_number(number.get(f"{W}numId"), 0)
        formats |= {(own, level): told for level, told in levels.items()}
    return Lists(formats)


def _read_levels(abstract: etree._Element) -> dict[int, tuple[bool, int]]:
    return {read_number(each.get(f"{W}ilvl"), 0): _read_level(each) for each in abstract.findall(f"{W}lvl")}


def _read_level(level: etree._Element) -> tuple[bool, int]:
    kind = level.find(f"{W}numFmt")
    start = level.find(f"{W}start")
    # A level that does not say how it counts does so in digits.
    is_ordered = kind is None or kind.get(f"{W}val", "decimal") not in ("bullet", "none")
    return is_ordered, read_value(start, 1)


def _apply(levels: dict[int, tuple[bool, int]], override: etree._Element) -> None:
    depth = read_number(override.get(f"{W}ilvl"), 0)
    own, start = override.find(f"{W}lvl"), override.find(f"{W}startOverride")
    if own is not None:
        levels[depth] = _read_level(own)
    if start is not None:
        levels[depth] = (levels.get(depth, (False, 1))[0], read_value(start, 1))
