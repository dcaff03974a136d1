"""Mends what a PDF tells of its glyphs: a mark over or under a letter stands for itself, not for the letter too.

WeasyPrint gives a mark's glyph the text of the whole cluster in which it first stands, and the letter's glyph nothing, so
that whoever copies or hears a text with vowel marks gets that letter at every such mark; see docs/decisions/0012.
"""

import itertools
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from typing import Any


def mend_characters(fonts: Iterable[Any], pdf: Any) -> None:
    """Mend the maps from glyphs to characters in a PDF, pydyf's, that is not yet written.

    ``fonts`` are WeasyPrint's, in the order in which they stand in the PDF.
    """
    for font, stream in zip(fonts, _iterate_maps(pdf), strict=True):
        mended = part_letters(font.to_unicode, {glyph for glyph, width in font.widths.items() if width == 0})
        lines = {_write_line(glyph, font.to_unicode[glyph]): _write_line(glyph, text) for glyph, text in mended.items()}
        if lines:
            stream.stream = [lines.get(line, line) for line in stream.stream]


def part_letters(characters: Mapping[int, str], marks: set[int]) -> dict[int, str]:
    """Give the glyphs that have the wrong characters with the right ones; ``marks`` are those that take no room of their own.

    A letter's glyph that has none was met together with its mark, right before it or right after it, as the text runs.
    """
    mended: dict[int, str] = {}
    glyphs = list(characters)
    for place, mark in enumerate(glyphs):
        text = characters[mark]
        if mark in marks and 0 < len(_keep_marks(text)) < len(text):
            mended[mark] = _keep_marks(text)
            for letter in _find_letters(characters, marks, (glyphs[place + 1 :], glyphs[:place][::-1])):
                mended[letter] = "".join(each for each in text if not unicodedata.combining(each))
    return mended


def _find_letters(characters: Mapping[int, str], marks: set[int], neighbours: Iterable[list[int]]) -> Iterator[int]:
    """Give the glyph of a letter that has no characters, with nothing between but marks that have none either."""
    for glyphs in neighbours:
        without = itertools.takewhile(lambda glyph: not characters[glyph], glyphs)
        yield from itertools.islice((glyph for glyph in without if glyph not in marks), 1)


def _iterate_maps(pdf: Any) -> Iterable[Any]:
    """Give the map of each font, in the order of the fonts."""
    fonts = (each for each in pdf.objects if isinstance(each, dict) and each.get("Type") == "/Font")
    references = [each["ToUnicode"] for each in fonts if "ToUnicode" in each]
    return (pdf.objects[int(reference.split()[0])] for reference in references)


def _keep_marks(text: str) -> str:
    return "".join(letter for letter in text if unicodedata.combining(letter))


def _write_line(glyph: int, text: str) -> bytes:
    """Give the line of a map, as WeasyPrint writes it."""
    return f"<{glyph:04x}> <{text.encode('utf-16-be').hex()}>".encode()
