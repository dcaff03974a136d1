"""The pool behind ``run_tasks``: tasks go out as workers come free, and what became of each is told as a value."""

import pickle
import time
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, Future, wait
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass, replace
from multiprocessing.context import BaseContext
from pathlib import Path
from typing import Any

from pebble import ProcessExpired, ProcessPool

from briefmaker.batch.causes import tell_deadline, tell_end, tell_lost, tell_raised
from briefmaker.batch.done import Done, Failure
from briefmaker.batch.in_worker import describe, perform, set_up_worker
from briefmaker.batch.limits import Limits
from briefmaker.diagnostics import BriefmakerError

_AHEAD = 2
"""How many tasks wait beside those that workers are at, so that no worker waits for one."""
_LOOK_EVERY = 0.1
_LATEST = 0.5
"""Seconds after the deadline at which the coordinator ends a worker that the system has not ended."""
_SILENCE = 10.0
"""Seconds beyond the deadline without a sign of any task, after which the pool is given up and another one begun.

A worker that is killed from outside while it holds the pipe that all have in common stops the others too; nothing else is so
quiet.
"""
_MOST_TRIES = 2


@dataclass(frozen=True, slots=True)
class _Flight:
    """A task that is out: how often it was tried, and when it was first seen to be worked on."""

    number: int
    task: Any
    tries: int = 1
    started: float | None = None


class Pool:
    """Workers for one function."""

    def __init__(
        self, function: Callable[[Any], Any], workers: int, limits: Limits, context: BaseContext, folder: Path
    ) -> None:
        self._function = function
        self._workers = workers
        self._limits = limits
        self._context = context
        self._folder = folder
        self._flights: dict[Future[bytes], _Flight] = {}
        self._heard = time.monotonic()
        self._pool = self._open()

    def _open(self) -> ProcessPool:
        arguments = (self._limits, self._folder)
        return ProcessPool(self._workers, self._limits.tasks_a_worker, set_up_worker, arguments, self._context)

    def stop(self) -> None:
        """End all workers at once, whatever they are at."""
        self._pool.stop()  # type: ignore[no-untyped-call] # pebble types some of its methods only
        self._pool.join()

    def run(self, tasks: Iterable[Any]) -> Iterator[Done[Any, Any]]:
        """Perform tasks and give each as it ends."""
        waiting = (_Flight(number, task) for number, task in enumerate(tasks))
        self._send_more(waiting)
        while self._flights:
            for future in self._listen():
                yield from self._end(future)
            if time.monotonic() - self._heard > self._limits.seconds + _SILENCE:
                yield from self._begin_anew()
            self._send_more(waiting)

    def _send_more(self, waiting: Iterator[_Flight]) -> None:
        while len(self._flights) < self._workers + _AHEAD:
            flight = next(waiting, None)
            if flight is None:
                return
            self._send(flight)

    def _send(self, flight: _Flight) -> None:
        arguments = (self._function, flight.task, self._limits)
        future: Future[bytes]
        try:
            future = self._pool.schedule(perform, arguments, timeout=self._limits.seconds + _LATEST)
        except (BrokenProcessPool, OSError) as failure:
            hint = "see whether the machine has memory and processes left; `--jobs` asks for fewer"
            raise BriefmakerError("no worker process can be started here", hint, exit_code=1) from failure
        except RuntimeError:
            # The pool broke down since the last look: what is told of the others that are out holds for this one.
            future = Future()
            future.set_exception(BrokenProcessPool())
        self._flights[future] = flight

    def _listen(self) -> Iterable[Future[bytes]]:
        """Give the tasks that ended lately, and note those that have begun."""
        ended, _ = wait(self._flights, _LOOK_EVERY, FIRST_COMPLETED)
        begun = [future for future, each in self._flights.items() if each.started is None and future.running()]
        now = time.monotonic()
        for future in begun:
            self._flights[future] = replace(self._flights[future], started=now)
        if ended or begun:
            self._heard = now
        return ended

    def _end(self, future: "Future[bytes]") -> Iterator[Done[Any, Any]]:
        if future not in self._flights:
            return  # it went out again with a new pool
        if isinstance(future.exception(), BrokenProcessPool):
            yield from self._begin_anew()
            return
        yield _tell(future, self._flights.pop(future), self._limits)

    def _begin_anew(self) -> Iterator[Done[Any, Any]]:
        """Give up this pool, and send what is out to another one; what has brought down two is told as lost."""
        flights = sorted(self._flights.values(), key=lambda each: each.number)
        self._flights.clear()
        self.stop()
        self._pool = self._open()
        self._heard = time.monotonic()
        for flight in flights:
            if flight.tries < _MOST_TRIES:
                self._send(replace(flight, tries=flight.tries + 1, started=None))
            else:
                yield _fail(flight, tell_lost())


def _tell(future: "Future[bytes]", flight: _Flight, limits: Limits) -> Done[Any, Any]:
    """Give what became of a task that ended."""
    try:
        content, raised, seconds = pickle.loads(future.result())  # noqa: S301 - it comes from a worker of ours
    except ProcessExpired as expired:
        return _fail(flight, tell_end(expired.exitcode, limits))
    except TimeoutError:
        return _fail(flight, tell_deadline(limits))
    except Exception as unsendable:  # noqa: BLE001 - a task that cannot be pickled is a mistake of its own
        return _fail(flight, tell_raised(*describe(unsendable)))
    if raised is not None:
        return Done(flight.number, flight.task, None, tell_raised(*raised), seconds)
    return Done(flight.number, flight.task, pickle.loads(content), None, seconds)  # noqa: S301 - the same


def _fail(flight: _Flight, failure: Failure) -> Done[Any, Any]:
    seconds = time.monotonic() - flight.started if flight.started is not None else 0.0
    return Done(flight.number, flight.task, None, failure, seconds)
