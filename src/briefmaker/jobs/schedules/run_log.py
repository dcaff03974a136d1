"""Tells what happens in a run by schedule, event by event: to whoever listens, and as lines of JSON in a log."""

import datetime
import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from briefmaker.diagnostics import Code, Diagnostic, Severity
from briefmaker.jobs.desk import shown_path
from briefmaker.workspace.log_file import append_line

Clock = Callable[[], datetime.datetime]


@dataclass(frozen=True, slots=True)
class Event:
    """Something that happened in a run; ``details`` is data that can be written as JSON, ``found`` a finding that it tells."""

    time: datetime.datetime
    name: str
    schedule: str = ""
    slot: datetime.datetime | None = None
    exit_code: int | None = None
    details: Mapping[str, Any] = field(default_factory=dict)
    found: Diagnostic | None = None


class RunLog:
    """Where the events of a run go.

    ``file`` is the log, or None. Where it cannot be written the run goes on, and that is told once. What a run with nothing to
    do says of itself is for listeners alone, lest a log grow by it.
    """

    def __init__(self, file: Path | None, clock: Clock, listen: Callable[[Event], None]) -> None:
        self._file = file
        self._clock = clock
        self._listen = listen
        self.has_told = False

    def tell(
        self,
        name: str,
        schedule: str = "",
        slot: datetime.datetime | None = None,
        exit_code: int | None = None,
        *,
        found: Diagnostic | None = None,
        **details: Any,
    ) -> None:
        """Tell of an event that happens now."""
        if found is not None:
            details |= describe_finding(found)
        event = Event(self._clock(), name, schedule, slot, exit_code, details, found)
        if self.has_told or name != "run-ended" or exit_code:
            self._write(event)
        self.has_told = True
        self._listen(event)

    def _write(self, event: Event) -> None:
        if self._file is None:
            return
        try:
            append_line(self._file, write_event(event))
        except OSError as failure:
            file, self._file = shown_path(self._file), None
            message = f"the log cannot be written: {failure.strerror or failure}"
            hint = "see whether there is room and whether you may write there; the run goes on without it"
            found = Diagnostic(Code.LOG_UNWRITABLE, message, file, hint=hint, severity=Severity.WARNING)
            self._listen(Event(self._clock(), "finding", details=describe_finding(found), found=found))


def write_event(event: Event) -> bytes:
    """Give an event as one line of JSON, without its end."""
    data = {
        "time": write_time(event.time),
        "event": event.name,
        "schedule": event.schedule or None,
        "slot": write_time(event.slot) if event.slot else None,
        "exit_code": event.exit_code,
        **event.details,
    }
    return json.dumps({key: value for key, value in data.items() if value is not None}, ensure_ascii=False).encode()


def write_time(moment: datetime.datetime) -> str:
    """Give a moment as ``2026-05-04T05:00:00Z``."""
    return f"{moment.astimezone(datetime.UTC):%Y-%m-%dT%H:%M:%SZ}"


def describe_finding(found: Diagnostic) -> dict[str, Any]:
    """Give a finding as data, as `briefmaker check --format json` names its parts."""
    return {
        "severity": found.severity.value,
        "code": str(found.code),
        "file": found.file,
        "line": found.span.line,
        "message": found.message,
        "hint": found.hint or None,
    }
