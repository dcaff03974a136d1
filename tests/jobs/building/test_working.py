"""Work is done in this process, in a fork of it, or in workers, with the same outcome."""

import os
import pickle
import sys
from pathlib import Path

import pytest
from tests.batch.deadly_tasks import tell_process

from briefmaker.batch.limits import Limits
from briefmaker.diagnostics import Code, Diagnostic
from briefmaker.jobs.building.build import build
from briefmaker.jobs.building.working import HERE, Work, perform
from briefmaker.jobs.failures import FindingsError


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
