"""What ``briefmaker run`` prints: a line for each time that was dealt with, and findings as a build tells them."""

import json
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

import click

from briefmaker.cli.show_findings import describe_finding, make_printable
from briefmaker.cli.show_moment import show_moment
from briefmaker.delivery.slots import REASONS, SlotState
from briefmaker.jobs.desk import open_desk
from briefmaker.jobs.schedules.plan_run import read_timing
from briefmaker.jobs.schedules.posted import Post, Posted, SendWaiting
from briefmaker.jobs.schedules.preview_run import Forecast, preview_run, say_schedule
from briefmaker.jobs.schedules.run_due import RunWays, find_schedule, read_clock, run_due, run_now
from briefmaker.jobs.schedules.run_log import Event, write_event, write_time
from briefmaker.model.settings import Settings
from briefmaker.workspace.workspace import Workspace, find_own_workspace

# What people are told of an event; of others they hear by its finding, or not at all.
_SENTENCES = {
    "schedule-first-seen": "{about}: seen for the first time; its times begin now",
    "schedule-changed": "{about}: its times were changed, and begin anew now",
    "schedule-gone": "{about}: is no more",
    "slots-skipped": "{about}: {count} earlier times were skipped, since there are too many",
    "slot-ended": "{about}: {result}, {summary}",
    "removed": "removed {file}, made {made}",
    "outbox-sent": "outbox: {sent} sent, {waiting} waiting, {failed} failed, {unknown} unknown",
}
_COLOURS = {"done": "green", "failed": "red", "stopped": "yellow"}


def show_run(names: Sequence[str], *, as_json: bool) -> None:
    """Run and tell, and leave with the exit code of the run."""
    workspace = find_own_workspace()
    post, send_waiting = find_mail(workspace)
    listen = _tell_json if as_json else _Teller(open_desk(workspace).settings).tell
    ways = RunWays(listen=listen, post=post, send_waiting=send_waiting)
    exit_code = run_now(workspace, names, ways) if names else run_due(workspace, ways)
    click.get_current_context().exit(exit_code)


def find_mail(workspace: Workspace) -> tuple[Post, SendWaiting]:
    """Give what mails by schedule and what sends the messages that wait; each imports what it needs when it is called."""

    def post(file: Path) -> Posted:
        from briefmaker.jobs.schedules.mail_by_schedule import mail_by_schedule

        return mail_by_schedule(file)

    def send_waiting() -> Posted:
        from briefmaker.jobs.schedules.mail_by_schedule import send_what_waits

        return send_what_waits(workspace)

    return post, send_waiting


def _tell_json(event: Event) -> None:
    click.echo(write_event(event).decode())


class _Teller:
    """Tells the events of a run to people, in the zone of each schedule."""

    def __init__(self, settings: Settings) -> None:
        self._zones = {name: read_timing(each, settings).zone for name, each in settings.schedules.items()}
        self._has_told = False
        self._skipped: Counter[tuple[str, str]] = Counter()

    def tell(self, event: Event) -> None:
        """Show an event, if people need to hear of it."""
        if event.found is not None:
            click.echo(describe_finding(event.found), err=True)
        if event.name == "slot-skipped":
            self._skipped[event.schedule, event.details["result"]] += 1
            return
        self._tell_skipped()
        self._show(self._describe(event))

    def _tell_skipped(self) -> None:
        """Tell in a line of all times of a schedule that were skipped for one reason; there may be many."""
        for (name, result), count in self._skipped.items():
            times = "1 time was" if count == 1 else f"{count} times were"
            self._show(f"{_name(name)}: {times} skipped, {REASONS[SlotState(result)]}")
        self._skipped.clear()

    def _show(self, line: str) -> None:
        if line:
            self._has_told = True
            click.echo(line)

    def _describe(self, event: Event) -> str:
        if event.name == "run-ended":
            return "" if self._has_told else "nothing is due"
        if event.name not in _SENTENCES:
            return ""
        details = {key: make_printable(str(value)) for key, value in event.details.items()}
        if "result" in details:
            details["result"] = click.style(details["result"], fg=_COLOURS[details["result"]])
        return _SENTENCES[event.name].format(about=self._name(event), **details)

    def _name(self, event: Event) -> str:
        name = _name(event.schedule)
        return f"{name}, {show_moment(event.slot, self._zones.get(event.schedule, 'UTC'))}" if event.slot else name


def _name(schedule: str) -> str:
    return click.style(make_printable(schedule), bold=True)


def show_preview(names: Sequence[str], *, as_json: bool) -> None:
    """Say what a run would do."""
    workspace = find_own_workspace()
    desk = open_desk(workspace)
    asked = tuple(Forecast(name, None, say_schedule(find_schedule(name, desk))) for name in names)
    told = asked or preview_run(workspace, read_clock())
    if as_json:
        for each in told:
            data = {"schedule": each.schedule, "slot": each.at and write_time(each.at), "what": each.what}
            click.echo(json.dumps(data, ensure_ascii=False))
        return
    zones = {name: read_timing(each, desk.settings).zone for name, each in desk.settings.schedules.items()}
    for each in told:
        moment = f", {show_moment(each.at, zones[each.schedule])}" if each.at else ""
        about = f"{make_printable(each.schedule)}{moment}: " if each.schedule else ""
        click.echo(f"{about}{make_printable(each.what)}")
    if not told:
        click.echo("nothing is due")
