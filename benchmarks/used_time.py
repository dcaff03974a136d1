"""Tells what a work used: time on the clock, and the time of all processes it started, also those that outlived their parents."""

import contextlib
import ctypes
import os
import platform
import resource
import statistics
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

_BECOME_REAPER = 36  # PR_SET_CHILD_SUBREAPER of Linux's prctl: orphans become children of this process


@dataclass(frozen=True)
class Used:
    """Seconds on the clock, and seconds of processor time of all that ran."""

    wall: float
    processor: float


def measure_used(work: Callable[[], None]) -> Used:
    """Give what a work uses, done once."""
    if platform.system() == "Linux":
        ctypes.CDLL(None).prctl(_BECOME_REAPER, 1, 0, 0, 0)
    before = _processor_time()
    start = time.perf_counter()
    work()
    wall = time.perf_counter() - start
    _wait_for_orphans()
    return Used(wall, _processor_time() - before)


def middle_of(used: Sequence[Used]) -> Used:
    """Give the medians of several measurements."""
    return Used(statistics.median(each.wall for each in used), statistics.median(each.processor for each in used))


def name_machine() -> str:
    """Give the machine in a line: its processor, cores, memory, system and Python."""
    processor = platform.processor() or platform.machine()
    with contextlib.suppress(OSError):
        lines = Path("/proc/cpuinfo").read_text("utf-8").splitlines()
        processor = next((line.split(":")[1].strip() for line in lines if line.startswith("model name")), processor)
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    return (
        f"{processor}, {os.cpu_count()} cores, {memory:.0f} GB, {platform.system()}, Python {platform.python_version()}"
    )


def _processor_time() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def _wait_for_orphans() -> None:
    with contextlib.suppress(ChildProcessError):
        while True:
            os.wait()
