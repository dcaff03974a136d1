"""Dates as houses prescribe them, in each language."""

import datetime

import pytest
from babel import Locale
from tests.briefs import loosen

from briefmaker.model.house_style import DateStyle
from briefmaker.model.when import read_moment
from briefmaker.view.calendar import Calendar

DAY = datetime.date(2025, 10, 21)
D, M, W, MIL, ISO = (
    DateStyle.DAY_MONTH_YEAR,
    DateStyle.MONTH_DAY_YEAR,
    DateStyle.WEEKDAY,
    DateStyle.MILITARY,
    DateStyle.ISO,
)


def calendar(language: str, style: DateStyle) -> Calendar:
    """Give the calendar of a language in a house's style."""
    return Calendar(Locale.parse(language, sep="-"), style=style)


@pytest.mark.parametrize(
    ("style", "language", "long", "short"),
    [
        (DateStyle.LANGUAGE, "en-US", "October 21, 2025", "Oct 21, 2025"),
        (D, "en-US", "21 October 2025", "21 Oct 2025"),
        (D, "en-GB", "21 October 2025", "21 Oct 2025"),
        (D, "es", "21 de octubre de 2025", "21 oct 2025"),
        (D, "de", "21. Oktober 2025", "21.10.2025"),
        (D, "hu", "21 október 2025", "21 okt. 2025"),
        (M, "en-GB", "October 21, 2025", "Oct 21, 2025"),
        (M, "en-US", "October 21, 2025", "Oct 21, 2025"),
        (M, "fr", "21 octobre 2025", "21 oct. 2025"),
        (W, "en-GB", "Tuesday, 21 October 2025", "Tue, 21 Oct 2025"),
        (W, "fr", "mardi 21 octobre 2025", "mar. 21 oct. 2025"),
        (MIL, "en-GB", "21 Oct 25", "21 Oct 25"),
        (MIL, "fr", "21 oct. 25", "21 oct. 25"),
        (ISO, "en-GB", "2025-10-21", "2025-10-21"),
        (ISO, "es", "2025-10-21", "2025-10-21"),
    ],
)
def test_a_date_is_written_as_the_house_writes_it(style: DateStyle, language: str, long: str, short: str) -> None:
    """In full and for a table; a language keeps its own words, and its own order where the wanted one is not its."""
    made = calendar(language, style)
    written = loosen(made.day(DAY)).replace(" ,", ",")
    assert (written, loosen(made.short_day(DAY))) == (long, short)


def test_september_has_three_letters_in_the_military_style() -> None:
    """Also in British English, which otherwise writes four."""
    assert loosen(calendar("en-GB", MIL).day(datetime.date(2025, 9, 1))) == "01 Sep 25"


@pytest.mark.parametrize(
    ("style", "when"),
    [
        (D, "Tuesday, 21 October 2025, 15:00"),
        (M, "Tuesday, October 21, 2025, 15:00"),
        (W, "Tuesday, 21 October 2025, 15:00"),
        (MIL, "Tuesday, 21 Oct 25, 15:00"),
        (ISO, "Tuesday, 2025-10-21, 15:00"),
    ],
)
def test_a_meeting_has_its_weekday_in_every_style(style: DateStyle, when: str) -> None:
    """Nobody should have to look it up on the way there."""
    written = loosen(calendar("en-GB", style).duration(read_moment("2025-10-21 15:00"), None))
    assert written.replace("Tuesday 21", "Tuesday, 21") == when


@pytest.mark.parametrize("style", list(DateStyle))
def test_a_day_and_its_month_never_part(style: DateStyle) -> None:
    """At the end of a line."""
    written = calendar("en-GB", style).day(DAY)
    assert "21 O" not in written
    assert "er 21" not in written


@pytest.mark.parametrize(
    ("style", "day", "month"), [(W, "21 October 2025", "October 2025"), (ISO, "2025-10-21", "2025-10")]
)
def test_what_was_published_has_no_weekday(style: DateStyle, day: str, month: str) -> None:
    """It is looked up, not met."""
    made = calendar("en-GB", style)
    assert (loosen(made.partial_day("2025-10-21")), made.partial_day("2025-10")) == (day, month)
    assert made.partial_day("2025") == "2025"
