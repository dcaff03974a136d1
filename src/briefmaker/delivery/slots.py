"""What was done by schedule: each time of each schedule, once, with how it ended; kept in SQLite so that no crash forgets it."""

import contextlib
import datetime
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from briefmaker.delivery.due import Timing
from briefmaker.diagnostics import BriefmakerError

SLOTS_NAME = "slots.sqlite"
_LAYOUT = 1
_WAIT_SECONDS = 30
_TABLES = f"""
BEGIN IMMEDIATE;
CREATE TABLE IF NOT EXISTS schedules (
    name TEXT PRIMARY KEY, cron TEXT NOT NULL, zone TEXT NOT NULL, since TEXT NOT NULL
) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS slots (
    schedule TEXT NOT NULL, at TEXT NOT NULL, state TEXT NOT NULL, is_asked INTEGER NOT NULL, attempts INTEGER NOT NULL,
    begun TEXT, ended TEXT, exit_code INTEGER, summary TEXT NOT NULL, PRIMARY KEY (schedule, at)
) WITHOUT ROWID;
PRAGMA user_version = {_LAYOUT};
COMMIT;
"""
_COLUMNS = "schedule, at, state, is_asked, attempts, begun, ended, exit_code, summary"


class SlotState(StrEnum):
    """How far the work of one time has come."""

    BEGUN = "begun"
    """It is being done, or whoever did it died."""
    DONE = "done"
    FAILED = "failed"
    OVERTAKEN = "overtaken"
    """A later time was due as well, and was done instead."""
    MISSED = "missed"
    """Nothing ran when it came, and it is not caught up."""
    STOPPED = "stopped"
    """Whoever did it was asked to stop; the next run does it again."""


REASONS = {
    SlotState.OVERTAKEN: "a later time was due as well",
    SlotState.MISSED: "nothing ran when it came, and it is not caught up",
}
"""Why a time is not run, in words."""


@dataclass(frozen=True, slots=True)
class Slot:
    """One time of a schedule, and what became of it; ``is_asked`` where somebody asked for it, outside of its times.

    ``attempts`` counts how often it was begun and not stopped on purpose; ``begun`` and ``ended`` are moments in UTC, None
    where it was not.
    """

    schedule: str
    at: datetime.datetime
    state: SlotState
    is_asked: bool = False
    attempts: int = 1
    begun: datetime.datetime | None = None
    ended: datetime.datetime | None = None
    exit_code: int | None = None
    summary: str = ""


@dataclass(frozen=True, slots=True)
class Sighting:
    """When a schedule was due as it was seen last, and the moment up to which its times are dealt with."""

    timing: Timing
    since: datetime.datetime


class SlotRecords:
    """The records of a workspace's schedules; used with ``with``.

    Every change is on the disk before it returns. Raises BriefmakerError, that says what to do, where the file is broken, was
    made by a newer briefmaker, or cannot be written.
    """

    def __init__(self, folder: Path) -> None:
        self._file = folder / SLOTS_NAME
        self._connection: sqlite3.Connection | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, raised: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._connection is not None:
            self._connection.close()
            self._connection = None

    def sightings(self) -> dict[str, Sighting]:
        """Give every schedule that was seen, by name; none where nothing was ever recorded."""
        rows = self._read("SELECT name, cron, zone, since FROM schedules")
        return {name: Sighting(Timing(cron, zone), _read_moment(since)) for name, cron, zone, since in rows}

    def see(self, name: str, sighting: Sighting) -> None:
        """Keep how a schedule is seen now; its times begin anew from the moment that this says."""
        with self._changing() as connection:
            row = (name, sighting.timing.cron, sighting.timing.zone, _write_moment(sighting.since))
            connection.execute("INSERT OR REPLACE INTO schedules (name, cron, zone, since) VALUES (?, ?, ?, ?)", row)

    def forget(self, name: str) -> None:
        """Forget a schedule that is no more; what was done for it stays, and should it come back, it is seen anew."""
        with self._changing() as connection:
            connection.execute("DELETE FROM schedules WHERE name = ?", (name,))

    def skip(
        self, name: str, slots: Iterable[datetime.datetime], state: SlotState, now: datetime.datetime
    ) -> tuple[datetime.datetime, ...]:
        """Record times that will not run, as OVERTAKEN or MISSED; gives those of which nothing was known before."""
        with self._changing() as connection:
            new = []
            for at in slots:
                row = (name, _write_moment(at), state, _write_moment(now), REASONS[state])
                sentence = "INSERT OR IGNORE INTO slots (schedule, at, state, is_asked, attempts, ended, summary)"
                if connection.execute(f"{sentence} VALUES (?, ?, ?, 0, 0, ?, ?)", row).rowcount:
                    new.append(at)
                _deal_with(connection, name, at)
        return tuple(new)

    def begin(self, name: str, at: datetime.datetime, now: datetime.datetime, *, is_asked: bool = False) -> bool:
        """Record that the work of a time begins; False, and nothing is to be done, where it was recorded before."""
        with self._changing() as connection:
            row = (name, _write_moment(at), SlotState.BEGUN, is_asked, _write_moment(now))
            sentence = "INSERT OR IGNORE INTO slots (schedule, at, state, is_asked, attempts, begun, summary)"
            is_new = connection.execute(f"{sentence} VALUES (?, ?, ?, ?, 1, ?, '')", row).rowcount > 0
            if not is_asked:
                _deal_with(connection, name, at)
        return is_new

    def begin_again(self, slot: Slot, now: datetime.datetime) -> None:
        """Record that work that did not come to its end is done again."""
        with self._changing() as connection:
            connection.execute(
                "UPDATE slots SET state = ?, attempts = attempts + 1, begun = ?, ended = NULL WHERE schedule = ? AND at = ?",
                (SlotState.BEGUN, _write_moment(now), slot.schedule, _write_moment(slot.at)),
            )

    def end(
        self,
        name: str,
        at: datetime.datetime,
        state: SlotState,
        now: datetime.datetime,
        *,
        exit_code: int | None = None,
        summary: str = "",
    ) -> None:
        """Record how the work of a time ended."""
        with self._changing() as connection:
            connection.execute(
                "UPDATE slots SET state = ?, ended = ?, exit_code = ?, summary = ?, attempts = attempts - ?"
                " WHERE schedule = ? AND at = ?",
                (state, _write_moment(now), exit_code, summary, state is SlotState.STOPPED, name, _write_moment(at)),
            )

    def unfinished(self) -> tuple[Slot, ...]:
        """Give the times whose work was begun and did not end, oldest first.

        Whoever holds the workspace's lock knows that nobody is at work on them.
        """
        states = (SlotState.BEGUN, SlotState.STOPPED)
        return self._read_slots("WHERE state IN (?, ?) ORDER BY at, schedule", states)

    def latest(self, count: int) -> tuple[Slot, ...]:
        """Give the newest times that are recorded, newest first; those that were overtaken are no news."""
        states = (SlotState.OVERTAKEN, count)
        return self._read_slots("WHERE state <> ? ORDER BY at DESC, schedule LIMIT ?", states)

    def latest_of(self, name: str) -> Slot | None:
        """Give the newest time of a schedule that was not overtaken, or None."""
        states = (name, SlotState.OVERTAKEN)
        found = self._read_slots("WHERE schedule = ? AND state <> ? ORDER BY at DESC LIMIT 1", states)
        return found[0] if found else None

    def _read_slots(self, condition: str, values: Iterable[Any]) -> tuple[Slot, ...]:
        # The condition is one of those above, and what varies in it is bound.
        rows = self._read(f"SELECT {_COLUMNS} FROM slots {condition}", values)  # noqa: S608
        return tuple(_read_slot(row) for row in rows)

    def _read(self, sentence: str, values: Iterable[Any] = ()) -> list[Any]:
        if self._connection is None and not self._file.is_file():
            return []
        with self._guarded():
            return self._open().execute(sentence, tuple(values)).fetchall()

    @contextlib.contextmanager
    def _changing(self) -> Iterator[sqlite3.Connection]:
        """Give the connection for changes that are made together, or not at all."""
        with self._guarded():
            connection = self._open()
            connection.execute("BEGIN IMMEDIATE")
            try:
                yield connection
                connection.execute("COMMIT")
            except BaseException:
                # On a full disk SQLite has gone back by itself already.
                if connection.in_transaction:
                    connection.execute("ROLLBACK")
                raise

    def _open(self) -> sqlite3.Connection:
        if self._connection is None:
            self._file.parent.mkdir(parents=True, exist_ok=True)
            connection = sqlite3.connect(self._file, timeout=_WAIT_SECONDS, isolation_level=None)
            try:
                self._prepare(connection)
            except BaseException:
                connection.close()
                raise
            self._connection = connection
        return self._connection

    def _prepare(self, connection: sqlite3.Connection) -> None:
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA synchronous = FULL")
        layout = connection.execute("PRAGMA user_version").fetchone()[0]
        if layout > _LAYOUT:
            hint = "bring this briefmaker up to date; the other one's records are left as they are"
            raise BriefmakerError(f"{self._file} was made by a newer briefmaker", hint)
        if layout < _LAYOUT:
            connection.executescript(_TABLES)

    @contextlib.contextmanager
    def _guarded(self) -> Iterator[None]:
        try:
            yield
        except sqlite3.OperationalError as failure:
            hint = "see whether there is room, whether you may write there, and whether another program has it open"
            raise BriefmakerError(f"{self._file} cannot be used: {failure}", hint, exit_code=1) from failure
        except sqlite3.DatabaseError as failure:
            hint = f"bring it back from a backup, or move it away with {SLOTS_NAME}-wal: schedules then begin at that moment"
            raise BriefmakerError(f"{self._file} is damaged: {failure}", hint, exit_code=1) from failure
        except OSError as failure:
            hint = "see whether there is room and whether you may write there"
            message = f"{self._file} cannot be made: {failure.strerror or failure}"
            raise BriefmakerError(message, hint, exit_code=1) from failure


def _deal_with(connection: sqlite3.Connection, name: str, at: datetime.datetime) -> None:
    """Have a time, and all before it, count as dealt with."""
    moment = _write_moment(at)
    connection.execute("UPDATE schedules SET since = ? WHERE name = ? AND since < ?", (moment, name, moment))


def _read_slot(row: Sequence[Any]) -> Slot:
    name, at, state, is_asked, attempts, begun, ended, exit_code, summary = row
    moments = tuple(_read_moment(each) if each else None for each in (begun, ended))
    return Slot(
        name, _read_moment(at), SlotState(state), bool(is_asked), attempts, moments[0], moments[1], exit_code, summary
    )


def _write_moment(moment: datetime.datetime) -> str:
    """Give a moment as text that sorts as moments do."""
    return moment.astimezone(datetime.UTC).isoformat(timespec="microseconds")


def _read_moment(text: str) -> datetime.datetime:
    return datetime.datetime.fromisoformat(text)
