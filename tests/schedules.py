"""A workspace with schedules, a clock that stands where a test sets it, and an ear for what runs tell."""

import datetime
from dataclasses import dataclass, field
from pathlib import Path

from tests.packs import make_pack_workspace

from briefmaker.delivery.slots import Slot, SlotRecords
from briefmaker.jobs.schedules.run_due import RunWays, run_due, run_now
from briefmaker.jobs.schedules.run_log import Event
from briefmaker.workspace.workspace import Workspace

MONDAY = datetime.datetime(2026, 5, 4, 5, 0, 20, tzinfo=datetime.UTC)
"""Just after seven in Brussels."""
HOUR = datetime.timedelta(hours=1)
WEEKLY = 'schedules: {weekly: {cron: "0 7 * * MON", timezone: Europe/Brussels, briefs: [briefs/grain.yaml]}}\n'
MAIL = """
mail: {sender: {name: Planning, email: planning@example.int}, server: {host: smtp.example.int}}
distribution_lists: {office: {people: [{name: Ann Example, email: ann@example.int}]}}
"""


def make_scheduled_workspace(folder: Path, settings: str = WEEKLY) -> Workspace:
    """Write a workspace of two briefs and a pack, with what else its settings say."""
    make_pack_workspace(folder)
    change_settings(folder, settings)
    return Workspace(folder)


def change_settings(folder: Path, settings: str) -> None:
    """Give a workspace other settings than it had; rules are not asked in any case."""
    file = folder / "briefmaker.yaml"
    file.write_text(file.read_text("utf-8").splitlines(keepends=True)[0] + settings, "utf-8")


@dataclass
class Runner:
    """Runs a workspace at moments of a test's choosing, and keeps what was told."""

    workspace: Workspace
    now: datetime.datetime = MONDAY - HOUR
    ways: dict[str, object] = field(default_factory=dict)
    events: list[Event] = field(default_factory=list)

    def at(self, now: datetime.datetime) -> int:
        """Do what is due at a moment; gives the exit code."""
        self.now = now
        return run_due(self.workspace, self._ways())

    def ask(self, *names: str) -> int:
        """Do what schedules ask for now."""
        return run_now(self.workspace, names, self._ways())

    def _ways(self) -> RunWays:
        self.events = []
        return RunWays(clock=lambda: self.now, listen=self.events.append, **self.ways)  # type: ignore[arg-type] # a test's own

    def told(self) -> list[str]:
        """Give the names of the events of the last run."""
        return [each.name for each in self.events]

    def found(self) -> list[str]:
        """Give the codes of the findings of the last run."""
        return [str(each.found.code) for each in self.events if each.found is not None]

    def slots(self) -> tuple[Slot, ...]:
        """Give what is recorded, newest first."""
        with SlotRecords(self.workspace.records_folder) as records:
            return records.latest(100)
