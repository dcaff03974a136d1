"""Dates as sentences write them: ``22 October 2025``, ``October 22``, ``le 1er mars 2026``, ``in June``, ``2014``."""

import datetime
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from briefmaker.checks.text_in_brief import TextInBrief
from briefmaker.reading.shipped_yaml import load_shipped_yaml


@dataclass(frozen=True, slots=True)
class DateWords:
    """What a language calls weekdays (0 is Monday) and months, and the words that dates are told by."""

    weekdays: Mapping[str, int]
    months: Mapping[str, int]
    ordinals: tuple[str, ...]
    before_month: tuple[str, ...]
    numbered: tuple[str, ...]
    """Words before a number that is then no year: ``resolution 1973``."""
    joins: tuple[str, ...]
    """Words between two dates that share a month."""
    falls: tuple[str, ...]
    """Words between a date and the weekday that it is said to be."""
    articles: tuple[str, ...]
    capital_weekdays: bool
    """Whether weekdays are written with a capital: ``sat`` is none then."""

    @property
    def day(self) -> str:
        """Give the pattern of a day's number."""
        return rf"(?P<day>[0-3]?[0-9])(?:{join_words(self.ordinals)})?"

    @property
    def month(self) -> str:
        """Give the pattern of a month's name."""
        return rf"(?P<month>{join_words(self.months)})\b\.?"


@dataclass(frozen=True, slots=True)
class WrittenDate:
    """A date in a text, as far as it is written; offsets count characters of the text."""

    start: int
    end: int
    year: int | None = None
    month: int | None = None
    day: int | None = None

    @property
    def first_day(self) -> datetime.date | None:
        """Give the first day it can mean; None without a year, and for a day that there is not."""
        if self.year is None:
            return None
        try:
            return datetime.date(self.year, self.month or 1, self.day or 1)
        except ValueError:
            return None


@cache
def load_date_words(language: str) -> DateWords:
    """Give the words of a language; English where it has none."""
    words: dict[str, Any] | None = load_shipped_yaml(__package__ or "", "date_words", language)
    if words is None:
        return load_date_words("en")
    read: dict[str, Any] = {name: tuple(value) if isinstance(value, list) else value for name, value in words.items()}
    return DateWords(**read)


def join_words(words: Iterable[str]) -> str:
    """Give the pattern that is any of some words, the longest first."""
    return "|".join(re.escape(word) for word in sorted(words, key=lambda word: (-len(word), word)))


def find_dates(words: str, start: int, end: int, language: str) -> Iterator[WrittenDate]:
    """Give the dates in a stretch of a text in their order: days, months with a year or ``in June``, and years."""
    known = load_date_words(language)
    for found in _dates_of(language).finditer(words, start, end):
        parts = {name.rstrip("0123456789"): value for name, value in found.groupdict().items() if value is not None}
        month = known.months.get(parts["month"].lower()) if "month" in parts else None
        month = int(parts["number"]) if "number" in parts else month
        year, day = parts.get("year"), parts.get("day")
        yield WrittenDate(found.start(), found.end(), int(year) if year else None, month, int(day) if day else None)


def find_dates_near(text: TextInBrief, offset: int, language: str) -> Iterator[WrittenDate]:
    """Give the dates in the sentence around an offset; of a sentence of pages, those nearby."""
    sentence = text.sentence_near(offset)
    return find_dates(text.words, sentence.start, sentence.end, language)


@cache
def _dates_of(language: str) -> re.Pattern[str]:
    known = load_date_words(language)
    year = r"(?P<year{}>(?:1[89]|20)[0-9]{{2}})"
    day, month = known.day.replace("<day>", "<day{}>"), known.month.replace("<month>", "<month{}>")
    numbered = "".join(rf"(?<!\b{re.escape(word)}\ )" for word in known.numbered)
    kinds = (
        r"(?<![\w-])(?P<year1>[0-9]{4})-(?P<number>[01][0-9])-(?P<day1>[0-3][0-9])(?!\w)",
        rf"(?<![\w.,]){day.format(2)}\s+(?:of\s+)?{month.format(2)}(?:,?\s+{year.format(2)}\b)?",
        rf"\b{month.format(3)}\s+{day.format(3)}(?![\w%]|[.,][0-9])(?:,?\s+{year.format(3)}\b)?",
        rf"\b{month.format(4)}\s+{year.format(4)}(?!\w)",
        rf"\b(?:{join_words(known.before_month)})(?:\s+|(?<=['’])){month.format(5)}(?!\w)(?:,?\s+{year.format(5)}\b)?",
        rf"(?<![\w.,$€£]){numbered}{year.format(6)}(?!\w|[.,][0-9]|\s*%)",
    )
    return re.compile("|".join(kinds), re.IGNORECASE)
