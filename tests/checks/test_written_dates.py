"""Dates are found as sentences write them, and what only looks like one is not."""

import datetime

import pytest

from briefmaker.checks.text_in_brief import TextInBrief
from briefmaker.checks.written_dates import WrittenDate, find_dates, find_dates_near
from briefmaker.model.text import TextKind


def dates(words: str, language: str = "en") -> list[tuple[int | None, int | None, int | None]]:
    """Give year, month and day of each date of a sentence."""
    return [(each.year, each.month, each.day) for each in find_dates(words, 0, len(words), language)]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("on 22 October 2025", (2025, 10, 22)),
        ("on October 22, 2025", (2025, 10, 22)),
        ("the 4th of April 2023", (2023, 4, 4)),
        ("by 2025-10-22", (2025, 10, 22)),
        ("on 22 October", (None, 10, 22)),
        ("in June 2024", (2024, 6, None)),
        ("in June", (None, 6, None)),
        ("since 2014", (2014, None, None)),
    ],
)
def test_a_date_is_read_as_far_as_it_is_written(words: str, expected: tuple[int | None, ...]) -> None:
    """Day, month and year, in either order, and the month or the year alone."""
    assert dates(words) == [expected]


@pytest.mark.parametrize(
    "words", ["2,014 people", "resolution 1973", "$2000", "he may go", "2014.5 points", "1973 % more"]
)
def test_other_numbers_and_words_are_no_dates(words: str) -> None:
    """Nor is a month that is a verb."""
    assert dates(words) == []


def test_french_has_its_own_words() -> None:
    """With the ordinal of the first, and the elision."""
    assert dates("le 1er mars 2026", "fr") == [(2026, 3, 1)]
    assert dates("depuis fin août", "fr") == [(None, 8, None)]
    assert dates("les chiffres d’août 2025", "fr") == [(2025, 8, None)]


def test_a_language_without_words_of_its_own_is_read_as_english() -> None:
    """It still knows years."""
    assert dates("seit 2014", "de") == [(2014, None, None)]


def test_the_first_day_is_known_with_a_year() -> None:
    """And of a day that there is not nothing is."""
    assert WrittenDate(0, 1, 2025, 6).first_day == datetime.date(2025, 6, 1)
    assert WrittenDate(0, 1, None, 6, 3).first_day is None
    assert WrittenDate(0, 1, 2025, 2, 30).first_day is None


def test_the_dates_of_a_sentence_are_found_from_any_word_of_it() -> None:
    """And none of the next."""
    text = TextInBrief("background", "background", TextKind.RICH, "It was so in 2020. It is now. In 2024 it was.", {})
    assert [each.year for each in find_dates_near(text, 3, "en")] == [2020]
    assert list(find_dates_near(text, text.words.index("now"), "en")) == []
