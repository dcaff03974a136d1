"""Figures in a sentence that count or measure something: no dates, hours, numbers of articles, or names with a number."""

import re
from functools import cache

from briefmaker.checks.claim_words import ClaimWords
from briefmaker.checks.sentences import Stretch
from briefmaker.checks.text_in_brief import fold_word
from briefmaker.checks.written_dates import WrittenDate, join_words

_NUMBER = r"[0-9]{1,3}(?:[ \u00a0\u202f,.][0-9]{3})+(?:[.,][0-9]+)?|[0-9]+(?:[.,][0-9]+)?"
_GROUPED = re.compile(r"[0-9]{1,3}(?:[ \u00a0\u202f,.][0-9]{3})+(?:[.,][0-9]+)?")
_LAST_WORD = re.compile(r"([^\W_]+)[.\s(]*$")
_NEXT_WORD = re.compile(r"\s*([^\W_]+)")
_YEAR = re.compile(r"(?:1[5-9]|20)[0-9]{2}")
_FARTHEST = 30
_SMALLEST = 10
"""Below it a figure without a unit is rather a part of speech: ``2 options``."""


def find_figure(words: str, sentence: Stretch, dates: tuple[WrittenDate, ...], known: ClaimWords) -> Stretch | None:
    """Give the first figure of a sentence with its unit; None where there is none."""
    for found in _figures(known.units).finditer(words, sentence.start, sentence.end):
        is_date = any(date.start <= found.start("number") < date.end for date in dates)
        if (
            not is_date
            and (found["sign"] or found["unit"] or _counts(words, found, known))
            and not _is_named(words, found, known)
        ):
            return Stretch(found.start(), found.end())
    return _find_share(words, sentence, known)


def _counts(words: str, found: re.Match[str], known: ClaimWords) -> bool:
    """Tell whether a number without a unit counts something: large enough, no year and no hour."""
    number = found["number"]
    following = _NEXT_WORD.match(words, found.end())
    before = _LAST_WORD.search(words, max(0, found.start() - _FARTHEST), found.start())
    is_hour = bool(
        following
        and before
        and known.has("clock_after", fold_word(following[1]))
        and known.has("clock_before", fold_word(before[1]))
    )
    return _GROUPED.fullmatch(number) is not None or (
        _whole(number) >= _SMALLEST and not _YEAR.fullmatch(number) and not is_hour
    )


def _whole(number: str) -> int:
    return int(re.split("[.,]", number)[0])


def _is_named(words: str, found: re.Match[str], known: ClaimWords) -> bool:
    """Tell whether a number is the name of something: ``article 12``, ``option 2``."""
    before = _LAST_WORD.search(words, max(0, found.start() - _FARTHEST), found.start())
    return not found["unit"] and before is not None and known.has("references", fold_word(before[1]))


def _find_share(words: str, sentence: Stretch, known: ClaimWords) -> Stretch | None:
    """Find one number out of another: ``three of the five parties``."""
    found = _shares(known.sets["numbers"], known.sets["of"]).search(words, sentence.start, sentence.end)
    return Stretch(found.start(), found.end()) if found else None


@cache
def _figures(units: tuple[str, ...]) -> re.Pattern[str]:
    unit = rf"(?P<unit>[\s-]?(?:{join_words(units)})(?!\w))?"
    return re.compile(
        rf"(?<![\w.,:/])(?<![^\W\d_]-)(?P<sign>[$€£]\s?)?(?P<number>{_NUMBER})(?![0-9:/]){unit}(?!\w)", re.IGNORECASE
    )


@cache
def _shares(numbers: frozenset[str], of: frozenset[str]) -> re.Pattern[str]:
    number = rf"(?:{join_words(numbers)}|[0-9]+)"
    return re.compile(rf"\b{number}\s+(?:{join_words(of)})\s+{number}\b", re.IGNORECASE)
