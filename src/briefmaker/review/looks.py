"""Reads how words look: what a brief can say, and what somebody gave to them by hand."""

from collections.abc import Iterator, Mapping

from lxml import etree

from briefmaker.review.paragraphs import Look
from briefmaker.review.word_values import read_flag
from briefmaker.writing.word.wordml import W

_STRONG_STYLES, _EMPHASIS_STYLES = {"strong"}, {"emphasis"}
_EXTRAS = (
    ("u", "underlined", {"", "none"}),
    ("highlight", "highlighted", {"", "none"}),
    ("color", "coloured:", {"", "auto"}),
    ("vertAlign", "raised or lowered", {"", "baseline"}),
    ("rFonts", "in the font:", {""}),
    ("sz", "of the size:", {""}),
)
"""Properties of words that a brief has no place for, what they are called, and which of their values say nothing."""


def read_look(properties: etree._Element | None, link: str, styles: Mapping[str, str]) -> Look:
    """Give how words with these properties look; ``styles`` are the names of styles by their ids."""
    if properties is None:
        return Look(link=link)
    style = properties.find(f"{W}rStyle")
    name = "" if style is None else styles.get(str(style.get(f"{W}val")), "")
    return Look(
        strong=_is_on(properties, "b", name in _STRONG_STYLES),
        emphasis=_is_on(properties, "i", name in _EMPHASIS_STYLES),
        link=link,
        is_mark=name == "portion",
        is_struck=_is_on(properties, "strike") or _is_on(properties, "dstrike"),
        extras=tuple(_list_extras(properties)),
    )


def _is_on(properties: etree._Element, name: str, otherwise: bool = False) -> bool:
    flag = read_flag(properties, name)
    return otherwise if flag is None else flag


def _list_extras(properties: etree._Element) -> Iterator[str]:
    """Give the looks of words that a brief cannot say; colours and sizes with what they are, so that a change is seen."""
    for name, called, nothing in _EXTRAS:
        element = properties.find(f"{W}{name}")
        value = "" if element is None else str(element.get(f"{W}val") or element.get(f"{W}ascii") or "")
        if value.lower() not in nothing:
            yield f"{called} {value.lower()}" if called.endswith(":") else called
