"""Reads numbers and fractions that are written in words: twelve, seven in ten, a third; English, and small French numbers."""

from collections.abc import Iterator
from dataclasses import dataclass

from briefmaker.checks.folded_tokens import NUMBER_WORDS
from briefmaker.checks.late_pattern import LatePattern
from briefmaker.checks.quantities import Quantity

_FRENCH = "deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize"
_WORDS = {
    "en": {word: number for word, number in NUMBER_WORDS.items() if number > 1},
    "fr": {word: number for number, word in enumerate(_FRENCH.split(), 2)}
    | {"vingt": 20, "trente": 30, "quarante": 40, "cinquante": 50, "soixante": 60},
}
_NUMBER = {
    language: LatePattern(
        rf"(?<![\w-])(?:{'|'.join(words)})(?![\w-])(?! (?:hundred|thousand|[mb]illion|cent|mille|in\b"
        rf"|thirds|quarters|fifths|tenths|tiers))"
    )
    for language, words in _WORDS.items()
}
_COUNT = "|".join(("one", "every", *_WORDS["en"]))
_PARTS = {"half": 2, "halves": 2, "third": 3, "quarter": 4, "fifth": 5, "sixth": 6, "tenth": 10}
_FRACTION = LatePattern(
    rf"(?<![\w-])(?:(?P<part>{_COUNT}|[0-9]{{1,2}}) (?:in|out of) (?:every )?(?P<whole>{'|'.join(_WORDS['en'])}|[0-9]{{1,3}})"
    rf"|(?:(?:an? |one[ -]|(?P<many>two|three|four|five|seven|nine)[ -])(?P<name>third|quarter|fifth|sixth|tenth)s?"
    rf"|(?<!first )(?<!last )(?<!second )(?<!other )(?P<half>half)(?! an?\b)(?!-)))(?![\w-])(?! of (?:20|19))"
)
_MORE = LatePattern(r"\b(?:over|more than|at least|above)(?: an?)? $")
_LESS = LatePattern(r"\b(?:under|less than|fewer than|nearly|almost|at most|below|not quite)(?: an?)? $")
_NEAR, _FAR = 4.0, 17.0
"""How many points a share may be from a fraction in words, and from one that says more than or nearly."""


@dataclass(frozen=True, slots=True)
class Fraction:
    """A fraction in words: from where to where it stands, and between which shares, in per cent, it holds."""

    start: int
    end: int
    percent: float
    lowest: float
    highest: float


def list_number_words(language: str) -> frozenset[str]:
    """Give the words that are read as numbers."""
    return frozenset(_WORDS.get(language, ()))


def read_number_words(words: str, language: str, start: int, end: int) -> Iterator[Quantity]:
    """Give the numbers from two up that are written in words between two offsets."""
    for found in _NUMBER[language].finditer(words, start, end):
        yield Quantity(found.start(), found.end(), float(_WORDS[language][found[0].lower()]), 1.0)


def read_fractions(words: str, start: int, end: int) -> Iterator[Fraction]:
    """Give the fractions between two offsets of an English text, with the shares that they may stand for."""
    for found in _FRACTION.finditer(words, start, end):
        percent = _percent_of(found["part"], found["whole"], found["many"], found["name"])
        before = words[max(start, found.start() - 16) : found.start()]
        if _MORE.search(before):
            lowest, highest = percent, percent + _FAR
        elif _LESS.search(before):
            lowest, highest = percent - _FAR, percent
        else:
            lowest, highest = percent - _NEAR, percent + _NEAR
        yield Fraction(found.start(), found.end(), percent, lowest, highest)


def _percent_of(part: str | None, whole: str | None, many: str | None, name: str | None) -> float:
    if part and whole:
        count = 1.0 if part.lower() in ("one", "every") else _value(part)
        return 100 * count / max(_value(whole), 1.0)
    return 100 * (_value(many) if many else 1.0) / (_PARTS[name.lower()] if name else 2)


def _value(word: str) -> float:
    return float(word) if word.isdigit() else float(_WORDS["en"][word.lower()])
