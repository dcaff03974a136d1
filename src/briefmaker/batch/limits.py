"""What a task may take, and how the system is told to hold it to that."""

import contextlib
import os
import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

_PR_SET_PDEATHSIG = 1  # <linux/prctl.h>
_F_SETSIG = 10  # <asm-generic/fcntl.h>


@dataclass(frozen=True, slots=True)
class Limits:
    """What one task may take: seconds from its start to its end, and megabytes of address space of its process.

    What a fork was given by the process that it is a fork of does not count. A worker is replaced after ``tasks_a_worker``, as
    what it runs may lose memory: 28 KB a rendered brief.
    """

    seconds: float = 60
    megabytes: int = 1024
    tasks_a_worker: int = 300


def read_address_space() -> int:
    """Give the bytes of address space that this process has; Linux only."""
    pages = Path("/proc/self/statm").read_text("ascii").split()[0]
    return int(pages) * os.sysconf("SC_PAGE_SIZE")


def limit_memory(limits: Limits, given: int = 0) -> None:
    """Have the system refuse this process, for ever, more address space than it may take beyond the bytes it was given."""
    # Windows has neither this limit nor the timer below; there the coordinator alone ends what takes too long.
    if sys.platform == "win32":
        return
    import resource

    size = limits.megabytes * 1_000_000 + given
    # macOS knows the limit and does not take it.
    with contextlib.suppress(OSError, ValueError):
        resource.setrlimit(resource.RLIMIT_AS, (size, size))


@contextmanager
def deadline(limits: Limits) -> Iterator[None]:
    """Have the system end this process by SIGALRM when what is done within takes too long, whatever it is busy with."""
    if not hasattr(signal, "setitimer"):
        yield
        return
    signal.signal(signal.SIGALRM, signal.SIG_DFL)
    signal.setitimer(signal.ITIMER_REAL, limits.seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)


def die_with_parent() -> None:
    """Have the system kill this process when the one that forked it dies, even by SIGKILL; Linux only."""
    if not sys.platform.startswith("linux"):
        return
    import ctypes

    parent = os.getppid()
    ctypes.CDLL(None, use_errno=True).prctl(_PR_SET_PDEATHSIG, signal.SIGKILL)
    if os.getppid() != parent:
        os.kill(os.getpid(), signal.SIGKILL)


def die_with_coordinator() -> None:
    """Have the system kill this worker when the coordinator dies, even by SIGKILL, whatever it is busy with; Linux only.

    Its parent is the fork server, which lives as long as any worker; so it watches the pipe whose other end only the
    coordinator holds: when that is closed, a signal comes (fcntl(2), O_ASYNC).
    """
    # Imported here, since a fork needs none of it.
    import multiprocessing.connection

    coordinator = multiprocessing.parent_process()
    if coordinator is None or not sys.platform.startswith("linux"):
        return
    import fcntl

    pipe = coordinator.sentinel
    fcntl.fcntl(pipe, fcntl.F_SETOWN, os.getpid())
    fcntl.fcntl(pipe, _F_SETSIG, signal.SIGKILL)
    fcntl.fcntl(pipe, fcntl.F_SETFL, fcntl.fcntl(pipe, fcntl.F_GETFL) | os.O_ASYNC)
    if multiprocessing.connection.wait([pipe], 0):
        os.kill(os.getpid(), signal.SIGKILL)
