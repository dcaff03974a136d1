"""Where the work of a job is done: in this process, in one of its own, or in workers."""

import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from briefmaker.batch.done import Done, Result, Task
from briefmaker.batch.limits import Limits

TO_MAKE = ("briefmaker.jobs.building.warm",)
TO_CHECK = ("briefmaker.jobs.checking.warm_checks",)
"""What is imported before the first worker starts: each then starts with it, and shares its memory with the others."""


@dataclass(frozen=True, slots=True)
class Work:
    """How many workers there are, None for one a core, and what each task may take; without limits all is done here.

    ``cluster`` is the address of the dask scheduler whose workers make briefs, ``local`` for one within this process.
    """

    jobs: int | None = None
    limits: Limits | None = None
    cluster: str | None = None


HERE = Work()
"""All is done in this process, one task after the other, and what goes wrong in it goes wrong here."""


def perform(
    function: Callable[[Task], Result], tasks: Sequence[Task], work: Work, preload: Sequence[str] = TO_MAKE
) -> Iterator[Done[Task, Result]]:
    """Perform tasks and give each as it ends: one in a fork of this process, several in workers.

    A fork costs three milliseconds, a pool of workers half a second before the first can begin.
    """
    if work.limits is None:
        yield from _perform_here(function, tasks)
        return
    # Each imported where it is needed: what one brief needs not, it does not wait for.
    if len(tasks) == 1:
        from briefmaker.batch.alone import can_fork, run_alone

        if can_fork():
            yield run_alone(function, tasks[0], work.limits)
            return
    from briefmaker.batch.workers import count_cores, run_tasks

    workers = min(work.jobs or count_cores(), len(tasks))
    yield from run_tasks(function, tasks, workers=workers, limits=work.limits, preload=preload)


def _perform_here(function: Callable[[Task], Result], tasks: Sequence[Task]) -> Iterator[Done[Task, Result]]:
    for number, task in enumerate(tasks):
        start = time.perf_counter()
        result = function(task)
        yield Done(number, task, result, None, time.perf_counter() - start)
