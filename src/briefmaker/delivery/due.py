"""When a schedule is due: the moments that its cron expression names in its time zone, and which of them are still to run."""

import datetime
import heapq
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import takewhile
from zoneinfo import ZoneInfo

from cronsim import CronSim

from briefmaker.model.schedules import CatchUp

MOST_CAUGHT_UP = 100
"""Of the times that were missed no more than so many run later, the newest."""
LONGEST_AWAY = datetime.timedelta(days=366)
"""What was missed longer ago is not looked at."""
_LONGEST_SHIFT = datetime.timedelta(days=1)
"""No clock was ever set back by more: Manila and Alaska changed sides of the date line."""


@dataclass(frozen=True, slots=True)
class Timing:
    """When something is due, as cron writes it in five fields, and the IANA zone whose clocks count; both were checked."""

    cron: str
    zone: str


@dataclass(frozen=True, slots=True)
class Due:
    """Of the times that have come, those that run now, and those that never will; each the oldest first.

    ``overtaken`` are those instead of which a later one runs, ``missed`` those that were missed and are not caught up;
    ``uncounted`` is how many earlier ones are in none of them, since there are too many.
    """

    run: tuple[datetime.datetime, ...] = ()
    overtaken: tuple[datetime.datetime, ...] = ()
    missed: tuple[datetime.datetime, ...] = ()
    uncounted: int = 0


@dataclass(frozen=True, slots=True)
class Lateness:
    """What becomes of times at which nothing could run, and after how long a time counts as one of those."""

    catch_up: CatchUp = CatchUp.LATEST
    grace: datetime.timedelta = field(default=datetime.timedelta(minutes=60))


def find_due(timing: Timing, lateness: Lateness, since: datetime.datetime, now: datetime.datetime) -> Due:
    """Say what is to run of the times after ``since``, the last one that was dealt with, up to ``now``.

    Where every missed time is caught up, each runs; else only the newest that may, since making the same briefs twice at one
    moment makes nothing new.
    """
    begin = max(since, now - LONGEST_AWAY)
    pending: deque[datetime.datetime] = deque(maxlen=MOST_CAUGHT_UP)
    count = 0
    for slot in takewhile(lambda each: each <= now, iterate_slots(timing, begin)):
        pending.append(slot)
        count += 1
    in_time = [slot for slot in pending if now - slot <= lateness.grace]
    chosen = in_time if lateness.catch_up is CatchUp.NONE else list(pending)
    run = tuple(chosen if lateness.catch_up is CatchUp.ALL else chosen[-1:])
    others = tuple(slot for slot in pending if slot not in run)
    overtaken, missed = (others, ()) if run else ((), others)
    return Due(run, overtaken, missed, count - len(pending))


def iterate_slots(timing: Timing, after: datetime.datetime) -> Iterator[datetime.datetime]:
    """Give the moments, in UTC, at which something is due after a moment, each once and in order.

    Where clocks are changed it is as in Debian's cron. What is due at certain hours runs once a day: at the first of two equal
    times, and right after the gap where its time does not exist. What is due every so many minutes or hours (``*`` in
    either field) follows the clock on the wall: twice where an hour comes twice, not at all where there is none.

    cronsim tells the times on the wall; which moments these are is worked out here, since a change by half an hour (Lord Howe)
    makes it leave out ``0 */2 * * *`` at two o'clock.
    """
    zone = ZoneInfo(timing.zone)
    is_by_wall = any(part.startswith("*") for part in timing.cron.split()[:2])
    start = after.astimezone(zone).replace(tzinfo=None) - _LONGEST_SHIFT
    last = after
    for moment in _in_order(_find_moments(wall, zone, is_by_wall=is_by_wall) for wall in CronSim(timing.cron, start)):
        if moment > last:
            last = moment
            yield moment


def _in_order(groups: Iterable[Sequence[datetime.datetime]]) -> Iterator[datetime.datetime]:
    """Give the moments of groups in order, where no group begins before the one in front of it does."""
    waiting: list[datetime.datetime] = []
    for group in groups:
        while waiting and group and waiting[0] < group[0]:
            yield heapq.heappop(waiting)
        for moment in group:
            heapq.heappush(waiting, moment)
    yield from sorted(waiting)


def _find_moments(wall: datetime.datetime, zone: ZoneInfo, *, is_by_wall: bool) -> list[datetime.datetime]:
    """Give the moments, in UTC and in order, at which clocks of a zone show a time: two, one, or none."""
    first, second = (wall.replace(tzinfo=zone, fold=fold).astimezone(datetime.UTC) for fold in (0, 1))
    if first == second:
        return [first]
    if first < second:
        return [first, second] if is_by_wall else [first]
    return [] if is_by_wall else [_find_end_of_gap(wall, zone)]


def _find_end_of_gap(wall: datetime.datetime, zone: ZoneInfo) -> datetime.datetime:
    """Give the first moment after a time that no clock shows."""
    while True:
        wall += datetime.timedelta(minutes=1)
        moment = wall.replace(tzinfo=zone).astimezone(datetime.UTC)
        if moment.astimezone(zone).replace(tzinfo=None) == wall:
            return moment


def next_slots(timing: Timing, after: datetime.datetime, count: int) -> tuple[datetime.datetime, ...]:
    """Give the next moments at which something is due, in its own zone."""
    zone = ZoneInfo(timing.zone)
    return tuple(slot.astimezone(zone) for slot, _ in zip(iterate_slots(timing, after), range(count), strict=False))
