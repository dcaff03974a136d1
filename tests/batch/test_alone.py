"""One task in a fork of its own: what it may do to itself, it does to no one else."""

import mmap
import os
import sys
import threading

import pytest
from tests.batch.deadly_tasks import meet_fate, take_memory, tell_process

from briefmaker.batch.alone import can_fork, run_alone
from briefmaker.batch.done import Cause
from briefmaker.batch.limits import Limits

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="a process is forked on Linux only")


def test_a_good_task_is_performed_in_another_process() -> None:
    """With its result and its seconds."""
    done = run_alone(tell_process, None, Limits())
    assert done.failure is None
    assert done.result not in (None, os.getpid())
    assert done.seconds > 0


@pytest.mark.parametrize(
    ("fate", "cause"),
    [
        ("kill", Cause.KILLED),
        ("sleep", Cause.DEADLINE),
        ("spin", Cause.DEADLINE),
        ("hog", Cause.MEMORY),
        ("base", Cause.RAISED),
        ("exit", Cause.RAISED),
        ("leave", Cause.KILLED),
        ("unsendable", Cause.RAISED),
    ],
)
def test_a_deadly_task_is_told_with_its_cause(fate: str, cause: Cause) -> None:
    """As it is by workers."""
    done = run_alone(meet_fate, fate, Limits(seconds=1, megabytes=600))
    assert done.result is None
    assert done.failure is not None
    assert done.failure.cause is cause


def test_what_this_process_holds_is_not_charged_to_the_task() -> None:
    """A program that has much memory of its own can have a brief made all the same; one that wants too much is still stopped."""
    with mmap.mmap(-1, 2_000_000_000):
        assert run_alone(take_memory, 100, Limits(seconds=10, megabytes=600)).result == 100
        done = run_alone(meet_fate, "hog", Limits(seconds=10, megabytes=600))
    assert done.failure is not None
    assert done.failure.cause is Cause.MEMORY


def test_a_process_with_other_threads_is_not_forked() -> None:
    """The fork would hold their locks for ever."""
    ending = threading.Event()
    thread = threading.Thread(target=ending.wait)
    thread.start()
    try:
        assert not can_fork()
    finally:
        ending.set()
        thread.join()
