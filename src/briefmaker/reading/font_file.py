"""A font file of the workspace: whether it can be used in both documents, and the name that Word knows it by."""

import io
import struct
from dataclasses import dataclass
from typing import Any

MAX_BYTES = 10_000_000
_TRUETYPE, _OPENTYPE = (b"\0\1\0\0", b"true"), b"OTTO"
_OTHERS = {b"wOFF": "WOFF", b"wOF2": "WOFF2", b"ttcf": "a collection of fonts"}
# fsType of the table OS/2: https://learn.microsoft.com/typography/opentype/spec/os2#fstype
_RESTRICTED, _VIEWING_ONLY = 0x0002, 0x0004
_FAMILY_NAME = 1  # in the table `name`; the one by which Word finds regular, bold and italic together
# What fontTools lets out of a file that is damaged, by chance or on purpose.
_DAMAGE = (struct.error, OSError, LookupError, ValueError, TypeError, AttributeError, AssertionError, ArithmeticError)
_LETTERS = "AaEeZz09"


class FontError(Exception):
    """A font that cannot be used: a sentence, and what to do."""

    def __init__(self, message: str, hint: str) -> None:
        super().__init__(message)
        self.hint = hint


@dataclass(frozen=True, slots=True)
class FontFile:
    """A font that a PDF can hold; ``word_refuses`` says why a Word document cannot, and is empty where it can."""

    content: bytes
    family: str
    characters: frozenset[int]
    ending: str
    word_refuses: str


def read_font(content: bytes, shown: str) -> FontFile:
    """Give a font by its file's bytes; ``shown`` is the file's name in sentences.

    Raises FontError for what is no TTF or OTF file, is damaged, varies (one file for all weights), lacks plain letters, or may
    not be put into a document.
    """
    ending = "otf" if content.startswith(_OPENTYPE) else "ttf"
    if not content.startswith((*_TRUETYPE, _OPENTYPE)):
        kind = next((kind for start, kind in _OTHERS.items() if content.startswith(start)), "not a font")
        raise FontError(f"`{shown}` is {kind}", "a TTF or OTF file is needed, one for each style")
    tables = _read_tables(content, shown)
    if tables.varies:
        hint = "take the static files of the family, one for each style"
        raise FontError(f"`{shown}` is a variable font, which Word does not know", hint)
    if not all(ord(letter) in tables.characters for letter in _LETTERS):
        raise FontError(f"`{shown}` has no plain letters and digits", "take a font for texts")
    if tables.permission & _RESTRICTED:
        raise FontError(
            f"`{shown}` may not be put into a document, says its maker", "buy the right, or take another font"
        )
    return FontFile(content, tables.family, tables.characters, ending, _why_not_in_word(ending, tables.permission))


@dataclass(frozen=True, slots=True)
class _Tables:
    family: str
    permission: int
    characters: frozenset[int]
    varies: bool


def _read_tables(content: bytes, shown: str) -> _Tables:
    from fontTools.ttLib import TTFont, TTLibError

    try:
        font: Any = TTFont(io.BytesIO(content), lazy=True)
        outlines = "glyf" if "glyf" in font else "CFF " if "CFF " in font else "CFF2"
        lengths = [len(font.getTableData(table)) for table in ("head", "hhea", "hmtx", "maxp", outlines)]
        family = font["name"].getDebugName(_FAMILY_NAME) or ""
        tables = _Tables(family.strip(), font["OS/2"].fsType, frozenset(font.getBestCmap() or ()), "fvar" in font)
    except (TTLibError, *_DAMAGE) as damage:
        raise _damaged(shown) from damage
    if not tables.family or not all(lengths):
        raise _damaged(shown)
    return tables


def _damaged(shown: str) -> FontError:
    return FontError(f"`{shown}` is damaged, or lacks what every font has", "install it anew, or take another")


def _why_not_in_word(ending: str, permission: int) -> str:
    if ending == "otf":
        return "Word can hold TrueType fonts (.ttf) only"
    if permission & _VIEWING_ONLY:
        return "its maker allows it in documents that are read, and not in those that are edited"
    return ""
