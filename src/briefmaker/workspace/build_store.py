"""Remembers what was built of what, so that only what has changed is built again.

A small SQLite file beside the documents. It holds nothing that is not in the workspace: removing it costs the time of one
build. Whatever is wrong with it, a build goes on as if it were empty.
"""

import contextlib
import json
import os
import sqlite3
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

STORE_FOLDER, STORE_NAME = ".briefmaker", "builds.sqlite"
_LAYOUT = 1
_WAIT_SECONDS = 10


@dataclass(frozen=True, slots=True)
class WrittenFile:
    """A file that was written: its name in the folder, SHA-256, size in bytes, and when the disk says it was changed last."""

    name: str
    sha256: str
    size: int
    changed: int


@dataclass(frozen=True, slots=True)
class BuildRecord:
    """What was built: with which ``environment``, of which files (each with its SHA-256), which files, and what was told.

    ``told`` is any data that can be written as JSON.
    """

    environment: str
    seen: Mapping[str, str]
    written: tuple[WrittenFile, ...]
    told: Mapping[str, Any] = field(default_factory=dict)


def tell_last_build(folder: Path) -> float:
    """Give when something was last kept of what stands in a folder, in seconds since 1970; 0 where nothing was."""
    try:
        return (folder / STORE_FOLDER / STORE_NAME).stat().st_mtime
    except OSError:
        return 0.0


class BuildStore:
    """The records of one folder of documents, by key; reading and keeping never raise.

    Several processes may use it at once: each keeps what it built, and the last word counts.
    """

    def __init__(self, folder: Path) -> None:
        self._file = folder / STORE_FOLDER / STORE_NAME
        self._connection: sqlite3.Connection | None = None

    def read_all(self) -> dict[str, BuildRecord]:
        """Give all records; none where there is no store, or none that can be read."""
        if not self._file.is_file():
            return {}
        with self._guarded():
            rows = self._open().execute("SELECT key, record FROM builds").fetchall()
            return {key: record for key, text in rows if (record := _read_record(text)) is not None}
        return {}

    def keep(self, key: str, record: BuildRecord) -> None:
        """Keep a record instead of what was there for its key."""
        with self._guarded():
            text = json.dumps(asdict(record), ensure_ascii=False, separators=(",", ":"))
            self._open().execute("INSERT OR REPLACE INTO builds (key, record) VALUES (?, ?)", (key, text))

    def forget(self, key: str) -> None:
        """Forget what was built for a key."""
        if self._file.is_file():
            with self._guarded():
                self._open().execute("DELETE FROM builds WHERE key = ?", (key,))

    def close(self) -> None:
        """Close the file; it is opened again when it is needed."""
        if self._connection is not None:
            with contextlib.suppress(sqlite3.Error):
                self._connection.close()
            self._connection = None

    def _open(self) -> sqlite3.Connection:
        if self._connection is None:
            self._file.parent.mkdir(parents=True, exist_ok=True)
            connection = sqlite3.connect(self._file, timeout=_WAIT_SECONDS, isolation_level=None)
            # What a crash may cost here is time, so nothing waits for the disk.
            connection.execute("PRAGMA journal_mode = WAL")
            connection.execute("PRAGMA synchronous = OFF")
            if connection.execute("PRAGMA user_version").fetchone()[0] != _LAYOUT:
                connection.executescript(
                    "BEGIN IMMEDIATE; DROP TABLE IF EXISTS builds;"
                    "CREATE TABLE builds (key TEXT PRIMARY KEY, record TEXT NOT NULL) WITHOUT ROWID;"
                    f"PRAGMA user_version = {_LAYOUT}; COMMIT;"
                )
            self._connection = connection
        return self._connection

    @contextlib.contextmanager
    def _guarded(self) -> Iterator[None]:
        """Do without the store where it fails; one that is broken is removed, to be begun anew."""
        try:
            yield
        except sqlite3.OperationalError:
            self.close()
        except sqlite3.DatabaseError:
            self.close()
            for file in self._file.parent.glob(f"{STORE_NAME}*"):
                with contextlib.suppress(OSError):
                    file.unlink()
        except OSError:
            self.close()


def describe_written(file: Path, sha256: str) -> WrittenFile:
    """Give what is remembered of a file that was just written. Raises OSError."""
    status = file.stat()
    return WrittenFile(file.name, sha256, status.st_size, status.st_mtime_ns)


def is_as_written(folder: Path, written: WrittenFile) -> bool:
    """Tell whether a file is there as it was left; one that was touched since counts as changed."""
    try:
        status = os.stat(folder / written.name)  # noqa: PTH116 - called ten thousand times; a Path costs more than the call
    except OSError:
        return False
    return (status.st_size, status.st_mtime_ns) == (written.size, written.changed)


def _read_record(text: str) -> BuildRecord | None:
    try:
        data = json.loads(text)
        written = tuple(WrittenFile(**each) for each in data["written"])
        return BuildRecord(data["environment"], data["seen"], written, data["told"])
    except (ValueError, TypeError, KeyError):
        return None
