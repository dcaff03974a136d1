"""A process that runs is told from one that has ended."""

import os
import subprocess
import sys

import pytest

from briefmaker.workspace.running import is_running


def test_this_process_runs() -> None:
    """And so does one that belongs to somebody else."""
    assert is_running(os.getpid())
    assert is_running(1)


@pytest.mark.skipif(os.name != "posix", reason="elsewhere every process is taken for running")
def test_one_that_has_ended_does_not() -> None:
    """Once it was waited for."""
    ended = subprocess.Popen([sys.executable, "-c", ""])
    ended.wait()
    assert not is_running(ended.pid)


def test_a_number_that_no_process_can_have_harms_nothing() -> None:
    """It is left alone, as what cannot be asked."""
    assert is_running(2**70)
