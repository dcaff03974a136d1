"""What a run has to do follows from settings, records and clock alone."""

import datetime
from itertools import takewhile
from pathlib import Path

import pytest
from tests.schedules import HOUR, MONDAY

from briefmaker.delivery.due import Timing, iterate_slots
from briefmaker.delivery.slots import Sighting, SlotRecords, SlotState
from briefmaker.jobs.schedules.plan_run import News, iterate_work, plan_run, read_timing
from briefmaker.model.schedules import Schedule
from briefmaker.model.settings import Settings

SEVEN = MONDAY.replace(second=0)
CHANGES = [
    ("Europe/Brussels", "2026-03-29T01:00Z"),
    ("Europe/Brussels", "2026-10-25T01:00Z"),
    ("America/New_York", "2026-03-08T07:00Z"),
    ("America/New_York", "2026-11-01T06:00Z"),
    ("Australia/Lord_Howe", "2026-10-03T15:30Z"),
    ("Australia/Lord_Howe", "2026-04-04T15:00Z"),
]
HOURLY = {"cron": "0 * * * *", "briefs": ["briefs"]}


def settings(**changes: object) -> Settings:
    """Give settings with one hourly schedule."""
    return Settings.model_validate({"schedules": {"hourly": HOURLY | changes}})


def seen(folder: Path, hours: int) -> SlotRecords:
    """Give records in which the schedule was dealt with some hours ago."""
    records = SlotRecords(folder)
    records.see("hourly", Sighting(Timing("0 * * * *", "UTC"), SEVEN - hours * HOUR))
    return records


def test_a_zone_comes_from_the_schedule_the_workspace_or_is_utc() -> None:
    """In this order."""
    schedule = Schedule.model_validate(HOURLY | {"timezone": "Europe/Paris"})
    assert read_timing(schedule, Settings.model_validate({"timezone": "Asia/Tokyo"})).zone == "Europe/Paris"
    plain = Schedule.model_validate(HOURLY)
    assert read_timing(plain, Settings.model_validate({"timezone": "Asia/Tokyo"})).zone == "Asia/Tokyo"
    assert read_timing(plain, Settings()).zone == "UTC"


def test_planning_writes_nothing(tmp_path: Path) -> None:
    """A schedule that is new is told as such, and is new the next time too."""
    with SlotRecords(tmp_path / "records") as records:
        (planned,) = plan_run(settings(), records, MONDAY).schedules
    assert (planned.news, planned.due.run) == (News.FIRST, ())
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("catch_up", "run", "again", "overtaken"), [("latest", 1, 0, 2), ("none", 1, 0, 2), ("all", 3, 2, 0)]
)
def test_unfinished_work_gives_way_to_a_later_time(
    tmp_path: Path, catch_up: str, run: int, again: int, overtaken: int
) -> None:
    """Unless every time is caught up."""
    with seen(tmp_path, 3) as records:
        records.begin("hourly", SEVEN - 5 * HOUR, MONDAY)
        records.begin("hourly", SEVEN - 4 * HOUR, MONDAY)
        (planned,) = plan_run(settings(catch_up=catch_up), records, MONDAY).schedules
    assert (len(planned.due.run), len(planned.again), len(planned.overtaken)) == (run, again, overtaken)


def test_of_unfinished_work_the_newest_is_done_again(tmp_path: Path) -> None:
    """Where nothing newer is due, however late it is."""
    with seen(tmp_path, 0) as records:
        records.begin("hourly", SEVEN - 5 * HOUR, MONDAY)
        records.begin("hourly", SEVEN - 4 * HOUR, MONDAY)
        (planned,) = plan_run(settings(catch_up="none"), records, MONDAY).schedules
    assert [each.at for each in planned.again] == [SEVEN - 4 * HOUR]
    assert [each.at for each in planned.overtaken] == [SEVEN - 5 * HOUR]


def test_what_somebody_asked_for_is_not_done_again(tmp_path: Path) -> None:
    """Whoever asked knows that it did not end, and may ask again."""
    with seen(tmp_path, 0) as records:
        records.begin("hourly", MONDAY, MONDAY, is_asked=True)
        (planned,) = plan_run(settings(), records, MONDAY).schedules
    assert (len(planned.again), len(planned.given_up)) == (0, 1)


def test_work_is_done_in_the_order_of_its_times(tmp_path: Path) -> None:
    """Whatever schedule it belongs to, and what is done again among the rest."""
    with seen(tmp_path, 2) as records:
        records.see("other", Sighting(Timing("30 * * * *", "UTC"), SEVEN - 2 * HOUR))
        records.begin("hourly", SEVEN - 3 * HOUR, MONDAY)
        both = {"hourly": HOURLY, "other": HOURLY | {"cron": "30 * * * *"}}
        each = {name: schedule | {"catch_up": "all"} for name, schedule in both.items()}
        plan = plan_run(Settings.model_validate({"schedules": each}), records, MONDAY)
    work = [(planned.name, (SEVEN - at) / HOUR, slot is not None) for planned, at, slot in iterate_work(plan)]
    assert work == [
        ("hourly", 3.0, True),
        ("other", 1.5, False),
        ("hourly", 1.0, False),
        ("other", 0.5, False),
        ("hourly", 0.0, False),
    ]


def test_work_of_a_schedule_that_is_no_more_is_told(tmp_path: Path) -> None:
    """Nobody will do it."""
    with seen(tmp_path, 0) as records:
        records.begin("hourly", SEVEN, MONDAY)
        plan = plan_run(Settings(), records, MONDAY)
    assert plan.gone == ("hourly",)
    assert [each.state for each in plan.left] == [SlotState.BEGUN]


@pytest.mark.parametrize(("zone", "change"), CHANGES)
@pytest.mark.parametrize("cron", ["0 * * * *", "*/20 * * * *", "30 2 * * *", "0 2 * * *"])
def test_through_a_change_of_clocks_each_time_is_begun_once(tmp_path: Path, zone: str, change: str, cron: str) -> None:
    """Asked every seven minutes for a day and a half, with the machine's clock set back by an hour and a quarter in the midst."""
    middle = datetime.datetime.fromisoformat(change)
    begin, end = middle - 18 * HOUR, middle + 18 * HOUR
    chosen = settings(cron=cron, timezone=zone, catch_up="all")
    steps = [begin + number * 7 * HOUR / 60 for number in range(int((end - begin) / (7 * HOUR / 60)) + 2)]
    until = next(number for number, each in enumerate(steps) if each > middle + HOUR)
    moments = [*steps[:until], *(each - 1.25 * HOUR for each in steps[until - 10 : until]), *steps[until - 10 :]]
    begun = []
    with SlotRecords(tmp_path) as records:
        records.see("hourly", Sighting(Timing(cron, zone), begin))
        for now in moments:
            plan = plan_run(chosen, records, now)
            assert plan.schedules[0].news is None
            for planned, at, _ in iterate_work(plan):
                assert records.begin(planned.name, at, now)
                records.end(planned.name, at, SlotState.DONE, now, exit_code=0)
                begun.append(at)
    wanted = list(takewhile(lambda each: each <= steps[-1], iterate_slots(Timing(cron, zone), begin)))
    assert begun == wanted
    assert len(begun) >= 1
