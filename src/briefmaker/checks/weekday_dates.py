"""Weekdays that stand beside a date: ``Monday 22 October 2025``, ``Wednesday, October 22``, ``22 October 2025 (Monday)``."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from briefmaker.checks.sentences import Stretch
from briefmaker.checks.text_in_brief import TextInBrief, WordIndex
from briefmaker.checks.written_dates import DateWords, join_words, load_date_words


@dataclass(frozen=True, slots=True)
class WeekdayDate:
    """A weekday (0 is Monday) with the day that it is said to be; ``year`` is None where none is written."""

    text: TextInBrief
    stretch: Stretch
    name: str
    weekday: int
    year: int | None
    month: int
    day: int


def find_weekday_dates(index: WordIndex, language: str) -> Iterator[WeekdayDate]:
    """Give each weekday in some texts that has a date beside it."""
    known = load_date_words(language)
    places = sorted(place for word in known.weekdays for place in index.places.get(word, ()))
    for number, at in places:
        text = index.texts[number]
        token = text.tokens[at]
        if text.words[token.start].isupper() or not known.capital_weekdays:
            found = _after(known, language, text.words, token.end) or _before(known, language, text.words, token.start)
            if found is not None:
                day, month, year, start, end = found
                stretch = Stretch(min(start, token.start), max(end, token.end))
                name = text.words[token.start : token.end]
                yield WeekdayDate(text, stretch, name, known.weekdays[token.folded], year, month, day)


_Found = tuple[int, int, int | None, int, int]
"""Day, month, year, and where the date begins and ends."""
_FARTHEST = 40
"""How many letters before a weekday a date may begin."""


def _after(known: DateWords, language: str, words: str, offset: int) -> _Found | None:
    """Give the date behind a weekday that ends at an offset."""
    found = next(filter(None, (each.match(words, offset) for each in _patterns(language).after)), None)
    return _read(found, known) if found else None


def _before(known: DateWords, language: str, words: str, offset: int) -> _Found | None:
    """Give the date before a weekday: ``22 October 2025 (Monday)``, ``22 October 2025 was a Monday``."""
    begin = max(0, offset - _FARTHEST)
    found = next(filter(None, (each.search(words, begin, offset) for each in _patterns(language).before)), None)
    return _read(found, known) if found else None


def _read(found: re.Match[str], known: DateWords) -> _Found:
    parts = found.groupdict()
    month = known.months[parts["month"].lower()] if "month" in parts else int(parts["number"])
    year = int(parts["year"]) if parts["year"] else None
    return int(parts["day"]), month, year, found.start("date"), found.end("date")


@dataclass(frozen=True, slots=True)
class _Patterns:
    """What a date looks like behind a weekday, and before one."""

    after: tuple[re.Pattern[str], ...]
    before: tuple[re.Pattern[str], ...]


@cache
def _patterns(language: str) -> _Patterns:
    known = load_date_words(language)
    year = r",?\s+(?P<year>[12][0-9]{3})(?![0-9])"
    weekday = rf"(?:(?:{join_words(known.weekdays)})\.?,?\s+)?"
    article = rf"(?:(?:{join_words(known.articles)})\s+)?"
    other_day = rf"{article}{weekday}{article}[0-3]?[0-9](?:{join_words(known.ordinals)})?"
    joined = rf"(?:\s*(?:,|–|-|/|\b(?:{join_words(known.joins)})\b)\s*{other_day}){{0,3}}"
    gap = rf"\.?,?\s+\(?{article}"
    iso = r"(?P<date>(?P<year>[0-9]{4})-(?P<number>[01][0-9])-(?P<day>[0-3][0-9]))(?!\w)"
    month_day = rf"{known.month}\s+{known.day}(?![\w%]|[.,][0-9])"
    closing = rf"\s*(?:\(|,?\s+(?:{join_words(known.falls)})\s+)$"
    after = (
        rf"{gap}(?P<date>{known.day}{joined}\s+(?:of\s+)?{known.month}(?:{year})?)",
        rf"{gap}(?P<date>{month_day}(?:{year})?)",
        rf"{gap}{iso}",
    )
    before = (
        rf"(?<!\w)(?P<date>{known.day}\s+{known.month}{year}){closing}",
        rf"(?<!\w)(?P<date>{month_day}{year}){closing}",
        rf"(?<!\w){iso}{closing}",
    )
    return _Patterns(
        tuple(re.compile(each, re.IGNORECASE) for each in after),
        tuple(re.compile(each, re.IGNORECASE) for each in before),
    )
