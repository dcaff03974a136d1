"""How a workspace stands: what ran by schedule, what comes next, and what needs a person."""

import datetime
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from briefmaker.delivery.due import Timing, iterate_slots, next_slots
from briefmaker.delivery.slots import Sighting, Slot, SlotRecords, SlotState
from briefmaker.jobs.desk import Desk, open_desk
from briefmaker.jobs.schedules.plan_run import read_timing
from briefmaker.jobs.status_sources import (
    AwaitedClearance,
    MissingPart,
    OutboxState,
    read_clearances,
    read_missing_parts,
    read_outbox,
)
from briefmaker.workspace.run_lock import Holder, find_holder
from briefmaker.workspace.workspace import Workspace

LAST_RUNS = 10


class NeedKind(StrEnum):
    """What a person is needed for."""

    MESSAGE = "message"
    CLEARANCE = "clearance"
    FAILED = "failed-run"
    MISSED = "missed-run"
    NOT_RUNNING = "not-running"
    NOT_THERE = "not-there"


@dataclass(frozen=True, slots=True)
class Need:
    """Something that goes no further until a person acts: what it is about, in a sentence, and what to do."""

    kind: NeedKind
    about: str
    sentence: str
    advice: str


@dataclass(frozen=True, slots=True)
class Coming:
    """The next time of a schedule, in its own zone."""

    schedule: str
    at: datetime.datetime
    zone: str


@dataclass(frozen=True, slots=True)
class Status:
    """How a workspace stands; ``ran`` is newest first, ``coming`` soonest first.

    ``waiting`` counts messages that are still to be sent, ``clearances`` are those that are open and not late; ``holder`` is
    the run that is at work now, None where none is. ``zones`` are those of the schedules, by name.
    """

    needs: tuple[Need, ...]
    ran: tuple[Slot, ...]
    coming: tuple[Coming, ...]
    waiting: int
    clearances: tuple[AwaitedClearance, ...]
    holder: Holder | None
    zones: dict[str, str]


def read_status(workspace: Workspace, now: datetime.datetime) -> Status:
    """Say how a workspace stands at a moment; nothing is changed by it. Raises BriefmakerError where it cannot be told."""
    desk = open_desk(workspace)
    outbox = read_outbox(workspace)
    clearances = read_clearances(workspace, now.date())
    holder = find_holder(workspace.records_folder)
    with SlotRecords(workspace.records_folder) as records:
        needs = (
            *_need_for_messages(outbox),
            *_need_for_runs(desk, records, now, is_running=holder is not None),
            *_need_for_parts(read_missing_parts(workspace, desk.settings)),
            *_need_for_clearances(clearances),
        )
        ran = records.latest(LAST_RUNS)
    timings = {name: read_timing(each, desk.settings) for name, each in desk.settings.schedules.items()}
    zones = {name: timing.zone for name, timing in timings.items()}
    still_open = tuple(each for each in clearances if not each.needs_a_person)
    return Status(needs, ran, _find_coming(timings, now), outbox.waiting, still_open, holder, zones)


def _find_coming(timings: dict[str, Timing], now: datetime.datetime) -> tuple[Coming, ...]:
    coming = (Coming(name, at, timing.zone) for name, timing in timings.items() for at in next_slots(timing, now, 1))
    return tuple(sorted(coming, key=lambda each: each.at))


def _need_for_messages(outbox: OutboxState) -> Iterator[Need]:
    for each in outbox.stuck:
        answer = f": {each.answer}" if each.answer else ""
        sentence = f"{each.state}, to {each.to}, {each.subject}{answer}"
        yield Need(NeedKind.MESSAGE, f"message {each.number}", sentence, f"briefmaker outbox show {each.number}")


def _need_for_parts(missing: Sequence[MissingPart]) -> Iterator[Need]:
    for each in missing:
        yield Need(NeedKind.NOT_THERE, each.schedule, each.sentence, each.advice)


def _need_for_clearances(clearances: Sequence[AwaitedClearance]) -> Iterator[Need]:
    for each in clearances:
        if each.needs_a_person:
            yield Need(NeedKind.CLEARANCE, each.file, each.sentence, each.advice)


def _need_for_runs(desk: Desk, records: SlotRecords, now: datetime.datetime, *, is_running: bool) -> Iterator[Need]:
    sightings = records.sightings()
    for name, schedule in desk.settings.schedules.items():
        last = records.latest_of(name)
        if last is not None and last.state is SlotState.FAILED:
            advice = f"mend it, then: briefmaker run {name}"
            yield Need(NeedKind.FAILED, name, f"failed: {last.summary}", advice)
        if last is not None and last.state is SlotState.MISSED:
            yield Need(NeedKind.MISSED, name, f"was missed: {last.summary}", f"briefmaker run {name}")
        if not is_running:
            grace = datetime.timedelta(minutes=schedule.grace)
            yield from _need_for_entry(name, sightings.get(name), read_timing(schedule, desk.settings), now - grace)


def _need_for_entry(name: str, seen: Sighting | None, timing: Timing, limit: datetime.datetime) -> Iterator[Need]:
    """Tell of a schedule that no run has seen, or that was due before ``limit`` without any run since."""
    advice = "briefmaker schedule install --systemd, or --cron"
    if seen is None:
        yield Need(NeedKind.NOT_RUNNING, name, "no run has seen it yet, so nothing of it will be done", advice)
    elif seen.timing == timing and next(iterate_slots(timing, seen.since), limit) < limit:
        yield Need(NeedKind.NOT_RUNNING, name, "it was due, and no run has come since", advice)
