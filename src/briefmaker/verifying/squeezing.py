"""Texts made comparable: what a line end, a font or a bidirectional layout may have changed is taken out of both sides."""

import re
import unicodedata
from collections import Counter

RIGHT_TO_LEFT = "\u200f"
"""An unseen sign that makes a text one from right to left, whatever letters it has."""

# Blanks, signs that nobody sees (soft hyphen, word joiner, byte order mark, direction marks and isolates), and the squares
# and dots of a legend, which only one of the formats has
_UNSEEN = re.compile(r"[\s\u00ad\u2060\ufeff\u200b-\u200f\u202a-\u202e\u2066-\u2069\u25a0-\u25ff]+")
# A font may have one glyph for both, and a PDF then knows only one of them.
_SAME_SIGN = str.maketrans({"\u2010": "-", "\u2011": "-", "\u2002": " "})
# A line may end with a hyphen that nobody typed; between letters it cannot be told from one that was.
_LINE_HYPHEN = re.compile(r"(?<=[^\W\d_])-(?=[^\W\d_])")
_SAID = re.compile(r"[^\W_]|[%&<>≤≥€$£]")
_VOWEL_MARK = re.compile(r"\s*[\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u064b-\u065f\u0670]+\s*")
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
    """Give how often each word and number stands in a text, in whatever order.

    A word from right to left counts by its letters alone: a PDF keeps those of one glyph in the order in which they lie, may
    keep one twice that bears a mark, and has blanks beside a mark that nobody typed.
    """
    plain = _UNSEEN.sub(" ", unicodedata.normalize("NFKC", text))
    words = _WORD.findall(_VOWEL_MARK.sub("", plain))
    return Counter("".join(sorted(set(word))) if is_right_to_left(word) else word for word in words)


def is_mostly_right_to_left(text: str) -> bool:
    """Tell whether most letters of a text are written from right to left."""
    letters = [letter for letter in text if letter.isalpha()]
    return sum(unicodedata.bidirectional(letter) in ("R", "AL") for letter in letters) * 2 > len(letters)


def shorten(text: str, longest: int = 90) -> str:
    """Give a text in one line that can be told in a report."""
    line = " ".join(text.split())
    return line if len(line) <= longest else line[: longest - 1].rstrip() + "…"
