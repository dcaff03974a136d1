"""What a dask worker does with a task: it hands it to a process of its own, and ends that one when it is out of bounds."""

import contextlib
import pickle
import subprocess
import sys
import threading
import time
from collections import defaultdict, deque
from collections.abc import Sequence
from dataclasses import dataclass
from multiprocessing import Pipe

from briefmaker.batch.causes import tell_deadline, tell_end
from briefmaker.batch.done import Cause, Failure
from briefmaker.batch.limits import Limits
from briefmaker.batch.scratch import scratch_folder

_LATEST = 0.5
"""Seconds after the deadline at which a process is ended that the system has not ended."""
_START_SECONDS = 60.0


@dataclass(frozen=True, slots=True)
class Run:
    """One run of a coordinator: its name, and what holds for all of its tasks."""

    name: str
    limits: Limits
    preload: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Answer:
    """What became of a task here: what ``in_worker.perform`` gave, or the failure that ended its process; seconds it took."""

    content: bytes
    failure: Failure | None
    seconds: float


class _Child:
    """A process for tasks; not to be used any more once ``is_over``."""

    def __init__(self, run: Run) -> None:
        self._limits = run.limits
        self._left = run.limits.tasks_a_worker
        self._folders = contextlib.ExitStack()
        folder = self._folders.enter_context(scratch_folder())
        self._connection, theirs = Pipe()
        program = [sys.executable, "-P", "-m", "briefmaker.batch.dask_child", str(theirs.fileno())]
        quiet = subprocess.DEVNULL
        with theirs:
            # Nothing of it comes from outside.
            self._process = subprocess.Popen(program, pass_fds=[theirs.fileno()], stdin=quiet, stdout=quiet)  # noqa: S603
        self._connection.send_bytes(pickle.dumps((run.limits, run.preload, str(folder))))
        self.is_over = False

    def perform(self, content: bytes) -> Answer:
        """Perform one task; what it does to its process is told as a failure."""
        start = time.monotonic()
        try:
            if not self._is_ready():
                return self._fail(Failure(Cause.KILLED, "its process did not start"), start)
            start = time.monotonic()
            self._connection.send_bytes(content)
            if not self._connection.poll(self._limits.seconds + _LATEST):
                return self._fail(tell_deadline(self._limits), start)
            answer = self._connection.recv_bytes()
        except (EOFError, OSError):
            self._process.wait()
            return self._fail(tell_end(self._process.returncode, self._limits), start)
        self._left -= 1
        if not self._left:
            self.end()
        return Answer(answer, None, time.monotonic() - start)

    def _is_ready(self) -> bool:
        """Wait until a process that was just started says that it is set up."""
        if self._left < self._limits.tasks_a_worker:
            return True
        return self._connection.poll(_START_SECONDS) and self._connection.recv_bytes() == b""

    def _fail(self, failure: Failure, start: float) -> Answer:
        self.end()
        return Answer(b"", failure, time.monotonic() - start)

    def kill(self) -> None:
        """End the process while another thread waits for it, which then finds it dead and clears up."""
        self._process.kill()

    def end(self) -> None:
        """End the process, whatever it is at, and remove what it put aside."""
        self.is_over = True
        self._process.kill()
        self._process.wait()
        self._connection.close()
        self._folders.close()


_LOCK = threading.Lock()
_FREE: defaultdict[str, list[_Child]] = defaultdict(list)
_BUSY: defaultdict[str, set[_Child]] = defaultdict(set)
_ENDED: deque[str] = deque(maxlen=1000)
"""Runs that have ended, of late: dask may hand over a task of one all the same, which was on its way when it was cancelled."""


def perform_in_child(run: Run, content: bytes) -> bytes:
    """Perform a pickled function and task in a process that is kept warm for the run; gives the pickled ``Answer``.

    This is what dask is asked to do, in a thread of a worker.
    """
    child = _take_child(run)
    if child is None:
        return pickle.dumps(Answer(b"", Failure(Cause.KILLED, "its run has ended"), 0.0))
    try:
        answer = child.perform(content)
    finally:
        with _LOCK:
            busy = _BUSY.get(run.name, set())
            if child in busy and not child.is_over:
                _FREE[run.name].append(child)
            busy.discard(child)
    return pickle.dumps(answer)


def _take_child(run: Run) -> _Child | None:
    """Give a process for a task, a warm one where there is one; None when the run has ended meanwhile."""
    with _LOCK:
        free = _FREE[run.name] if run.name not in _ENDED else []
        child = free.pop() if free else None
    child = child or _Child(run)
    with _LOCK:
        if run.name not in _ENDED:
            _BUSY[run.name].add(child)
            return child
    child.end()
    return None


def end_run(names: Sequence[str]) -> None:
    """End all processes of these runs here, whatever they are at, and begin none for them any more."""
    for name in names:
        with _LOCK:
            _ENDED.append(name)
            free, busy = _FREE.pop(name, []), _BUSY.pop(name, set())
        for child in free:
            child.end()
        for child in busy:
            child.kill()
