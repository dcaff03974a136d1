"""Weekdays are read together with the date beside them, before or behind it."""

import pytest

from briefmaker.checks.text_in_brief import TextInBrief, WordIndex
from briefmaker.checks.weekday_dates import find_weekday_dates
from briefmaker.model.text import TextKind


def find(typed: str, language: str = "en") -> list[tuple[str, int | None, int, int]]:
    """Give the words, year, month and day of each weekday with a date."""
    index = WordIndex((TextInBrief("background", "background", TextKind.RICH, typed, {}),))
    found = find_weekday_dates(index, language)
    return [(each.text.quote(each.stretch), each.year, each.month, each.day) for each in found]


@pytest.mark.parametrize(
    "words",
    [
        "Monday 22 October 2025",
        "Monday, October 22, 2025",
        "Mon. 22 Oct 2025",
        "Monday 2025-10-22",
        "22 October 2025 (Monday",
    ],
)
def test_each_way_to_write_it_is_read(words: str) -> None:
    """With commas, points and brackets."""
    assert find(f"It is on {words}.") == [(words, 2025, 10, 22)]


def test_days_that_share_a_month_are_read_each() -> None:
    """With the month and the year of the last."""
    found = find("From Monday 20 to Wednesday 22 October 2025.")
    assert [each[1:] for each in found] == [(2025, 10, 20), (2025, 10, 22)]
    assert [each[1:] for each in find("du lundi 20 au mercredi 22 octobre 2025", "fr")] == [
        (2025, 10, 20),
        (2025, 10, 22),
    ]


@pytest.mark.parametrize(
    "words", ["Friday, 31 officials", "the sun 5 May", "Monday after 22 October 2025", "By Friday 16 states"]
)
def test_a_weekday_without_a_date_is_left(words: str) -> None:
    """Nor is a word that only begins like one a weekday."""
    assert find(words) == []
