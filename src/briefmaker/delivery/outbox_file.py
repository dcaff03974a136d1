"""The file of the outbox: made whole, opened only when it is sound and its layout is known, and never made anew in silence."""

import contextlib
import os
import sqlite3
from collections.abc import Iterator
from pathlib import Path

from filelock import FileLock

from briefmaker.diagnostics import BriefmakerError
from briefmaker.workspace.output import sync_folder

OUTBOX_NAME = "outbox.sqlite"
LAYOUT = 1
_APPLICATION = 0x42724D6B
"""Says in the file's head that it is an outbox, so that no other database is taken for one."""
_WAIT_SECONDS = 30
_LOCKED = 3
"""What a command leaves with when another briefmaker is at work; the rooms below know no exit codes by name."""

_TABLES = """
CREATE TABLE pieces (
    number INTEGER PRIMARY KEY, sha256 TEXT NOT NULL UNIQUE, content BLOB NOT NULL);
CREATE TABLE abouts (
    number INTEGER PRIMARY KEY, key TEXT NOT NULL, file TEXT NOT NULL, data TEXT NOT NULL UNIQUE);
CREATE INDEX abouts_by_key ON abouts (key);
CREATE TABLE messages (
    number INTEGER PRIMARY KEY AUTOINCREMENT,
    sender TEXT NOT NULL, to_name TEXT NOT NULL, to_address TEXT NOT NULL,
    message_id TEXT NOT NULL UNIQUE,
    about INTEGER NOT NULL REFERENCES abouts, size INTEGER NOT NULL, queued_at TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('queued', 'sending', 'sent', 'failed', 'unknown', 'dropped')),
    attempts INTEGER NOT NULL DEFAULT 0, not_before TEXT NOT NULL, tried_at TEXT, sent_at TEXT,
    answer TEXT NOT NULL DEFAULT '', claim TEXT);
CREATE INDEX messages_by_state ON messages (state, number);
CREATE INDEX messages_by_about ON messages (about);
CREATE TABLE message_pieces (
    message INTEGER NOT NULL REFERENCES messages, place INTEGER NOT NULL, piece INTEGER NOT NULL REFERENCES pieces,
    PRIMARY KEY (message, place)) WITHOUT ROWID;
CREATE TABLE issued (
    key TEXT NOT NULL, version INTEGER NOT NULL, edition TEXT NOT NULL, date TEXT NOT NULL, content TEXT NOT NULL,
    PRIMARY KEY (key, version, edition));
CREATE TABLE events (
    number INTEGER PRIMARY KEY AUTOINCREMENT, at TEXT NOT NULL, event TEXT NOT NULL, file TEXT NOT NULL, key TEXT NOT NULL,
    message INTEGER REFERENCES messages, data TEXT NOT NULL);
CREATE INDEX events_by_file ON events (file);
CREATE INDEX events_by_key ON events (key);
CREATE INDEX events_by_message ON events (message);
"""

# What was said, to whom and about what does not change; of a message only what happens to it does.
_ONLY_ADDED = ("pieces", "abouts", "message_pieces", "issued", "events")
_FIXED = "sender, to_name, to_address, message_id, about, size, queued_at"


def _write_triggers() -> Iterator[str]:
    for table in _ONLY_ADDED:
        for change in ("UPDATE", "DELETE"):
            yield _refuse(f"{table}_{change.lower()}", f"{change} ON {table}")
    yield _refuse("messages_delete", "DELETE ON messages")
    yield _refuse("messages_fixed", f"UPDATE OF {_FIXED} ON messages")


def _refuse(name: str, change: str) -> str:
    return f"CREATE TRIGGER {name} BEFORE {change} BEGIN SELECT RAISE(ABORT, 'records are only ever added'); END;\n"


def open_outbox_file(folder: Path) -> sqlite3.Connection:
    """Give a connection to the outbox of a folder; both are made if need be, for the eyes of their owner alone.

    Raises BriefmakerError when it cannot be made or opened, is broken, or is of a newer briefmaker.
    """
    file = folder / OUTBOX_NAME
    with guarded(file):
        if not file.exists():
            _make(file)
        return _connect(file)


def _connect(file: Path) -> sqlite3.Connection:
    # rw: what has vanished in between is not made anew.
    connection = sqlite3.connect(
        f"{file.absolute().as_uri()}?mode=rw", uri=True, timeout=_WAIT_SECONDS, isolation_level=None
    )
    try:
        connection.execute("PRAGMA synchronous = FULL")
        # macOS tells that something is on the disk before it is, unless it is asked in this way.
        connection.execute("PRAGMA fullfsync = ON")
        connection.execute("PRAGMA foreign_keys = ON")
        _check_layout(file, connection)
    except BaseException:
        connection.close()
        raise
    return connection


def _check_layout(file: Path, connection: sqlite3.Connection) -> None:
    application = connection.execute("PRAGMA application_id").fetchone()[0]
    layout = connection.execute("PRAGMA user_version").fetchone()[0]
    if application != _APPLICATION or layout < 1:
        raise _tell_broken(file)
    if layout > LAYOUT:
        raise BriefmakerError(
            f"{file} was written by a newer briefmaker", "bring this one up to date; the outbox is left as it is"
        )


def _make(file: Path) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    with FileLock(file.with_name(f"{file.name}.lock"), timeout=_WAIT_SECONDS, mode=0o600):
        if file.exists():
            return
        if file.with_name(f"{file.name}-wal").exists():
            raise BriefmakerError(
                f"{file} is gone, and what was written last is still beside it",
                "put the file back beside its -wal; it holds what waits and what was sent",
            )
        _keep_private(file.parent)
        part = file.with_name(f"{file.name}.part")
        part.unlink(missing_ok=True)
        try:
            _write_layout(part)
            part.replace(file)
        finally:
            part.unlink(missing_ok=True)
        # Else the file, or its folder, might not be there after the machine lost its power.
        for folder in (file.parent, file.parent.parent):
            sync_folder(folder)


def _keep_private(folder: Path) -> None:
    """Keep others out of the folder, as far as it is ours, and what is in it out of a repository around it."""
    with contextlib.suppress(PermissionError):
        folder.chmod(0o700)
    ignored = folder / ".gitignore"
    if not ignored.exists():
        ignored.write_text("*\n", "ascii")


def _write_layout(part: Path) -> None:
    # SQLite gives what it writes beside a file the permissions of that file.
    os.close(os.open(part, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
    with contextlib.closing(sqlite3.connect(part, isolation_level=None)) as connection:
        connection.execute("PRAGMA synchronous = FULL")
        triggers = "".join(_write_triggers())
        marks = f"PRAGMA application_id = {_APPLICATION}; PRAGMA user_version = {LAYOUT};"
        connection.executescript(f"BEGIN;{_TABLES}{triggers}{marks}COMMIT;")
        connection.execute("PRAGMA journal_mode = WAL")


@contextlib.contextmanager
def guarded(file: Path) -> Iterator[None]:
    """Say what is wrong with the file as a BriefmakerError that says what to do."""
    try:
        yield
    except (sqlite3.IntegrityError, sqlite3.ProgrammingError):
        # What SQLite forbids here is for the caller; what it does not understand is a mistake of ours.
        raise
    except sqlite3.OperationalError as failure:
        raise _tell_failure(file, failure) from failure
    except sqlite3.DatabaseError as failure:
        raise _tell_broken(file) from failure
    except OSError as failure:
        raise BriefmakerError(
            f"{file} cannot be written: {failure.strerror or failure}", "nothing was put into it or taken out", 1
        ) from failure


_FAILURES = {
    "SQLITE_FULL": ("there is no room on the disk for it", "make room and try again; what was in it is kept"),
    "SQLITE_READONLY": ("it may not be written", "ask for the right to write the file and its folder"),
    "SQLITE_CANTOPEN": ("it cannot be opened", "ask for the right to read and write the file and its folder"),
    "SQLITE_IOERR": ("the disk did not take it", "see whether the disk is full or broken; what was in it is kept"),
}


def _tell_failure(file: Path, failure: sqlite3.OperationalError) -> BriefmakerError:
    name = "_".join(str(getattr(failure, "sqlite_errorname", "")).split("_")[:2])
    if name in {"SQLITE_BUSY", "SQLITE_LOCKED"}:
        return BriefmakerError(f"{file} is in use by another briefmaker", "try again when it has ended", _LOCKED)
    reason, hint = _FAILURES.get(name, (str(failure), "the outbox is left as it is"))
    return BriefmakerError(f"{file} cannot be used: {reason}", hint, 1)


def _tell_broken(file: Path) -> BriefmakerError:
    return BriefmakerError(
        f"{file} is broken, or is no outbox",
        "put it aside and take it from a backup: it says what waits and what was sent, so none is made in its place",
        1,
    )
