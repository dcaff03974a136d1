"""Work is done in this process, in a fork of it, or in workers, with the same outcome."""

import os
import pickle
import subprocess
import sys
from pathlib import Path

import pytest
from tests.batch.deadly_tasks import tell_process

from briefmaker.batch.limits import Limits
from briefmaker.diagnostics import Code, Diagnostic
from briefmaker.jobs.build import build
from briefmaker.jobs.failures import FindingsError
from briefmaker.jobs.working import HERE, Work, perform


def test_without_limits_all_is_done_here() -> None:
    """In their order."""
    done = list(perform(tell_process, [1, 2], HERE))
    assert [(each.number, each.result) for each in done] == [(0, os.getpid()), (1, os.getpid())]


@pytest.mark.parametrize("tasks", [[1], [1, 2, 3]])
def test_with_limits_all_is_done_elsewhere(tasks: list[int]) -> None:
    """One task, or several."""
    done = list(perform(tell_process, tasks, Work(2, Limits()), preload=()))
    assert sorted(each.number for each in done) == list(range(len(tasks)))
    assert os.getpid() not in [each.result for each in done]


@pytest.mark.skipif(sys.platform == "win32", reason="there is no fork server")
def test_workers_may_be_prepared_before_there_is_work() -> None:
    """The server begins, those who work without it start none, and tasks are done as without; in a process of its own."""
    program = """
from multiprocessing.forkserver import _forkserver
from tests.batch.deadly_tasks import tell_process
from briefmaker.batch.limits import Limits
from briefmaker.jobs.working import HERE, Work, perform, prepare_workers
prepare_workers(HERE, ())
assert _forkserver._forkserver_pid is None
prepare_workers(Work(2, Limits()), ())
assert _forkserver._forkserver_pid is not None
assert len(list(perform(tell_process, [1, 2, 3], Work(2, Limits()), preload=()))) == 3
"""
    done = subprocess.run([sys.executable, "-c", program], check=False, capture_output=True, text=True)
    assert (done.returncode, done.stderr) == (0, "")


@pytest.mark.skipif(sys.platform == "win32", reason="a worker takes longer to start there")
def test_workers_write_what_this_process_writes(workspace: Path, brief_file: Path) -> None:
    """The same outcomes in the same order, and the same bytes."""
    (workspace / "briefs" / "bad.yaml").write_text("format: 1\ntitel: x\n", "utf-8")
    brief_file.with_name("other.yaml").write_text(brief_file.read_text("utf-8"), "utf-8")
    here = build(output="here")
    there = build(output="there", jobs=2)
    assert [outcome.diagnostics for outcome in there] == [outcome.diagnostics for outcome in here]
    assert [outcome.is_built for outcome in there] == [False, True, True]
    files = {file.name for file in (workspace / "here").iterdir()} - {"manifest.json", ".briefmaker"}
    assert len(files) == 4
    assert files == {file.name for file in (workspace / "there").iterdir()} - {"manifest.json", ".briefmaker"}
    for name in files:
        assert (workspace / "here" / name).read_bytes() == (workspace / "there" / name).read_bytes()


def test_a_failure_with_findings_goes_from_process_to_process() -> None:
    """With all that it has to show."""
    found = (Diagnostic(Code.SETTINGS, "wrong", "briefmaker.yaml"),)
    failure = pickle.loads(pickle.dumps(FindingsError("no use", found, "mend it", exit_code=2)))  # noqa: S301 - our own
    assert (failure.message, failure.diagnostics, failure.hint, failure.exit_code) == ("no use", found, "mend it", 2)
