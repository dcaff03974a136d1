"""Says what a run by schedule would do at this moment, and why; nothing is changed by it."""

import datetime
from dataclasses import dataclass

from briefmaker.delivery.slots import REASONS, SlotRecords, SlotState
from briefmaker.diagnostics import BriefmakerError
from briefmaker.jobs.desk import open_desk
from briefmaker.jobs.schedules.plan_run import News, PlannedSchedule, plan_run
from briefmaker.jobs.schedules.retention import find_expired
from briefmaker.model.schedules import Schedule
from briefmaker.workspace.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Forecast:
    """One thing that a run would do: for which schedule and time, empty and None where it is about neither, and why."""

    schedule: str
    at: datetime.datetime | None
    what: str


_NEWS = {
    News.FIRST: "seen for the first time; its times begin now",
    News.CHANGED: "its times were changed; they begin anew now",
    News.SET_BACK: "the clock stands more than a day before the last run; its times begin anew now",
}


def preview_run(workspace: Workspace, now: datetime.datetime) -> tuple[Forecast, ...]:
    """Give what a run at this moment would do, in the order in which it would. Raises as ``run_due`` does."""
    desk = open_desk(workspace)
    with SlotRecords(workspace.records_folder) as records:
        plan = plan_run(desk.settings, records, now)
    told = [Forecast(name, None, "is no more; its records are kept") for name in plan.gone]
    for planned in plan.schedules:
        told += _describe(planned)
    days = desk.settings.retention.output
    try:
        expired = find_expired(workspace, days, now) if days else ()
    except OSError as failure:
        raise BriefmakerError(f"output/ cannot be looked at: {failure.strerror or failure}", exit_code=1) from failure
    told += [Forecast("", None, f"removes {each.file.name}, made {each.made:%Y-%m-%d}") for each in expired]
    return tuple(told)


def _describe(planned: PlannedSchedule) -> list[Forecast]:
    told = [] if planned.news is None else [Forecast(planned.name, None, _NEWS[planned.news])]
    for state, slots in ((SlotState.OVERTAKEN, planned.due.overtaken), (SlotState.MISSED, planned.due.missed)):
        told += [Forecast(planned.name, at, f"is skipped: {REASONS[state]}") for at in slots]
    told += [Forecast(planned.name, each.at, "is given up: it did not come to its end") for each in planned.given_up]
    told += [
        Forecast(planned.name, each.at, f"is skipped: {REASONS[SlotState.OVERTAKEN]}") for each in planned.overtaken
    ]
    told += [
        Forecast(planned.name, each.at, f"is done again: {say_schedule(planned.schedule)}") for each in planned.again
    ]
    return told + [Forecast(planned.name, at, f"is due: {say_schedule(planned.schedule)}") for at in planned.due.run]


def say_schedule(schedule: Schedule) -> str:
    """Give what a schedule asks for, in words."""
    named = [f"builds {', '.join(schedule.briefs)}"] if schedule.briefs else []
    named += [f"binds {', '.join(schedule.packs)}"] if schedule.packs else []
    return ", ".join([*named, *(["mails them"] if schedule.mail else [])])
