"""Tasks on a real dask cluster: performed within the same limits, and none lost whoever dies."""

import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from tests.batch.clusters import Cluster, make_authority, open_cluster
from tests.batch.deadly_tasks import meet_fate, square, tell_process
from tests.batch.packed_tasks import ask_for_ever, ask_twice, pack_as_it_is, pack_with_asked

from briefmaker.batch import dask_workers
from briefmaker.batch.dask_workers import run_on_dask
from briefmaker.batch.done import Cause, Done
from briefmaker.batch.limits import Limits
from briefmaker.diagnostics import BriefmakerError

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="what ends workers here is Linux's")

TIGHT = Limits(seconds=3, megabytes=512)
DEADLY = {
    "kill": Cause.KILLED,
    "sleep": Cause.DEADLINE,
    "spin": Cause.DEADLINE,
    "hog": Cause.MEMORY,
    "exit": Cause.RAISED,
}
GOOD = ("one", "two", "three", "four", "five", "six", "seven")


@pytest.fixture(scope="module")
def cluster(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Cluster]:
    """Give a scheduler and two workers as processes of their own."""
    with open_cluster(tmp_path_factory.mktemp("cluster"), 2) as opened:
        yield opened


def run(function: Any, tasks: Any, address: str, limits: Limits = TIGHT) -> Iterator[Done[Any, Any]]:
    """Run tasks that are sent as they are."""
    return run_on_dask(function, tasks, cluster=address, pack=pack_as_it_is, limits=limits)


def test_each_task_is_performed_once(cluster: Cluster) -> None:
    """With its number and its result, in whichever order they end."""
    done = {each.number: each for each in run(square, iter(range(30)), cluster.address)}
    assert [done[number].result for number in range(30)] == [number * number for number in range(30)]
    assert all(each.failure is None for each in done.values())


def test_deadly_tasks_harm_themselves_alone(cluster: Cluster) -> None:
    """The dask workers live on: the good ones are finished, and each of the others is told with its cause, in time."""
    fates = ["one", "kill", "two", "sleep", "hog", "three", "spin", "four", "exit", "five", "six", "seven"]
    done = {each.task: each for each in run(meet_fate, fates, cluster.address)}
    assert {fate: done[fate].result for fate in GOOD} == {fate: fate.upper() for fate in GOOD}
    causes = {fate: done[fate].failure.cause for fate in DEADLY}  # type: ignore[union-attr] # they have no result
    assert causes == DEADLY
    assert max(each.seconds for each in done.values()) < TIGHT.seconds + 1
    assert all(worker.poll() is None for worker in cluster.workers)


def test_a_process_is_kept_for_a_run_and_gone_after_it(cluster: Cluster) -> None:
    """So that each task but the first finds it warm, and nobody's memory is held for nothing."""
    processes = {each.result for each in run(tell_process, range(12), cluster.address)}
    assert 1 <= len(processes) <= 2
    _wait_until(lambda: not any(Path(f"/proc/{each}").exists() for each in processes))


def test_a_process_is_replaced_after_some_tasks(cluster: Cluster) -> None:
    """What it runs may lose memory."""
    limits = Limits(seconds=10, megabytes=512, tasks_a_worker=2)
    assert len({each.result for each in run(tell_process, range(8), cluster.address, limits)}) >= 4


def test_leaving_early_ends_what_is_running(cluster: Cluster) -> None:
    """The next run does not wait for the deadline of the one that was left."""
    patient = Limits(seconds=60, megabytes=512)
    left = run(meet_fate, ["one", "sleep", "sleep", "sleep"], cluster.address, patient)
    assert next(left).result == "ONE"
    left.close()  # type: ignore[attr-defined] # it is a generator
    start = time.monotonic()
    # On every worker: none is held by a task that was on its way when the run was left.
    assert sorted(each.result for each in run(square, range(20), cluster.address)) == [
        number**2 for number in range(20)
    ]
    assert time.monotonic() - start < patient.seconds / 2


def test_what_a_function_lacks_is_packed(cluster: Cluster) -> None:
    """As often as it asks for something else; a task that never has enough comes to an end too."""
    asked = run_on_dask(ask_twice, ["a", "b"], cluster=cluster.address, pack=pack_with_asked, limits=TIGHT)
    assert sorted(each.result for each in asked) == [("a", ["first", "second"], True), ("b", ["first", "second"], True)]  # type: ignore[type-var] # plain tuples
    (insatiable,) = run(ask_for_ever, [1], cluster.address)
    assert insatiable.failure is not None
    assert insatiable.failure.sentence == "it lacked something 20 times: nothing"


def test_nothing_is_lost_when_a_dask_worker_is_killed(tmp_path: Path) -> None:
    """What it was at is performed by another one; its own processes die with it."""
    with open_cluster(tmp_path, 2) as cluster:
        tasks = ["slow"] * 16
        done = []
        for each in run(meet_fate, tasks, cluster.address, Limits(seconds=20, megabytes=512)):
            done.append(each)
            if len(done) == 4:
                cluster.workers[0].send_signal(signal.SIGKILL)
        assert sorted(each.number for each in done) == list(range(16))
        assert {each.result for each in done} == {"SLOW"}
        assert cluster.workers[0].wait() == -signal.SIGKILL
        _wait_until(lambda: len(_list_children_of_runs(tmp_path)) == 0)


def test_a_cluster_without_workers_is_given_up(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """After a while, with what to do."""
    monkeypatch.setattr(dask_workers, "NO_WORKER_SECONDS", 1.0)
    with (
        open_cluster(tmp_path, 0) as cluster,
        pytest.raises(BriefmakerError, match="has had no worker for 1 s") as told,
    ):
        list(run(square, [1], cluster.address))
    assert told.value.hint == f"start one: dask worker {cluster.address}"


def test_a_scheduler_that_is_lost_is_told(tmp_path: Path) -> None:
    """What was finished before was given."""
    with open_cluster(tmp_path, 1) as cluster:
        running = run(meet_fate, ["one", *["slow"] * 100], cluster.address, Limits(seconds=20, megabytes=512))
        assert next(running).result == "ONE"
        cluster.scheduler.kill()
        with pytest.raises(BriefmakerError, match=r"the dask scheduler at tcp://\S+ was lost"):
            list(running)


@pytest.mark.parametrize(
    ("address", "sentence"),
    [
        ("somewhere", "`somewhere` is not the address of a dask scheduler"),
        ("tcp://127.0.0.1:1", "there is no dask scheduler at tcp://127.0.0.1:1"),
    ],
)
def test_a_cluster_that_is_not_there_is_told(address: str, sentence: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """In a sentence, and not with dask's own words about its inside."""
    monkeypatch.setattr("briefmaker.batch.dask_cluster._CONNECT_SECONDS", 1)
    with pytest.raises(BriefmakerError, match=sentence):
        list(run(square, [1], address))


def test_without_dask_it_is_told_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    """It is an extra that few need."""
    monkeypatch.setitem(sys.modules, "distributed", None)
    with pytest.raises(BriefmakerError, match="dask is not installed") as told:
        list(run(square, [1], "local"))
    assert 'pip install "briefmaker[dask]"' in told.value.hint


def test_tls_is_that_of_the_configuration_of_dask(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """With the authority's certificate the work is done; without one nobody is let in."""
    variables = make_authority(tmp_path)
    with open_cluster(tmp_path, 1, scheme="tls", variables=variables) as cluster:
        assert cluster.address.startswith("tls://")
        assert _run_elsewhere(cluster.address, variables) == "[25]\n"
        monkeypatch.setattr("briefmaker.batch.dask_cluster._CONNECT_SECONDS", 1)
        with pytest.raises(BriefmakerError, match=f"there is no dask scheduler at {cluster.address}"):
            list(run(square, [5], cluster.address))


def _run_elsewhere(address: str, variables: dict[str, str]) -> str:
    """Run a task from another process, which dask reads its configuration in; gives what that printed."""
    program = (
        "from tests.batch.packed_tasks import pack_as_it_is as pack\n"
        "from tests.batch.deadly_tasks import square\n"
        "from briefmaker.batch.dask_workers import run_on_dask\n"
        f"print([each.result for each in run_on_dask(square, [5], cluster='{address}', pack=pack)])\n"
    )
    environment = {**os.environ, "PYTHONPATH": str(Path(__file__).parents[2]), **variables}
    ran = subprocess.run([sys.executable, "-c", program], env=environment, capture_output=True, text=True, check=True)
    return ran.stdout


def _list_children_of_runs(folder: Path) -> list[int]:
    """Give the processes for tasks that the workers of a cluster started which keeps its files in a folder."""
    found = []
    for process in Path("/proc").glob("[0-9]*"):
        try:
            is_child = b"briefmaker.batch.dask_child" in (process / "cmdline").read_bytes()
            if is_child and str(folder).encode() in (process / "environ").read_bytes():
                found.append(int(process.name))
        except OSError:
            continue
    return found


def _wait_until(is_so: Any, patience: float = 20.0) -> None:
    end = time.monotonic() + patience
    while not is_so():
        assert time.monotonic() < end
        threading.Event().wait(0.05)
