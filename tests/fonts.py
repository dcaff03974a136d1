"""Fonts for tests: those that ship with briefmaker, made into those of a house."""

import io
from functools import cache
from typing import Any

from fontTools.fontBuilder import FontBuilder
from fontTools.pens.t2CharStringPen import T2CharStringPen
from fontTools.ttLib import TTFont

from briefmaker.workspace.package import shipped_folder

STYLES = {"regular": "Regular", "italic": "It", "bold": "Bold"}


@cache
def make_font(file: str, family: str, permission: int = 0) -> bytes:
    """Give a shipped font under another name, with what its maker permits (``fsType``)."""
    font: Any = TTFont(shipped_folder("fonts") / file, recalcTimestamp=False)
    for record in list(font["name"].names):
        if record.nameID in (1, 4, 16):
            font["name"].setName(family, record.nameID, record.platformID, record.platEncID, record.langID)
        elif record.nameID == 6:
            font["name"].setName(family.replace(" ", ""), 6, record.platformID, record.platEncID, record.langID)
    font["OS/2"].fsType = permission
    return _save(font)


@cache
def make_postscript_font(family: str = "Drawn") -> bytes:
    """Give a small OTF font, with outlines that Word cannot hold."""
    letters = "AaEeZz09"
    glyphs = [".notdef", *letters]
    pen = T2CharStringPen(500, None)
    for step, point in enumerate([(0, 0), (0, 500), (400, 500), (400, 0)]):
        (pen.lineTo if step else pen.moveTo)(point)
    pen.closePath()
    shape = pen.getCharString()
    built = FontBuilder(1000, isTTF=False)
    built.setupGlyphOrder(glyphs)
    built.setupCharacterMap({ord(letter): letter for letter in letters})
    built.setupCFF(family, {}, dict.fromkeys(glyphs, shape), {})
    built.setupHorizontalMetrics(dict.fromkeys(glyphs, (500, 0)))
    built.setupHorizontalHeader(ascent=800, descent=-200)
    built.setupNameTable({"familyName": family, "styleName": "Regular"})
    built.setupOS2()
    built.setupPost()
    return _save(built.font)


def _save(font: Any) -> bytes:
    written = io.BytesIO()
    font.save(written, reorderTables=None)
    return written.getvalue()
