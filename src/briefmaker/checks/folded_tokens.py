"""The words of a sentence as a register compares them: figures for number words, ``%`` for per cent, hyphens parted."""

import re
from collections.abc import Iterator

from briefmaker.checks.text_in_brief import Token, fold_word

_TOKEN = re.compile(r"[^\W_]+(?:[.,'’&/][^\W_]+)*|[%,]")
_SPACE = re.compile(r"[\s\u00a0\u202f\-‑]*")
_SMALL = (
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
)
_TENS = {
    word: 10 * ten
    for ten, word in enumerate(("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"), 2)
}
NUMBER_WORDS = {word: number for number, word in enumerate(_SMALL)} | _TENS


def fold_tokens(words: str, start: int = 0, end: int | None = None) -> list[Token]:
    """Give the words of a stretch, each as it is compared: ``thirty-two`` as 32, ``per cent`` as ``%``."""
    folded: list[Token] = []
    for found in _TOKEN.finditer(words, start, len(words) if end is None else end):
        token = Token(found.start(), found.end(), _fold(found.group()))
        joined = _join(folded[-1], token, words) if folded else None
        if joined is not None:
            folded.pop()
        folded.append(joined or token)
    return folded


def are_neighbours(words: str, one: Token, other: Token) -> bool:
    """Tell whether nothing but blanks and hyphens stands between two words."""
    return _SPACE.fullmatch(words, one.end, other.start) is not None


def _fold(word: str) -> str:
    folded = fold_word(word)
    if folded in ("percent", "pct"):
        return "%"
    return str(NUMBER_WORDS.get(folded, folded))


def _join(one: Token, other: Token, words: str) -> Token | None:
    """Give two words as the one that they are together: ``per cent``, ``thirty-two``; None where they are two."""
    if one.folded == "per" and other.folded == "cent":
        return Token(one.start, other.end, "%")
    is_ten = fold_word(words[one.start : one.end]) in _TENS
    is_unit = fold_word(words[other.start : other.end]) in _SMALL[1:10]
    if is_ten and is_unit and are_neighbours(words, one, other):
        return Token(one.start, other.end, str(int(one.folded) + int(other.folded)))
    return None


def iterate_spellings(folded: str) -> Iterator[str]:
    """Give the words by which a folded one may begin in a text: itself, and of a number up to 99 its first word."""
    yield folded
    if folded.isdigit() and int(folded) < 100:  # noqa: PLR2004 - number words end there
        tens, units = divmod(int(folded), 10)
        ten = next((word for word, number in _TENS.items() if number == 10 * tens), None)
        yield ten or _SMALL[10 * tens + units]
