"""Texts made comparable: what a line end, a font or a bidirectional layout may have changed is taken out of both sides."""

import re
import unicodedata
from collections import Counter

# Blanks, and signs that nobody sees: soft hyphen, word joiner, byte order mark, direction marks and isolates
_UNSEEN = re.compile(r"[\s\u00ad\u2060\ufeff\u200b-\u200f\u202a-\u202e\u2066-\u2069]+")
# A font may have one glyph for both, and a PDF then knows only one of them.
_SAME_SIGN = str.maketrans({"\u2010": "-", "\u2011": "-", "\u2002": " "})
# A line may end with a hyphen that nobody typed; between letters it cannot be told from one that was.
_LINE_HYPHEN = re.compile(r"(?<=[^\W\d_])-(?=[^\W\d_])")
_SAID = re.compile(r"[^\W_]|[%&<>≤≥€$£]")
_WORD = re.compile(r"[^\W\d_]+|\d+")


def squeeze(text: str) -> str:
    """Give a text without blanks, unseen signs and hyphens between letters."""
    plain = _UNSEEN.sub("", unicodedata.normalize("NFC", text).translate(_SAME_SIGN))
    return _LINE_HYPHEN.sub("", plain)


def keep_words(text: str) -> str:
    """Give the letters, figures and signs with a meaning of a text: dots and dashes between words are each format's own."""
    return "".join(_SAID.findall(squeeze(text)))


def is_right_to_left(text: str) -> bool:
    """Tell whether a text has letters that are written from right to left."""
    return not text.isascii() and any(unicodedata.bidirectional(letter) in ("R", "AL") for letter in text)


def count_words(text: str) -> Counter[str]:
    """Give how often each word and number stands in a text, in whatever order."""
    plain = _UNSEEN.sub(" ", unicodedata.normalize("NFKC", text))
    return Counter(_WORD.findall(plain))


def shorten(text: str, longest: int = 90) -> str:
    """Give a text in one line that can be told in a report."""
    line = " ".join(text.split())
    return line if len(line) <= longest else line[: longest - 1].rstrip() + "…"
