"""Tells how near two spellings of a name are: other accents, another transliteration, or letters that slipped."""

import re
import unicodedata
from enum import IntEnum
from functools import lru_cache

_OTHER_LETTERS = str.maketrans(
    {"ø": "o", "ł": "l", "ı": "i", "đ": "d", "ð": "d", "ß": "ss", "æ": "ae", "œ": "oe", "þ": "th"}
)
_SAME_SOUND = (
    (re.compile(r"[iy]j|[iy]y|i[iy]|ï"), "i"),
    (re.compile("y"), "i"),
    (re.compile("ph"), "f"),
    (re.compile("[cq]"), "k"),
    (re.compile("kh"), "h"),
    (re.compile("w"), "v"),
    (re.compile(r"(.)\1+"), r"\1"),
)
_SHORT, _MIDDLE = 4, 7


class Nearness(IntEnum):
    """How sure it is that two spellings mean one name."""

    OTHER = 0
    FAR = 1
    """Near enough only beside another word of the name: a short one with a wrong letter, a long one with three."""
    SLIPPED = 2
    SOUNDS_ALIKE = 3
    OTHER_ACCENTS = 4


@lru_cache(maxsize=4096)
def take_accents_off(word: str) -> str:
    """Give a word in small letters without accents."""
    apart = unicodedata.normalize("NFD", word.lower().translate(_OTHER_LETTERS))
    return "".join(letter for letter in apart if not unicodedata.combining(letter))


def compare_names(word: str, name: str) -> Nearness:
    """Tell how near a word is to a name that it is not: a short name hardly allows a wrong letter, a long one two."""
    one, other = take_accents_off(word), take_accents_off(name)
    if one == other:
        return Nearness.OTHER_ACCENTS
    if len(other) < _SHORT or abs(len(one) - len(other)) > 2:  # noqa: PLR2004 - more than the farthest that is near
        return Nearness.OTHER
    if _sound(one) == _sound(other):
        return Nearness.SOUNDS_ALIKE
    allowed = 1 if len(other) <= _MIDDLE else 2
    most = 1 if len(other) <= _MIDDLE else 3
    if len(_letters(one) ^ _letters(other)) > 2 * most:
        return Nearness.OTHER
    slips = count_slips(one, other, most)
    if slips <= allowed and not (len(other) <= _SHORT and _has_other_letter(one, other)):
        return Nearness.SLIPPED
    return Nearness.FAR if slips <= most else Nearness.OTHER


@lru_cache(maxsize=4096)
def _letters(word: str) -> frozenset[str]:
    """Give the letters of a word; one slip changes no more than two of them, which spares counting most."""
    return frozenset(word)


@lru_cache(maxsize=4096)
def _sound(plain: str) -> str:
    for pattern, sound in _SAME_SOUND:
        plain = pattern.sub(sound, plain)
    return plain


def _has_other_letter(one: str, other: str) -> bool:
    """Tell whether two words of one length have different letters, and not only in another order."""
    return len(one) == len(other) and sorted(one) != sorted(other)


def count_slips(one: str, other: str, most: int) -> int:
    """Give how many letters are missing, too many, wrong or swapped (Damerau, Levenshtein); ``most`` + 1 for more."""
    before: list[int] = []
    row = list(range(len(other) + 1))
    for number, letter in enumerate(one, 1):
        current = [number]
        for at, wanted in enumerate(other, 1):
            best = min(row[at] + 1, current[at - 1] + 1, row[at - 1] + (letter != wanted))
            if before and at > 1 and letter == other[at - 2] and one[number - 2] == wanted:
                best = min(best, before[at - 2] + 1)
            current.append(best)
        if min(current) > most:
            return most + 1
        before, row = row, current
    return min(row[-1], most + 1)
