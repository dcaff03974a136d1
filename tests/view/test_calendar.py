"""Dates and times in the brief's language and zones."""

import datetime
from zoneinfo import ZoneInfo

import pytest
from babel import Locale
from tests.briefs import loosen

from briefmaker.model.when import read_moment
from briefmaker.view.calendar import Calendar

NEW_YORK, BRUSSELS = ZoneInfo("America/New_York"), ZoneInfo("Europe/Brussels")


def make_calendar(
    language: str = "en-GB", zone: ZoneInfo | None = NEW_YORK, ours: ZoneInfo | None = BRUSSELS
) -> Calendar:
    """Give a calendar for a meeting in New York, prepared in Brussels."""
    return Calendar(Locale.parse(language, sep="-"), zone, ours)


def when(start: str, end: str | None = None, **calendar: ZoneInfo | None) -> tuple[str, str]:
    """Give when something is, there and in our zone."""
    made = make_calendar(**calendar)
    moments = read_moment(start), read_moment(end) if end else None
    return loosen(made.duration(*moments)), loosen(made.duration_ours(*moments))


@pytest.mark.parametrize(
    ("language", "long", "medium", "month"),
    [
        ("en-GB", "21 October 2025", "21 Oct 2025", "October 2025"),
        ("en-US", "October 21, 2025", "Oct 21, 2025", "October 2025"),
        ("es", "21 de octubre de 2025", "21 oct 2025", "octubre de 2025"),
        ("fr", "21 octobre 2025", "21 oct. 2025", "octobre 2025"),
    ],
)
def test_dates_are_written_as_the_language_writes_them(language: str, long: str, medium: str, month: str) -> None:
    """In full, for a table, and without a day where a source gives none."""
    calendar, day = make_calendar(language), datetime.date(2025, 10, 21)
    assert loosen(calendar.day(day)) == long
    assert loosen(calendar.short_day(day)) == medium
    assert calendar.partial_day("2025-10") == month
    assert loosen(calendar.partial_day("2025-10-21")) == long
    assert calendar.partial_day("2025") == "2025"


@pytest.mark.parametrize(
    ("language", "written"),
    [
        ("en-GB", "21~October 2025"),
        ("en-US", "October~21, 2025"),
        ("es", "21~de~octubre de 2025"),
        ("fr", "21~octobre 2025"),
    ],
)
def test_a_day_and_its_month_stay_on_one_line(language: str, written: str) -> None:
    """The year may go to the next line; a date in a table does not break at all."""
    calendar, day = make_calendar(language), datetime.date(2025, 10, 21)
    assert calendar.day(day).replace("\u00a0", "~") == written
    assert " " not in calendar.short_day(day)


def test_french_gives_the_first_of_a_month_its_ordinal() -> None:
    """1er octobre, which Babel's data leave out; the eleventh and the twenty-first have none."""
    calendar = make_calendar("fr")
    first = read_moment("2031-10-01 15:00")
    assert loosen(calendar.day(first.date)) == "1er octobre 2031"
    assert loosen(calendar.short_day(first.date)) == "1er oct. 2031"
    assert loosen(calendar.duration(first, None)) == "mercredi 1er octobre 2031, 15:00 (New York)"
    assert loosen(calendar.day(datetime.date(2031, 10, 11))) == "11 octobre 2031"
    assert loosen(calendar.day(datetime.date(2031, 10, 21))) == "21 octobre 2031"


@pytest.mark.parametrize(
    ("language", "clock"), [("en-GB", "15:05"), ("en-US", "3:05 PM"), ("es", "15:05"), ("fr", "15:05")]
)
def test_times_of_day_are_written_as_the_language_writes_them(language: str, clock: str) -> None:
    """A time never breaks over two lines."""
    written = make_calendar(language).clock(datetime.time(15, 5))
    assert loosen(written) == clock
    assert " " not in written


@pytest.mark.parametrize(
    ("language", "written"),
    [
        ("en-GB", "Wednesday, 22 October 2025, 15:00–16:00 (New York)"),
        ("en-US", "Wednesday, October 22, 2025, 3:00 PM–4:00 PM (New York)"),
        ("es", "miércoles, 22 de octubre de 2025, 15:00–16:00 (Nueva York)"),
        ("fr", "mercredi 22 octobre 2025, 15:00–16:00 (New York)"),
    ],
)
def test_a_meeting_has_weekday_hours_and_the_city_of_its_zone(language: str, written: str) -> None:
    """All in the brief's language, the city too."""
    calendar = make_calendar(language)
    assert loosen(calendar.duration(read_moment("2025-10-22 15:00"), read_moment("2025-10-22 16:00"))) == written


def test_our_own_zone_has_the_hours_alone_on_the_same_day() -> None:
    """A meeting at three in New York is at nine in the evening in Brussels."""
    assert when("2025-10-22 15:00", "2025-10-22 16:00")[1] == "21:00–22:00 (Brussels)"
    assert when("2025-10-22 15:00")[1] == "21:00 (Brussels)"


def test_our_own_zone_has_the_day_where_it_is_another() -> None:
    """A meeting at eight in the evening in New York is on the next day in Brussels."""
    ours = when("2025-10-22 20:00", "2025-10-22 21:00")[1]
    assert ours == "Thursday, 23 October 2025, 02:00–03:00 (Brussels)"


def test_a_meeting_that_ends_on_another_day_only_with_us_has_both_days() -> None:
    """From five in the afternoon to seven in the evening in New York lies across midnight in Brussels."""
    ours = when("2025-10-22 17:00", "2025-10-22 19:00")[1]
    assert ours == "Wednesday, 22 October 2025, 23:00 – Thursday, 23 October 2025, 01:00 (Brussels)"


def test_our_own_zone_is_left_out_where_the_hours_are_the_same() -> None:
    """As in the same zone, in one that has the same time now, without a setting, and without a zone of the meeting."""
    start, end = "2025-10-22 15:00", "2025-10-22 16:00"
    assert when(start, end, zone=BRUSSELS)[1] == ""
    assert when(start, end, zone=ZoneInfo("Europe/Paris"))[1] == ""
    assert when(start, end, ours=None)[1] == ""
    assert when(start, end, zone=None)[1] == ""
    assert when("2025-10-22")[1] == ""


def test_the_hours_between_two_changes_of_the_clock_are_right() -> None:
    """Brussels leaves summer time a week before New York, and enters it two weeks after: five hours apart, not six."""
    assert when("2025-10-22 15:00")[1] == "21:00 (Brussels)"
    assert when("2025-10-28 15:00")[1] == "20:00 (Brussels)"
    assert when("2025-11-05 15:00")[1] == "21:00 (Brussels)"
    assert when("2026-03-10 15:00")[1] == "20:00 (Brussels)"


def test_an_end_that_alone_differs_with_us_is_told() -> None:
    """Johannesburg has the time of Brussels until Brussels sets its clocks back during the meeting."""
    johannesburg = ZoneInfo("Africa/Johannesburg")
    ours = when("2025-10-25 18:00", "2025-10-26 12:00", zone=johannesburg)[1]
    assert ours == "Saturday, 25 October 2025, 18:00 – Sunday, 26 October 2025, 11:00 (Brussels)"


def test_an_offset_stated_in_the_time_comes_before_the_zone() -> None:
    """Fifteen hours two hours east of Greenwich are those of Brussels in summer, wherever the brief is set."""
    assert when("2025-10-22 15:00+02:00")[0] == "Wednesday, 22 October 2025, 15:00 (UTC+02:00)"
    assert when("2025-10-22 15:00+02:00")[1] == ""
    assert when("2025-10-22 15:00Z") == ("Wednesday, 22 October 2025, 15:00 (UTC)", "17:00 (Brussels)")


def test_two_ends_in_different_zones_each_name_their_own() -> None:
    """As for a flight: no zone is left out."""
    there = when("2025-10-22 09:00+02:00", "2025-10-22 11:00")[0]
    assert there == "Wednesday, 22 October 2025, 09:00 (UTC+02:00) – Wednesday, 22 October 2025, 11:00 (New York)"


def test_without_a_zone_only_day_and_hours_are_printed() -> None:
    """Nothing is guessed."""
    assert when("2025-10-22 15:00", "2025-10-22 16:00", zone=None)[0] == "Wednesday, 22 October 2025, 15:00–16:00"
    assert when("2025-10-22")[0] == "Wednesday, 22 October 2025"


def test_a_meeting_of_several_days_has_both_days() -> None:
    """With their hours where they have any."""
    assert when("2025-10-22", "2025-10-24")[0] == "Wednesday, 22 October 2025 – Friday, 24 October 2025"
    there, ours = when("2025-10-22 09:00", "2025-10-24 12:30")
    assert there == "Wednesday, 22 October 2025, 09:00 – Friday, 24 October 2025, 12:30 (New York)"
    assert ours == "Wednesday, 22 October 2025, 15:00 – Friday, 24 October 2025, 18:30 (Brussels)"


def test_the_hour_of_an_end_is_never_taken_for_that_of_a_start() -> None:
    """Where only the end has an hour, both stand in full, and the zone is not lost."""
    there = when("2025-10-22", "2025-10-22 16:00")[0]
    assert there == "Wednesday, 22 October 2025 – Wednesday, 22 October 2025, 16:00 (New York)"


@pytest.mark.parametrize(
    ("at", "written"),
    [
        ("15:00", "15:00"),
        ("2025-10-22 15:00", "22 Oct 2025, 15:00"),
        ("2025-10-22", "22 Oct 2025"),
        ("2025-10-22 15:00+02:00", "22 Oct 2025, 15:00 (UTC+02:00)"),
    ],
)
def test_a_step_of_a_programme_has_its_day_where_it_names_one(at: str, written: str) -> None:
    """And an offset where it states one."""
    assert loosen(make_calendar().step_time(at)) == written


def test_a_moment_has_the_zone_only_with_a_time() -> None:
    """The moment whose knowledge a brief holds."""
    calendar = make_calendar()
    assert loosen(calendar.moment(read_moment("2025-10-21 12:00"))) == "21 October 2025, 12:00 (New York)"
    assert loosen(calendar.moment(read_moment("2025-10-21"))) == "21 October 2025"


@pytest.mark.parametrize(
    ("zone", "city"),
    [
        ("Europe/Brussels", "Brussels"),
        ("America/Argentina/Buenos_Aires", "Buenos Aires"),
        ("Asia/Kolkata", "Kolkata"),
        ("UTC", "UTC"),
        ("Etc/GMT+5", "GMT+5"),
    ],
)
def test_a_zone_is_known_by_its_city(zone: str, city: str) -> None:
    """By its own name where it has none."""
    assert make_calendar().city(ZoneInfo(zone)) == city


@pytest.mark.parametrize("moment", ["0001-01-01 00:00", "9999-12-31 23:59"])
def test_the_ends_of_the_calendar_are_written_too(moment: str) -> None:
    """There is no time before or after them in another zone; that is no reason to stop."""
    for zone in ("Asia/Tokyo", "America/New_York", "UTC"):
        for ours in ("Asia/Tokyo", "America/New_York", "UTC"):
            there, _ = when(moment, moment, zone=ZoneInfo(zone), ours=ZoneInfo(ours))
            assert there
