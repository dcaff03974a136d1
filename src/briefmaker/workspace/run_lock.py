"""One run by schedule at a time in a workspace, on every system; whoever comes second learns who is at work."""

import contextlib
import json
import os
import socket
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from pathlib import Path

from filelock import FileLock, Timeout

from briefmaker.diagnostics import BriefmakerError
from briefmaker.workspace.output import write_files

LOCK_NAME, HOLDER_NAME = "run.lock", "run.json"
_LOCKED = 3
_PATIENCE = 1
"""Seconds: whoever only asks who is at work holds the lock for a moment too."""


@dataclass(frozen=True, slots=True)
class Holder:
    """Who holds the lock: process and machine, and since when, as text."""

    process: int
    machine: str
    since: str

    def __str__(self) -> str:
        """Say it in words."""
        return f"process {self.process} on {self.machine}, since {self.since}"


@contextlib.contextmanager
def hold_run_lock(folder: Path, since: str) -> Iterator[None]:
    """Keep other runs out while the work within is done; ``since`` is what the others are told.

    The system lets go of the lock when its process ends, however that comes. Raises BriefmakerError with exit code 3, which
    names the holder, where another run is at work, and with exit code 1 where no lock can be made.
    """
    lock = FileLock(folder / LOCK_NAME, timeout=_PATIENCE)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        lock.acquire()
    except Timeout:
        holder = _read_holder(folder)
        hint = "wait until it has ended; what is due is not lost"
        raise BriefmakerError(f"another run is at work here: {holder or 'unknown'}", hint, exit_code=_LOCKED) from None
    except OSError as failure:
        hint = "see whether there is room and whether you may write there"
        raise BriefmakerError(f"{folder} cannot be used: {failure.strerror or failure}", hint, exit_code=1) from failure
    try:
        _tell_holder(folder, Holder(os.getpid(), socket.gethostname(), since))
        yield
    finally:
        with contextlib.suppress(OSError):
            (folder / HOLDER_NAME).unlink(missing_ok=True)
        lock.release()


def find_holder(folder: Path) -> Holder | None:
    """Give who is at work, or None where nobody is. Nothing is made."""
    if not (folder / LOCK_NAME).is_file():
        return None
    lock = FileLock(folder / LOCK_NAME, timeout=0)
    try:
        lock.acquire()
    except Timeout:
        return _read_holder(folder)
    except OSError:
        return None
    lock.release()
    return None


def _tell_holder(folder: Path, holder: Holder) -> None:
    # Only what others are told hangs on it, so that a full disk is met where something can be said of it.
    with contextlib.suppress(OSError):
        write_files(folder, {HOLDER_NAME: json.dumps(asdict(holder)).encode()})


def _read_holder(folder: Path) -> Holder | None:
    try:
        return Holder(**json.loads((folder / HOLDER_NAME).read_bytes()))
    except (OSError, ValueError, TypeError):
        return None
