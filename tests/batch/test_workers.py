"""Workers may die in any way: each task harms itself alone, and nothing is left behind."""

import multiprocessing
import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from tests.batch.deadly_tasks import meet_fate, return_late, square, tell_process

from briefmaker.batch.done import Cause, Done
from briefmaker.batch.limits import Limits
from briefmaker.batch.workers import count_cores, run_tasks

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="what ends workers here is Linux's")

GOOD = ("one", "two", "three", "four", "five", "six", "seven")
DEADLY = {
    "kill": Cause.KILLED,
    "sleep": Cause.DEADLINE,
    "hog": Cause.MEMORY,
    "base": Cause.RAISED,
    "exit": Cause.RAISED,
}
TIGHT = Limits(seconds=5, megabytes=512)


def test_of_twelve_tasks_of_which_five_are_deadly_the_seven_good_ones_are_finished() -> None:
    """A SIGKILL of itself, an endless sleep, a memory hog, a BaseException and sys.exit: each is told with its cause."""
    fates = ["one", "kill", "two", "sleep", "hog", "three", "base", "four", "exit", "five", "six", "seven"]
    done = {each.task: each for each in run_tasks(meet_fate, fates, workers=2, limits=TIGHT)}
    assert sorted(done) == sorted(fates)
    assert {fate: done[fate].result for fate in GOOD} == {fate: fate.upper() for fate in GOOD}
    assert {fate: _cause(done[fate]) for fate in DEADLY} == DEADLY
    assert [done[fate].number for fate in fates] == list(range(12))


@pytest.mark.parametrize(
    ("fate", "cause", "sentence"),
    [
        ("spin", Cause.DEADLINE, "it took longer than 1 s and was stopped"),
        ("leave", Cause.KILLED, "its process ended by itself, with code 5"),
        ("unsendable", Cause.RAISED, "AttributeError: "),
        ("bug", Cause.RAISED, "OddError: one and two"),
    ],
)
def test_other_ways_to_die_are_told_as_well(fate: str, cause: Cause, sentence: str) -> None:
    """A loop in C, in which Python handles no signal; os._exit; a result that cannot be sent, an error that cannot be read."""
    (done,) = run_tasks(meet_fate, [fate], workers=1, limits=Limits(seconds=1))
    assert done.failure is not None
    assert done.failure.cause is cause
    assert done.failure.sentence.startswith(sentence)
    assert (cause is Cause.RAISED) == bool(done.failure.place)


def test_tasks_are_taken_as_workers_come_free() -> None:
    """A few ahead, so that ten thousand need no more memory than ten."""
    taken = 0

    def count() -> Iterator[int]:
        nonlocal taken
        for number in range(200):
            taken += 1
            yield number

    ahead = []
    for given, done in enumerate(run_tasks(square, count(), workers=2), start=1):
        assert done.result == done.task**2
        ahead.append(taken - given)
    assert len(ahead) == 200
    assert max(ahead) <= 2 + 2


def test_workers_are_replaced_after_some_tasks() -> None:
    """What a library loses of memory is lost for a while only."""
    limits = Limits(tasks_a_worker=3)
    processes = [done.result for done in run_tasks(tell_process, range(9), workers=1, limits=limits)]
    assert len(set(processes)) == 3
    assert os.getpid() not in processes


def test_leaving_early_stops_all_workers() -> None:
    """At once, whatever they are at."""
    running = run_tasks(return_late, [0.0, 3600.0, 3600.0], workers=2)
    first = next(running)
    assert first.result is not None
    running.close()
    _wait_until_gone(first.result)


def test_a_worker_that_is_killed_in_the_middle_harms_its_task_alone() -> None:
    """Killed from outside, as the system does when memory runs out."""
    running = run_tasks(return_late, [0.0, 2.0, 0.0, 0.0], workers=1)
    victim = next(running).result
    assert victim is not None
    threading.Timer(0.3, os.kill, (victim, signal.SIGKILL)).start()
    rest = {done.number: done for done in running}
    assert sorted(rest) == [1, 2, 3]
    assert _cause(rest[1]) is Cause.KILLED
    assert rest[2].result is not None
    assert rest[3].result is not None


def test_when_all_workers_are_gone_there_are_new_ones() -> None:
    """Killed while they wait for work, which no task is to blame for: nothing is lost, and nothing is told as failed."""

    def kill_between() -> Iterator[int]:
        yield 1
        time.sleep(0.5)
        for worker in multiprocessing.active_children():
            worker.kill()
        time.sleep(0.5)
        yield 2
        yield 3

    done = {each.task: each.result for each in run_tasks(square, kill_between(), workers=1)}
    assert done == {1: 1, 2: 4, 3: 9}


_SCRIPT = """
from pathlib import Path
from briefmaker.batch.workers import run_tasks
from tests.batch.deadly_tasks import return_late

print("begun", flush=True)
for done in run_tasks(return_late, [0.0, 3600.0], workers=1):
    print(done.result, flush=True)
"""


def test_workers_die_when_the_coordinator_is_killed_and_a_script_is_not_run_again_in_them(tmp_path: Path) -> None:
    """By SIGKILL, which leaves it no time; the script asks nowhere whether it is ``__main__``. The next run sweeps up."""
    script = tmp_path / "script.py"
    script.write_text(_SCRIPT, "utf-8")
    with TemporaryDirectory(prefix="b") as short:  # the path of a fork server's socket may have 107 letters
        _kill_coordinator(script, Path(short))


def _kill_coordinator(script: Path, scratch: Path) -> None:
    environment = {**os.environ, "TMPDIR": str(scratch), "PYTHONPATH": str(Path(__file__).parents[2])}
    command = [sys.executable, str(script)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=environment) as coordinator:
        assert coordinator.stdout is not None
        assert coordinator.stdout.readline() == "begun\n"
        worker = int(coordinator.stdout.readline())
        coordinator.kill()
    _wait_until_gone(worker)
    assert len(list(scratch.glob("briefmaker-*"))) == 1
    again = "from briefmaker.batch.scratch import scratch_folder\nwith scratch_folder(): pass\n"
    subprocess.run([sys.executable, "-c", again], env=environment, check=True)
    assert list(scratch.glob("briefmaker-*")) == []


def test_there_is_a_core() -> None:
    """And as many workers are of use as this process may use."""
    assert count_cores() >= 1


def _cause(done: Done[object, object]) -> Cause | None:
    return done.failure.cause if done.failure else None


def _wait_until_gone(process: int) -> None:
    """Wait until a process is no more; a test that waits in vain ends by the time limit of whoever runs it."""
    while Path(f"/proc/{process}").exists() and "Z" not in Path(f"/proc/{process}/stat").read_text("utf-8").split()[2]:
        time.sleep(0.02)
