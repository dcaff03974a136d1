"""Does what is due by schedule, once: each time is recorded before and after, and one schedule that fails harms no other."""

import datetime
import traceback
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

from briefmaker.delivery.slots import REASONS, Sighting, Slot, SlotRecords, SlotState
from briefmaker.diagnostics import BriefmakerError, Code, Diagnostic, Severity
from briefmaker.jobs.desk import Desk, open_desk, shown_path
from briefmaker.jobs.schedules.heartbeat import send_heartbeat
from briefmaker.jobs.schedules.plan_run import News, PlannedSchedule, RunPlan, iterate_work, plan_run
from briefmaker.jobs.schedules.posted import Post, Posted, SendWaiting
from briefmaker.jobs.schedules.retention import Expired, remove_expired
from briefmaker.jobs.schedules.run_log import Clock, Event, RunLog, write_time
from briefmaker.jobs.schedules.scheduled_work import Worked, work_through
from briefmaker.model.schedules import Schedule
from briefmaker.reading.suggest import did_you_mean, list_words
from briefmaker.workspace.run_lock import hold_run_lock
from briefmaker.workspace.undisturbed import undisturbed
from briefmaker.workspace.workspace import Workspace

_FAILURE = 1


def read_clock() -> datetime.datetime:
    """Give the moment that the machine's clock shows, in UTC."""
    return datetime.datetime.now(datetime.UTC)


def ignore_event(_event: Event) -> None:
    """Listen to nothing."""


@dataclass(frozen=True, slots=True)
class RunWays:
    """How a run reaches the world: its clock, who hears of its events, and what mails; None where nothing is sent."""

    clock: Clock = read_clock
    listen: Callable[[Event], None] = ignore_event
    post: Post | None = None
    send_waiting: SendWaiting | None = None


@dataclass(slots=True)
class _Run:
    """A run that is under way, and the worst that came of it so far."""

    desk: Desk
    records: SlotRecords
    log: RunLog
    ways: RunWays
    exit_code: int = field(default=0)

    @property
    def workspace(self) -> Workspace:
        return self.desk.workspace

    def tell_finding(self, found: Diagnostic, name: str = "", slot: datetime.datetime | None = None) -> None:
        self.log.tell("finding", name, slot, found=found)


def run_due(workspace: Workspace, ways: RunWays) -> int:
    """Do what is due in a workspace, then send what waits and remove what was kept long enough; gives the exit code.

    0 where all ended well or nothing was due, 1 where something has findings, 2 where a schedule names what is not there, 4
    where a delivery needs a person. Raises BriefmakerError where nothing can be begun: with exit code 2 for settings, 3 where
    another run is at work. What stops this process stops the run, and the time it was at is recorded as stopped.
    """
    return _run(workspace, ways, None)


def run_now(workspace: Workspace, names: Sequence[str], ways: RunWays) -> int:
    """Do what schedules ask for at this moment, whether they are due or not; the times of theirs come as they would have.

    Raises as ``run_due`` does, and where there is no schedule of a name.
    """
    return _run(workspace, ways, names)


def _run(workspace: Workspace, ways: RunWays, names: Sequence[str] | None) -> int:
    desk = open_desk(workspace)
    chosen = {name: find_schedule(name, desk) for name in names or ()}
    if names is None and not desk.settings.schedules and not _has_other_work(desk):
        RunLog(None, ways.clock, ways.listen).tell("run-ended", exit_code=0)
        return 0
    with (
        hold_run_lock(workspace.records_folder, write_time(ways.clock())),
        SlotRecords(workspace.records_folder) as records,
    ):
        log = desk.settings.runs.log
        run = _Run(desk, records, RunLog(workspace.root / log if log else None, ways.clock, ways.listen), ways)
        try:
            if names is None:
                _do_what_is_due(run)
            for name, schedule in chosen.items():
                _do_as_asked(run, name, schedule)
            _finish(run)
        except BaseException as reason:
            run.log.tell("run-stopped", reason=str(reason) if isinstance(reason, Exception) else "it was asked to")
            raise
    return run.exit_code


def _has_other_work(desk: Desk) -> bool:
    """Tell whether there may be messages to send or documents to remove; without, a workspace gets no records by being asked."""
    return desk.settings.retention.output is not None or desk.workspace.records_folder.is_dir()


def find_schedule(name: str, desk: Desk) -> Schedule:
    """Give the schedule of that name. Raises BriefmakerError where there is none."""
    schedules = desk.settings.schedules
    if name in schedules:
        return schedules[name]
    if not schedules:
        raise BriefmakerError("no schedules are defined here", "define them under `schedules:` in briefmaker.yaml")
    hint = did_you_mean(name, schedules, f"briefmaker.yaml defines {list_words(schedules)}")
    raise BriefmakerError(f"there is no schedule `{name}`", hint)


def _do_what_is_due(run: _Run) -> None:
    plan = plan_run(run.desk.settings, run.records, run.ways.clock())
    _settle(run, plan)
    for planned, at, slot in iterate_work(plan):
        begin = partial(_begin, run, planned.name, at, slot)
        _do(run, planned.name, planned.schedule, at, begin)


def _begin(run: _Run, name: str, at: datetime.datetime, slot: Slot | None) -> bool:
    """Record that the work of a time begins, or begins again; False where it was recorded before and is nobody's to do."""
    if slot is None:
        return run.records.begin(name, at, run.ways.clock())
    message = "its work did not come to its end the last time, and is done again"
    run.tell_finding(_warn(run, Code.SCHEDULE_AGAIN, name, message), name, at)
    run.records.begin_again(slot, run.ways.clock())
    return True


def _settle(run: _Run, plan: RunPlan) -> None:
    """Record what has changed since the last run, and what will not be done."""
    for name in plan.gone:
        run.records.forget(name)
        run.log.tell("schedule-gone", name)
    for slot in plan.left:
        _give_up(run, slot, "it did not come to its end, and its schedule is no more")
    for planned in plan.schedules:
        if planned.news is not None:
            _begin_anew(run, planned, planned.news)
        for slot in planned.given_up:
            _tell_given_up(run, slot)
        for slot in planned.overtaken:
            reason = REASONS[SlotState.OVERTAKEN]
            run.records.end(slot.schedule, slot.at, SlotState.OVERTAKEN, run.ways.clock(), summary=reason)
        _skip(run, planned)


def _begin_anew(run: _Run, planned: PlannedSchedule, news: News) -> None:
    run.records.see(planned.name, Sighting(planned.timing, planned.since))
    run.log.tell(f"schedule-{news}", planned.name, cron=planned.timing.cron, zone=planned.timing.zone)
    if news is News.SET_BACK:
        message = "the clock stands more than a day before the last run, so its times begin anew at this moment"
        hint = "see whether the clock of this machine is right; what is recorded as done is not done again"
        run.tell_finding(_warn(run, Code.SCHEDULE_CLOCK, planned.name, message, hint), planned.name)


def _skip(run: _Run, planned: PlannedSchedule) -> None:
    if planned.due.uncounted:
        run.log.tell("slots-skipped", planned.name, count=planned.due.uncounted)
    for state, slots in ((SlotState.OVERTAKEN, planned.due.overtaken), (SlotState.MISSED, planned.due.missed)):
        if slots:
            for at in run.records.skip(planned.name, slots, state, run.ways.clock()):
                run.log.tell("slot-skipped", planned.name, at, result=state.value)


def _tell_given_up(run: _Run, slot: Slot) -> None:
    message = f"its work did not come to its end {slot.attempts} times, and is given up"
    if slot.is_asked:
        message = "what was asked for by hand did not come to its end"
    hint = f"`briefmaker run {slot.schedule}` does it now; see whether the machine has enough memory"
    found = Diagnostic(Code.SCHEDULE_GIVEN_UP, f"schedule `{slot.schedule}`: {message}", _settings(run), hint=hint)
    run.tell_finding(found, slot.schedule, slot.at)
    _give_up(run, slot, message)


def _give_up(run: _Run, slot: Slot, reason: str) -> None:
    run.records.end(slot.schedule, slot.at, SlotState.FAILED, run.ways.clock(), exit_code=_FAILURE, summary=reason)
    run.log.tell("slot-ended", slot.schedule, slot.at, _FAILURE, result=SlotState.FAILED.value, summary=reason)
    run.exit_code = max(run.exit_code, _FAILURE)


def _do_as_asked(run: _Run, name: str, schedule: Schedule) -> None:
    now = run.ways.clock()
    _do(run, name, schedule, now, lambda: run.records.begin(name, now, now, is_asked=True))


def _do(run: _Run, name: str, schedule: Schedule, at: datetime.datetime, begin: Callable[[], bool]) -> None:
    """Do the work of one time and record how it ended, also where it is stopped or meets a mistake of briefmaker's own."""
    worked, is_open = Worked(), False
    try:
        with undisturbed():
            is_open = begin()
        if not is_open:
            return
        run.log.tell("slot-begun", name, at)
        work_through(schedule, run.desk, run.ways.post, worked, lambda found: run.tell_finding(found, name, at))
        with undisturbed():
            _end_well_or_not(run, name, at, worked)
            is_open = False
    except BriefmakerError:
        # What the work meets of these it tells by itself; this one is about the records, and harms all.
        raise
    except Exception as mistake:
        if not is_open:
            raise
        run.tell_finding(_tell_mistake(run, name, mistake), name, at)
        worked.fail(_FAILURE)
        _end_well_or_not(run, name, at, worked)
    except BaseException:
        if is_open:
            with undisturbed():
                _end(run, name, at, SlotState.STOPPED, worked, f"stopped: {worked.describe()}")
        raise


def _end_well_or_not(run: _Run, name: str, at: datetime.datetime, worked: Worked) -> None:
    state = SlotState.FAILED if worked.exit_code else SlotState.DONE
    _end(run, name, at, state, worked, worked.describe())
    run.exit_code = max(run.exit_code, worked.exit_code)


def _end(run: _Run, name: str, at: datetime.datetime, state: SlotState, worked: Worked, summary: str) -> None:
    exit_code = None if state is SlotState.STOPPED else worked.exit_code
    run.records.end(name, at, state, run.ways.clock(), exit_code=exit_code, summary=summary)
    run.log.tell("slot-ended", name, at, exit_code, result=state.value, summary=summary)


def _finish(run: _Run) -> None:
    """Do what every run does at its end, whatever was due."""
    _send_waiting(run)
    days = run.desk.settings.retention.output
    for each in remove_expired(run.workspace, days, run.ways.clock()) if days else ():
        if isinstance(each, Expired):
            run.log.tell("removed", file=shown_path(each.file), made=write_time(each.made))
        else:
            run.tell_finding(each)
    heartbeat = run.desk.settings.runs.heartbeat
    if heartbeat and not run.exit_code:
        failed = send_heartbeat(heartbeat, run.workspace)
        if failed is not None:
            run.tell_finding(failed)
    run.log.tell("run-ended", exit_code=run.exit_code)


def _send_waiting(run: _Run) -> None:
    if run.ways.send_waiting is None:
        return
    try:
        posted = run.ways.send_waiting()
    except BriefmakerError as failure:
        run.tell_finding(Diagnostic(Code.SCHEDULE_FAILED, failure.message, _settings(run), hint=failure.hint))
        run.exit_code = max(run.exit_code, failure.exit_code)
        return
    for found in posted.diagnostics:
        run.tell_finding(found)
    if posted != Posted(exit_code=posted.exit_code):
        counts = {key: getattr(posted, key) for key in ("sent", "waiting", "failed", "unknown")}
        run.log.tell("outbox-sent", exit_code=posted.exit_code, **counts)
    run.exit_code = max(run.exit_code, posted.exit_code)


def _tell_mistake(run: _Run, name: str, mistake: Exception) -> Diagnostic:
    last = traceback.extract_tb(mistake.__traceback__)[-1]
    place = f"{Path(last.filename).name}:{last.lineno}"
    message = f"schedule `{name}`: {type(mistake).__name__}: {mistake}, raised at {place}"
    hint = "this is a mistake of briefmaker; please report it with this line"
    return Diagnostic(Code.SCHEDULE_RAISED, message, _settings(run), hint=hint)


def _warn(run: _Run, code: Code, name: str, message: str, hint: str = "") -> Diagnostic:
    return Diagnostic(code, f"schedule `{name}`: {message}", _settings(run), hint=hint, severity=Severity.WARNING)


def _settings(run: _Run) -> str:
    return shown_path(run.workspace.settings_file)
