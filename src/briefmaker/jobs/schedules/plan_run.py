"""What a run by schedule has to do, worked out from the settings, the records and the clock; nothing is changed by it."""

import datetime
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from briefmaker.delivery.due import Due, Lateness, Timing, find_due
from briefmaker.delivery.slots import Sighting, Slot, SlotRecords, SlotState
from briefmaker.model.schedules import CatchUp, Schedule
from briefmaker.model.settings import Settings

MOST_ATTEMPTS = 3
"""A time whose work killed its process so often is given up: it would kill every run for ever."""
_CLOCK_WAS_WRONG = datetime.timedelta(days=1)


class News(StrEnum):
    """Why the times of a schedule begin anew at this moment."""

    FIRST = "first-seen"
    CHANGED = "changed"
    SET_BACK = "clock-set-back"


@dataclass(frozen=True, slots=True)
class PlannedSchedule:
    """What there is to do for one schedule: times that have come, and times whose work did not come to its end.

    ``news`` is None where its times go on from ``since``; else they begin anew now, and nothing of the past is due.
    """

    name: str
    schedule: Schedule
    timing: Timing
    since: datetime.datetime
    news: News | None = None
    due: Due = field(default_factory=Due)
    again: tuple[Slot, ...] = ()
    given_up: tuple[Slot, ...] = ()
    overtaken: tuple[Slot, ...] = ()


@dataclass(frozen=True, slots=True)
class RunPlan:
    """What a run has to do; ``gone`` are schedules that the settings have no more, ``left`` the work they left undone."""

    schedules: tuple[PlannedSchedule, ...]
    gone: tuple[str, ...] = ()
    left: tuple[Slot, ...] = ()


def plan_run(settings: Settings, records: SlotRecords, now: datetime.datetime) -> RunPlan:
    """Say what is to be done at a moment."""
    seen = records.sightings()
    unfinished = records.unfinished()
    planned = tuple(
        _plan_schedule(name, schedule, settings, seen, [each for each in unfinished if each.schedule == name], now)
        for name, schedule in settings.schedules.items()
    )
    left = tuple(each for each in unfinished if each.schedule not in settings.schedules)
    return RunPlan(planned, tuple(name for name in seen if name not in settings.schedules), left)


def read_timing(schedule: Schedule, settings: Settings) -> Timing:
    """Give when a schedule is due: in its own zone, the workspace's, or for want of both in UTC."""
    return Timing(schedule.cron, schedule.timezone or settings.timezone or "UTC")


def _plan_schedule(
    name: str,
    schedule: Schedule,
    settings: Settings,
    seen: Mapping[str, Sighting],
    unfinished: Sequence[Slot],
    now: datetime.datetime,
) -> PlannedSchedule:
    timing = read_timing(schedule, settings)
    news = _find_news(seen.get(name), timing, now)
    since = now if news else seen[name].since
    lateness = Lateness(schedule.catch_up, datetime.timedelta(minutes=schedule.grace))
    due = find_due(timing, lateness, since, now)
    again, given_up, overtaken = _sort_unfinished(unfinished, due, schedule.catch_up)
    return PlannedSchedule(name, schedule, timing, since, news, due, again, given_up, overtaken)


def _find_news(sighting: Sighting | None, timing: Timing, now: datetime.datetime) -> News | None:
    if sighting is None:
        return News.FIRST
    if sighting.timing != timing:
        return News.CHANGED
    # A clock that is set right by minutes just passes the time once more; one that stood in another year must not stop all.
    return News.SET_BACK if sighting.since - now > _CLOCK_WAS_WRONG else None


def _sort_unfinished(
    unfinished: Sequence[Slot], due: Due, catch_up: CatchUp
) -> tuple[tuple[Slot, ...], tuple[Slot, ...], tuple[Slot, ...]]:
    """Tell work that is done again from what is given up, and from what a later time that is due makes needless."""
    given_up = tuple(each for each in unfinished if is_given_up(each))
    others = tuple(each for each in unfinished if not is_given_up(each))
    if catch_up is CatchUp.ALL:
        return others, given_up, ()
    if due.run:
        return (), given_up, others
    return others[-1:], given_up, others[:-1]


def is_given_up(slot: Slot) -> bool:
    """Tell whether work that did not come to its end is not done again: somebody asked for it, or it was tried too often."""
    return slot.is_asked or (slot.state is SlotState.BEGUN and slot.attempts >= MOST_ATTEMPTS)


def iterate_work(plan: RunPlan) -> Iterator[tuple[PlannedSchedule, datetime.datetime, Slot | None]]:
    """Give what is to be done, oldest time first: the schedule, its time, and the record of it where it is done again."""
    work = [(slot.at, planned, slot) for planned in plan.schedules for slot in planned.again]
    new = [(at, planned, None) for planned in plan.schedules for at in planned.due.run]
    for at, planned, slot in sorted([*work, *new], key=lambda each: (each[0], each[1].name)):
        yield planned, at, slot
