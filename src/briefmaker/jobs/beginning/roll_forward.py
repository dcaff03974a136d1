"""Begin a brief from the one of last time: what belongs to that issue is set anew, all else stays as it was typed."""

import datetime
from dataclasses import dataclass, field
from pathlib import Path

from briefmaker.diagnostics import BriefmakerError, join_path
from briefmaker.jobs.beginning.compare_next import compare_with_former
from briefmaker.jobs.beginning.new import SCHEMA_FILE, name_brief, write_title
from briefmaker.jobs.beginning.next_reference import next_reference
from briefmaker.jobs.desk import Desk, shown_path
from briefmaker.jobs.failures import FindingsError
from briefmaker.jobs.read import find_desk, read_at_desk
from briefmaker.model import Brief, ClearanceState
from briefmaker.model.schema import write_schema
from briefmaker.reading.text_file import MAX_BYTES
from briefmaker.reading.yaml_edit import EditError
from briefmaker.reading.yaml_insert import InsertingEditor
from briefmaker.workspace.files import BriefFolder
from briefmaker.workspace.output import write_files

Steps = tuple[str | int, ...]
_DATE = slice(len("2025-10-22"))
_FRIDAY = 4


@dataclass(frozen=True, slots=True)
class Rolled:
    """A brief that was rolled forward: its file, what was changed in it, and what its author has to look at."""

    path: Path
    changes: tuple[str, ...]
    reminders: tuple[str, ...]


def roll_forward(name: str, old: str | Path, *, date: datetime.date | None = None) -> Rolled:
    """Write ``briefs/NAME.yaml`` from an old brief: next reference, version 1, draft, cleared by nobody, dates moved on.

    Dates of the meeting, of what is due and of what was known move by the distance between both days of issue; those of
    sources and facts stay. Of the short entries those with ``carry: true`` stay, and the new brief is compared with the old.
    ``date`` is the new day of issue, today unless given. Raises BriefmakerError when there is such a brief already and when the
    old one cannot be read.
    """
    target = name_brief(name)
    file, desk = find_desk(old)
    reading = read_at_desk(file, desk)
    if reading.brief is None:
        raise FindingsError(f"{shown_path(file)} cannot be carried forward", reading.diagnostics)
    roll = _Roll(_open(file, desk), reading.brief, date or datetime.date.today())  # noqa: DTZ011 - the desk's own day
    try:
        roll.carry_out(write_title(name), file, target)
        roll.changes += filter(None, [compare_with_former(roll.editor, roll.brief, file, target, desk)])
        content = roll.editor.result()
    except EditError as refused:
        hint = "write the part of the file that this is about in another way, or copy the file and change it by hand"
        raise BriefmakerError(
            f"{shown_path(file)} cannot be carried forward: {refused}", hint, exit_code=1
        ) from refused
    try:
        write_files(target.parent, {target.name: content, SCHEMA_FILE: write_schema().encode()})
    except OSError as failure:
        raise BriefmakerError(f"{shown_path(target)} cannot be written: {failure.strerror}", exit_code=1) from failure
    return Rolled(target, tuple(roll.changes), tuple(roll.reminders))


def _open(file: Path, desk: Desk) -> InsertingEditor:
    return InsertingEditor(BriefFolder(file.parent.resolve(), desk.workspace.root).read(file.name, MAX_BYTES))


@dataclass(slots=True)
class _Roll:
    """One brief on its way: its file, what it says, the new day of issue, and what there is to tell."""

    editor: InsertingEditor
    brief: Brief
    day: datetime.date
    changes: list[str] = field(default_factory=list)
    reminders: list[str] = field(default_factory=list)

    def carry_out(self, title: str, old: Path, new: Path) -> None:
        """Set anew what belongs to one issue."""
        self._set(("title",), title)
        self._raise_reference()
        self._set(("version",), "1")
        self._set(("status",), "draft")
        self._move_dates()
        self._ask_for_clearance_anew()
        self._drop_entries()
        if self.editor.has("translation_of"):
            self.editor.remove_fields((), ["translation_of"])
            self.changes.append("translation_of: dropped, this brief is not translated yet")
        self._remind_of_last_meeting()
        self._remind_of_files(old, new)

    def _set(self, path: Steps, value: str) -> None:
        """Set a text that the file has; what it leaves out is what is wanted already."""
        before = self.editor.text_at(*path)
        if before is None or before == value:
            return
        self.editor.set_value(path, value)
        self.changes.append(f"{join_path(path)}: {before.strip()} -> {value}")

    def _raise_reference(self) -> None:
        before = self.brief.reference
        if before is None:
            return
        after = next_reference(before, self.brief.date.year, self.day.year)
        self._set(("reference",), after)
        self.reminders.append(
            f"reference: {after} is only the next number; see whether the registry has given it to you"
            if after != before
            else f"reference: {before} has no number that could be raised"
        )

    def _move_dates(self) -> None:
        """Move every date that belongs to this issue; those of sources, facts and the last meeting stay."""
        self._set(("date",), self.day.isoformat())
        for path in self._dated():
            before = self.editor.text_at(*path)
            if before is None or len(before) < _DATE.stop:
                continue
            moved = self._move(datetime.date.fromisoformat(before[_DATE]))
            self._set(path, moved.isoformat() + before[_DATE.stop :])
            if moved.weekday() > _FRIDAY and moved != self.day:
                self.reminders.append(f"{join_path(path)}: {moved} is a {moved:%A}")

    def _dated(self) -> list[Steps]:
        count = self.editor.count
        return [
            ("as_of",),
            ("decision", "by"),
            ("meeting", "start"),
            ("meeting", "end"),
            *(("meeting", "programme", number, "at") for number in range(count("meeting", "programme"))),
            *(("next_steps", number, "due") for number in range(count("next_steps"))),
            *(("clearances", number, "due") for number in range(count("clearances"))),
        ]

    def _move(self, day: datetime.date) -> datetime.date:
        try:
            return day + (self.day - self.brief.date)
        except OverflowError:
            raise BriefmakerError(f"the date {self.day} is too close to the end of the calendar") from None

    def _ask_for_clearance_anew(self) -> None:
        for number, clearance in enumerate(self.brief.clearances):
            path: Steps = ("clearances", number)
            if clearance.state is not ClearanceState.INFORMATION:
                self._set((*path, "state"), ClearanceState.REQUESTED)
            told = [name for name in ("date", "comment", "of") if self.editor.has(*path, name)]
            self.editor.remove_fields(path, told)
            self.changes += [f"{join_path((*path, name))}: dropped" for name in told]

    def _drop_entries(self) -> None:
        """Drop the short entries that are not carried."""
        gone = [number for number, item in enumerate(self.brief.items) if not item.carry]
        if not self.brief.items:
            return
        if gone:
            self.editor.remove_entries(("items",), gone)
        kept = len(self.brief.items) - len(gone)
        self.changes.append(f"items: {kept} kept, {len(gone)} dropped")
        self.reminders.append("items: see whether what was carried over still holds, and what is new")

    def _remind_of_last_meeting(self) -> None:
        meeting = self.brief.meeting
        if meeting is None:
            return
        met = f"the meeting of {meeting.start.date}" if meeting.start else "the meeting that this was copied from"
        self.editor.add_comment(("meeting", "last_met"), f"{met} may be the last one now: its day, place and outcome")
        self.reminders.append(f"meeting.last_met: {met} may be the last one now")

    def _remind_of_files(self, old: Path, new: Path) -> None:
        """Tell where paths no longer lead: they are seen from the brief's folder."""
        if old.parent.resolve() == new.parent.resolve():
            return
        for name, figure in self.brief.figures.items():
            if figure.data:
                self.reminders.append(f"figures.{name}.data: `{figure.data}` is seen from another folder now")
        if any(each.portrait for each in self.brief.participants):
            self.reminders.append("participants: portraits are seen from another folder now")
