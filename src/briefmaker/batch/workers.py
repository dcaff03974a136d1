"""Runs a function on many tasks in worker processes that may die: each task harms itself alone."""

import os
from collections.abc import Callable, Iterable, Iterator, Sequence

from briefmaker.batch.done import Done, Result, Task
from briefmaker.batch.limits import Limits
from briefmaker.batch.scratch import scratch_folder

USUAL_LIMITS = Limits()


def count_cores() -> int:
    """Give how many cores this process may use: as many workers are of use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def run_tasks(
    function: Callable[[Task], Result],
    tasks: Iterable[Task],
    *,
    workers: int,
    limits: Limits = USUAL_LIMITS,
    preload: Sequence[str] = (),
) -> Iterator[Done[Task, Result]]:
    """Perform tasks in worker processes and give each as it ends, in the order of ending.

    ``function`` is one of a module's own, its task and what it returns can be pickled; it writes nothing, as a task may be
    performed twice: when its worker was killed in a way that nobody could tell from which task. Tasks are taken from
    ``tasks`` as workers come free, a few ahead, so that memory stays flat however many there are. ``preload`` names the
    modules that the function needs: workers start with them imported.

    A task that takes longer than ``limits`` allow, more memory, kills its worker or raises anything, is given with its
    ``failure``. Leaving the iterator early, or an exception in what iterates, stops all workers at once. They die with this
    process even when it is killed. Raises BriefmakerError where no process can be started.
    """
    # Imported here, since a command that has one task, or none, needs neither.
    from briefmaker.batch.pool import Pool
    from briefmaker.batch.processes import choose_context

    with scratch_folder() as folder:
        pool = Pool(function, workers, limits, choose_context(preload), folder)
        try:
            yield from pool.run(tasks)
        finally:
            pool.stop()
