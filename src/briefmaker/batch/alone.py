"""Performs one task in a process of its own, which costs a few milliseconds: what it may do to itself, it does to no one else."""

import os
import pickle
import signal
import sys
import threading
import time
from collections.abc import Callable
from pathlib import Path

from briefmaker.batch.causes import tell_end, tell_raised
from briefmaker.batch.done import Done, Result, Task
from briefmaker.batch.in_worker import perform, set_up
from briefmaker.batch.limits import Limits, die_with_parent, read_address_space
from briefmaker.batch.scratch import scratch_folder

_BLOCK = 1 << 20


def run_alone(function: Callable[[Task], Result], task: Task, limits: Limits) -> Done[Task, Result]:
    """Perform one task in a fork of this process and give what became of it, as ``run_tasks`` does.

    Only where ``can_fork`` says so. An exception here, such as Ctrl-C, ends the fork at once.
    """
    start = time.monotonic()
    with scratch_folder() as folder:
        reader, writer = os.pipe()
        child = os.fork()
        if child == 0:
            _work(function, task, limits, folder, writer)
        os.close(writer)
        content, code = _wait(child, reader)
    return _tell(task, content, code, limits, time.monotonic() - start)


def can_fork() -> bool:
    """Tell whether this process may be forked: it has no other thread, whose locks the fork would hold for ever."""
    return sys.platform == "linux" and threading.active_count() == 1


def _work(function: Callable[[Task], Result], task: Task, limits: Limits, folder: Path, writer: int) -> None:
    """Be the fork; never comes back."""
    code = 1
    try:
        die_with_parent()
        set_up(limits, folder, read_address_space())
        content = memoryview(perform(function, task, limits))
        while content:
            content = content[os.write(writer, content) :]
        code = 0
    finally:
        os._exit(code)


def _wait(child: int, reader: int) -> tuple[bytes, int]:
    """Give what the fork sent before it ended, and the code with which it ended."""
    try:
        with open(reader, "rb") as stream:
            content = b"".join(iter(lambda: stream.read(_BLOCK), b""))
    except BaseException:
        os.kill(child, signal.SIGKILL)
        raise
    finally:
        _, status = os.waitpid(child, 0)
    return content, os.waitstatus_to_exitcode(status)


def _tell(task: Task, content: bytes, code: int, limits: Limits, seconds: float) -> Done[Task, Result]:
    if code != 0:
        return Done(0, task, None, tell_end(code, limits), seconds)
    result, raised, _ = pickle.loads(content)  # noqa: S301 - it comes from our own fork
    if raised is not None:
        return Done(0, task, None, tell_raised(*raised), seconds)
    return Done(0, task, pickle.loads(result), None, seconds)  # noqa: S301 - the same
