"""Shows that a process is still sending: a lock that the system lets go when the process ends, however it ends.

A number of a process would not do: numbers are used again, and two containers that share a folder have the same ones.
"""

import contextlib
import os
import secrets
import socket
from pathlib import Path

from filelock import FileLock, Timeout

_FOLDER = "senders"


class Presence:
    """The presence of this process in a folder of records; ``name`` says who it is: machine, process, and a random part."""

    def __init__(self, folder: Path) -> None:
        self.name = f"{socket.gethostname()}:{os.getpid()}:{secrets.token_hex(6)}"
        locks = folder / _FOLDER
        locks.mkdir(mode=0o700, exist_ok=True)
        self._lock = FileLock(_find_lock(folder, self.name), mode=0o600)
        self._lock.acquire(timeout=0)

    def end(self) -> None:
        """Be gone."""
        self._lock.release()
        with contextlib.suppress(OSError):
            Path(self._lock.lock_file).unlink(missing_ok=True)


def is_present(folder: Path, name: str) -> bool:
    """Tell whether the process of this name is there; what a dead one left is removed."""
    file = _find_lock(folder, name)
    if not file.exists():
        return False
    lock = FileLock(file, mode=0o600)
    try:
        lock.acquire(timeout=0)
    except Timeout:
        return True
    lock.release()
    with contextlib.suppress(OSError):
        file.unlink(missing_ok=True)
    return False


def _find_lock(folder: Path, name: str) -> Path:
    return folder / _FOLDER / f"{name.rpartition(':')[2]}.lock"
