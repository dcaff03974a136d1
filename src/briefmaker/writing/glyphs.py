"""Tells which characters the shipped fonts have not: those come from another font, or from none, on another machine."""

import dataclasses
import unicodedata
from bisect import bisect_right
from collections.abc import Iterator, Mapping
from functools import cache
from importlib import resources

from briefmaker.model.rich_text import iterate_inlines, plain_text
from briefmaker.view.shape import View
from briefmaker.view.shown_text import Text

_NOT_DRAWN = ("Cf", "Zs", "Cc", "Mn")


def find_missing_glyphs(view: View) -> dict[str, str]:
    """Give, by field, the characters of a view that neither a shipped font nor the house's has, each once, in order."""
    missing: dict[str, str] = {}
    # A text may stand in either.
    own = view.style.serif.characters & view.style.sans.characters
    for text in _iterate_texts(view):
        words = "".join(plain_text(inlines) for inlines in iterate_inlines(text.blocks))
        found = "".join(dict.fromkeys(each for each in words if ord(each) not in own and not has_glyph(each)))
        if found:
            missing[text.path] = missing.get(text.path, "") + found
    return missing


def has_glyph(character: str) -> bool:
    """Tell whether a shipped font has the character, or none needs to: blanks, joiners, marks over a letter."""
    if character.isascii():
        return True
    firsts, lasts = _coverage()
    place = bisect_right(firsts, ord(character)) - 1
    return (place >= 0 and ord(character) <= lasts[place]) or unicodedata.category(character) in _NOT_DRAWN


@cache
def _coverage() -> tuple[list[int], list[int]]:
    lines = resources.files("briefmaker").joinpath("fonts", "coverage.txt").read_text("ascii").split()
    ends = [line.split("-") for line in lines]
    return [int(first, 16) for first, _ in ends], [int(last, 16) for _, last in ends]


def _iterate_texts(value: object) -> Iterator[Text]:
    if isinstance(value, Text):
        yield value
    elif isinstance(value, tuple):
        for each in value:
            yield from _iterate_texts(each)
    elif dataclasses.is_dataclass(value) and not isinstance(value, Mapping):
        for each in dataclasses.fields(value):
            yield from _iterate_texts(getattr(value, each.name))
