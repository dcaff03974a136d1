"""Runs a function on many tasks on the workers of a dask cluster, as ``workers.run_tasks`` does on this machine."""

import pickle
import queue
import secrets
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

from briefmaker.batch.causes import tell_raised
from briefmaker.batch.dask_children import Answer, Run, end_run, perform_in_child
from briefmaker.batch.dask_cluster import connect
from briefmaker.batch.done import Cause, Done, Failure, Result, Task
from briefmaker.batch.limits import Limits
from briefmaker.batch.workers import USUAL_LIMITS, count_cores
from briefmaker.diagnostics import BriefmakerError

NO_WORKER_SECONDS = 30.0
"""How long a cluster may be without any worker before the work is given up."""
_AHEAD = 2
_LOOK_EVERY = 0.5
_GATHER_SECONDS = 30
_MOST_ROUNDS = 20


@dataclass(frozen=True, slots=True)
class Lacking:
    """What a function gives back that cannot begin: the task is to be packed again, with what is named."""

    names: tuple[str, ...]


Pack = Callable[[Task, frozenset[str], bool], Any]
"""Makes of a task what is sent of it, when it is its turn: with all that was asked for, and if the last is true nothing left out
that was sent before."""


@dataclass(frozen=True, slots=True)
class _Flight:
    """A task that is out, what was asked for it so far, how often it was sent, and the seconds that it took till now."""

    number: int
    task: Any
    asked: frozenset[str] = frozenset()
    rounds: int = 1
    seconds: float = 0.0


def run_on_dask(  # noqa: PLR0913 - each is a keyword, and all but one are those of run_tasks
    function: Callable[[Any], Result | Lacking],
    tasks: Iterable[Task],
    *,
    cluster: str,
    pack: Pack[Task],
    workers: int | None = None,
    limits: Limits = USUAL_LIMITS,
    preload: Sequence[str] = (),
) -> Iterator[Done[Task, Result]]:
    """Perform tasks on a cluster and give each as it ends, in the order of ending.

    ``cluster`` is the address of a scheduler, or ``local``; ``workers`` the most tasks at a time, None for as many as the
    cluster has threads. ``function`` gets what ``pack`` made of a task, and may give ``Lacking`` to get more. The rest is as
    with ``run_tasks``. Raises BriefmakerError when there is no such cluster, when it is lost, and when for half a minute it
    has no worker.
    """
    run = Run(secrets.token_hex(8), limits, tuple(preload))
    with connect(cluster, workers or count_cores()) as client:
        pool = _Pool(client, cluster, run, function, pack)
        try:
            yield from pool.run(tasks, workers)
        finally:
            pool.stop()


class _Pool:
    """The tasks that are out on a cluster."""

    def __init__(self, client: Any, address: str, run: Run, function: Callable[[Any], Any], pack: Pack[Any]) -> None:
        self._client = client
        self._address = address
        self._run = run
        self._function = function
        self._pack = pack
        self._flights: dict[Any, _Flight] = {}
        self._ended: queue.SimpleQueue[Any] = queue.SimpleQueue()
        self._threads = 0
        self._looked = self._seen_worker = time.monotonic()

    def run(self, tasks: Iterable[Any], most: int | None) -> Iterator[Done[Any, Any]]:
        """Perform tasks and give each as it ends."""
        waiting = (_Flight(number, task) for number, task in enumerate(tasks))
        self._look(is_due=True)
        self._send_more(waiting, most)
        while self._flights:
            for future in self._listen():
                yield from self._end(future)
            self._look()
            self._send_more(waiting, most)

    def stop(self) -> None:
        """Take back what is out, and have the workers end what they are at."""
        try:
            if self._client.status == "running":
                self._client.cancel(list(self._flights), force=True)
                self._client.run(end_run, [self._run.name], on_error="ignore")
        except (OSError, RuntimeError, TimeoutError):
            return  # whoever is lost needs not be told to stop

    def _send_more(self, waiting: Iterator[_Flight], most: int | None) -> None:
        room = min(most or self._threads, self._threads or 1) + _AHEAD
        while len(self._flights) < room:
            flight = next(waiting, None)
            if flight is None:
                return
            self._send(flight)

    def _send(self, flight: _Flight) -> None:
        packed = self._pack(flight.task, flight.asked, flight.rounds > 1)
        content = pickle.dumps((self._function, packed), pickle.HIGHEST_PROTOCOL)
        key = f"briefmaker-{self._run.name}-{flight.number}-{flight.rounds}"
        future = self._client.submit(perform_in_child, self._run, content, key=key, pure=False)
        self._flights[future] = flight
        future.add_done_callback(self._ended.put)

    def _listen(self) -> Iterator[Any]:
        """Give the tasks that ended lately, after waiting a moment for the first."""
        try:
            yield self._ended.get(timeout=_LOOK_EVERY)
            while True:
                yield self._ended.get_nowait()
        except queue.Empty:
            return

    def _end(self, future: Any) -> Iterator[Done[Any, Any]]:
        flight = self._flights.pop(future)
        if future.cancelled():
            raise self._tell_lost()
        if future.status == "error":
            yield self._fail(flight, future.exception())
            return
        try:
            content = future.result(timeout=_GATHER_SECONDS)
        except (OSError, TimeoutError):
            # Its worker is gone with the result: dask has it performed again.
            self._flights[future] = flight
            self._ended.put(future)
            return
        future.release()
        yield from self._read(flight, pickle.loads(content))  # noqa: S301 - from the cluster that its user trusts

    def _read(self, flight: _Flight, answer: Answer) -> Iterator[Done[Any, Any]]:
        seconds = flight.seconds + answer.seconds
        if answer.failure is not None:
            yield Done(flight.number, flight.task, None, answer.failure, seconds)
            return
        result, raised, _ = pickle.loads(answer.content)  # noqa: S301 - the same
        if raised is not None:
            yield Done(flight.number, flight.task, None, tell_raised(*raised), seconds)
            return
        made = pickle.loads(result)  # noqa: S301 - the same
        if not isinstance(made, Lacking):
            yield Done(flight.number, flight.task, made, None, seconds)
        elif flight.rounds < _MOST_ROUNDS:
            asked = flight.asked | frozenset(made.names)
            self._send(replace(flight, asked=asked, rounds=flight.rounds + 1, seconds=seconds))
        else:
            failure = Failure(Cause.RAISED, f"it lacked something {_MOST_ROUNDS} times: {', '.join(made.names)}")
            yield Done(flight.number, flight.task, None, failure, seconds)

    def _fail(self, flight: _Flight, raised: BaseException) -> Done[Any, Any]:
        """Give the failure of a task with which worker after worker was lost; anything else is the cluster's, and raised."""
        if type(raised).__name__ == "KilledWorker":
            sentence = "the dask workers that had it were lost, one after the other"
            return Done(flight.number, flight.task, None, Failure(Cause.KILLED, sentence), flight.seconds)
        said = str(raised).split("\n", 1)[0]
        hint = "install the same briefmaker, with its dask extra, on the scheduler and on each worker"
        message = f"the dask cluster at {self._address} cannot do this: {type(raised).__name__}: {said}"
        raise BriefmakerError(message, hint, exit_code=1) from raised

    def _look(self, *, is_due: bool = False) -> None:
        """See now and then whether the scheduler is there, and how many threads its workers have."""
        now = time.monotonic()
        if now - self._looked < _LOOK_EVERY and not is_due:
            return
        try:
            if self._client.status != "running":
                raise self._tell_lost()
            self._threads = sum(self._client.nthreads().values())
        except (OSError, RuntimeError, TimeoutError) as lost:
            raise self._tell_lost() from lost
        self._looked = time.monotonic()
        if self._threads:
            self._seen_worker = self._looked
        elif self._looked - self._seen_worker > NO_WORKER_SECONDS:
            hint = f"start one: dask worker {self._address}"
            message = f"the dask scheduler at {self._address} has had no worker for {NO_WORKER_SECONDS:g} s"
            raise BriefmakerError(message, hint, exit_code=1)

    def _tell_lost(self) -> BriefmakerError:
        hint = "see whether it runs; build again, and what is finished is not built a second time"
        return BriefmakerError(f"the dask scheduler at {self._address} was lost", hint, exit_code=1)
