"""Each time of a schedule comes once, whatever is done to clocks."""

import datetime
from itertools import takewhile
from zoneinfo import ZoneInfo

import pytest

from briefmaker.delivery.due import (
    LONGEST_AWAY,
    MOST_CAUGHT_UP,
    Lateness,
    Timing,
    find_due,
    iterate_slots,
    next_slots,
)
from briefmaker.model.schedules import CatchUp

UTC = datetime.UTC
MINUTE, HOUR, DAY = (datetime.timedelta(minutes=count) for count in (1, 60, 1440))
CHANGES = {
    ("Europe/Brussels", "spring"): datetime.datetime(2026, 3, 29, 1, tzinfo=UTC),
    ("Europe/Brussels", "autumn"): datetime.datetime(2026, 10, 25, 1, tzinfo=UTC),
    ("America/New_York", "spring"): datetime.datetime(2026, 3, 8, 7, tzinfo=UTC),
    ("America/New_York", "autumn"): datetime.datetime(2026, 11, 1, 6, tzinfo=UTC),
    ("Australia/Lord_Howe", "spring"): datetime.datetime(2026, 10, 3, 15, 30, tzinfo=UTC),
    ("Australia/Lord_Howe", "autumn"): datetime.datetime(2026, 4, 4, 15, tzinfo=UTC),
}
# Minutes and hours that each names; none stands for every one.
BY_WALL: dict[str, tuple[set[int] | None, set[int] | None]] = {
    "0 * * * *": ({0}, None),
    "*/15 * * * *": ({0, 15, 30, 45}, None),
    "0 */2 * * *": ({0}, set(range(0, 24, 2))),
    "* 1-2 * * *": (None, {1, 2}),
}
BY_HOUR = ["30 1 * * *", "0 2 * * *", "15 2 * * *", "30 2 * * *", "45 1,2,3 * * *", "0 3 * * *", "59 23 * * *"]


def list_slots(cron: str, zone: str, begin: datetime.datetime, end: datetime.datetime) -> list[datetime.datetime]:
    """Give the moments of a schedule after ``begin``, up to ``end``."""
    return list(takewhile(lambda each: each <= end, iterate_slots(Timing(cron, zone), begin)))


def step_through(cron: str, zone: str, begin: datetime.datetime, end: datetime.datetime) -> list[datetime.datetime]:
    """Give them as somebody finds them who looks at the clock on the wall every minute."""
    minutes, hours = BY_WALL[cron]
    found = []
    while begin < end:
        begin += MINUTE
        wall = begin.astimezone(ZoneInfo(zone))
        if (minutes is None or wall.minute in minutes) and (hours is None or wall.hour in hours):
            found.append(begin)
    return found


@pytest.mark.parametrize(("zone", "season"), CHANGES)
@pytest.mark.parametrize("cron", BY_WALL)
def test_what_is_due_again_and_again_follows_the_clock_on_the_wall(zone: str, season: str, cron: str) -> None:
    """Compared with a walk through every minute of four days: each time once, none missing, in order."""
    change = CHANGES[zone, season]
    begin, end = change - 2 * DAY, change + 2 * DAY
    found = list_slots(cron, zone, begin, end)
    assert len(found) > 40
    assert found == step_through(cron, zone, begin, end)


@pytest.mark.parametrize(("zone", "season"), CHANGES)
@pytest.mark.parametrize("cron", BY_HOUR)
def test_what_is_due_at_an_hour_is_due_once_each_day(zone: str, season: str, cron: str) -> None:
    """Also where the hour does not exist, right after the gap, and where it comes twice, at the first."""
    change = CHANGES[zone, season]
    midnight = (change.astimezone(ZoneInfo(zone)) - 2 * DAY).replace(hour=0, minute=0)
    found = list_slots(cron, zone, midnight - MINUTE, midnight + 5 * DAY - MINUTE)
    hours = len(cron.split()[1].split(","))
    days = [slot.astimezone(ZoneInfo(zone)).date() for slot in found]
    counted = {day: days.count(day) for day in days}
    assert found == sorted(set(found))
    # Two times that fall into one gap are one moment.
    assert all(hours - 1 <= count <= hours and count for count in counted.values())
    assert len(counted) == 5
    assert sum(counted.values()) >= hours * 5 - 1


def test_a_time_in_a_gap_is_due_when_the_gap_ends() -> None:
    """And the first of two equal times counts."""
    spring, autumn = CHANGES["Europe/Brussels", "spring"], CHANGES["Europe/Brussels", "autumn"]
    assert list_slots("30 2 * * *", "Europe/Brussels", spring - HOUR, spring + HOUR) == [spring]
    assert list_slots("30 2 * * *", "Europe/Brussels", autumn - 2 * HOUR, autumn + 2 * HOUR) == [autumn - HOUR / 2]


@pytest.mark.parametrize(("zone", "season"), CHANGES)
@pytest.mark.parametrize("cron", [*BY_WALL, *BY_HOUR])
def test_asked_every_seven_minutes_each_time_comes_once(zone: str, season: str, cron: str) -> None:
    """Wherever one begins: what is due after a moment does not hang on how long one has looked."""
    begin, end = CHANGES[zone, season] - 8 * HOUR, CHANGES[zone, season] + 8 * HOUR
    whole = list_slots(cron, zone, begin, end)
    pieces: list[datetime.datetime] = []
    while begin < end:
        until = min(begin + 7 * MINUTE, end)
        pieces += list_slots(cron, zone, begin, until)
        begin = until
    assert pieces == whole


def test_a_day_that_does_not_exist_is_passed_over() -> None:
    """Samoa had no 30 December 2011; what was due then is due when the next day begins, with what is due that day."""
    begin = datetime.datetime(2011, 12, 29, 22, tzinfo=UTC)
    found = list_slots("0 7 * * *", "Pacific/Apia", begin, begin + 2 * DAY)
    shown = [f"{slot.astimezone(ZoneInfo('Pacific/Apia')):%d %H:%M}" for slot in found]
    assert shown == ["31 00:00", "31 07:00", "01 07:00"]


NOW = datetime.datetime(2026, 5, 4, 12, 10, tzinfo=UTC)
HOURLY = Timing("0 * * * *", "Europe/Brussels")


def hours(*ago: int) -> tuple[datetime.datetime, ...]:
    """Give full hours before now."""
    return tuple(NOW - 10 * MINUTE - each * HOUR for each in ago)


@pytest.mark.parametrize(
    ("catch_up", "since", "run", "overtaken"),
    [
        (CatchUp.LATEST, 4, hours(0), hours(3, 2, 1)),
        (CatchUp.ALL, 4, hours(3, 2, 1, 0), ()),
        (CatchUp.NONE, 4, hours(0), hours(3, 2, 1)),
        (CatchUp.LATEST, 0, (), ()),
    ],
)
def test_what_was_missed_is_caught_up_as_wished(
    catch_up: CatchUp, since: int, run: tuple[datetime.datetime, ...], overtaken: tuple[datetime.datetime, ...]
) -> None:
    """The newest, every one, or only what is in time."""
    due = find_due(HOURLY, Lateness(catch_up), hours(since)[0], NOW)
    assert (due.run, due.overtaken, due.missed) == (run, overtaken, ())


def test_after_its_grace_a_time_is_missed() -> None:
    """With `none` it never runs, with `latest` it still does; a moment earlier it is in time for both."""
    daily = Timing("0 7 * * *", "UTC")
    seven = NOW.replace(hour=7, minute=0)
    for minutes, runs in ((59, True), (60, True), (61, False)):
        now = seven + minutes * MINUTE
        due = find_due(daily, Lateness(CatchUp.NONE), seven - DAY, now)
        assert due.run == ((seven,) if runs else ())
        assert due.missed == (() if runs else (seven,))
        assert find_due(daily, Lateness(CatchUp.LATEST), seven - DAY, now).run == (seven,)


def test_all_is_bounded() -> None:
    """After a long absence the newest hundred run, oldest first; the others are counted."""
    due = find_due(Timing("*/5 * * * *", "UTC"), Lateness(CatchUp.ALL), NOW - 2 * DAY, NOW)
    assert len(due.run) == MOST_CAUGHT_UP
    assert due.run[-1] == NOW
    assert list(due.run) == sorted(due.run)
    assert due.uncounted == 2 * 288 - MOST_CAUGHT_UP


def test_nothing_is_sought_in_a_past_that_is_too_far() -> None:
    """A machine whose clock once stood at 1970 does not count every time since."""
    due = find_due(Timing("0 0 * * *", "UTC"), Lateness(CatchUp.ALL), datetime.datetime(1970, 1, 1, tzinfo=UTC), NOW)
    assert len(due.run) + due.uncounted == LONGEST_AWAY.days


def test_a_clock_that_was_set_back_repeats_nothing() -> None:
    """What was dealt with lies ahead then; nothing is due until clocks have passed it."""
    assert find_due(HOURLY, Lateness(CatchUp.ALL), NOW, NOW - 5 * HOUR).run == ()


def test_the_next_times_are_told_in_the_zone_of_the_schedule() -> None:
    """As its people read their clocks."""
    shown = next_slots(Timing("0 7 * * MON", "Europe/Brussels"), NOW, 3)
    assert [f"{each:%a %H:%M %z}" for each in shown] == ["Mon 07:00 +0200"] * 3
