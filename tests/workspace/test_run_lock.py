"""One run at a time, and whoever is turned away learns by whom."""

import os
import signal
import subprocess
import sys
import textwrap
from pathlib import Path

import pytest

from briefmaker.diagnostics import BriefmakerError
from briefmaker.workspace.run_lock import HOLDER_NAME, find_holder, hold_run_lock

HOLD = """
    import sys, pathlib
    from briefmaker.workspace.run_lock import hold_run_lock
    with hold_run_lock(pathlib.Path(sys.argv[1]), "07:00"):
        print("held", flush=True)
        sys.stdin.read()
"""


def hold_elsewhere(folder: Path) -> "subprocess.Popen[str]":
    """Have another process hold the lock until its input ends."""
    command = [sys.executable, "-c", textwrap.dedent(HOLD), str(folder)]
    other = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    assert other.stdout is not None
    assert other.stdout.readline() == "held\n"
    return other


def test_a_second_run_is_turned_away_with_exit_code_3(tmp_path: Path) -> None:
    """It is told which process is at work, and since when."""
    with hold_elsewhere(tmp_path) as other:
        with (
            pytest.raises(BriefmakerError, match=rf"process {other.pid} on .*, since 07:00") as told,
            hold_run_lock(tmp_path, "07:01"),
        ):
            pass
        assert told.value.exit_code == 3
        holder = find_holder(tmp_path)
        assert holder is not None
        assert holder.process == other.pid
        other.communicate()
    assert find_holder(tmp_path) is None


def test_a_lock_of_a_dead_process_is_free(tmp_path: Path) -> None:
    """Killed by SIGKILL it could not tidy up, and holds nobody back."""
    with hold_elsewhere(tmp_path) as other:
        other.send_signal(signal.SIGKILL)
        other.wait()
    assert (tmp_path / HOLDER_NAME).is_file()
    assert find_holder(tmp_path) is None
    with hold_run_lock(tmp_path, "07:01"):
        assert str(os.getpid()) in (tmp_path / HOLDER_NAME).read_text("utf-8")
    assert not (tmp_path / HOLDER_NAME).exists()


def test_asking_makes_nothing(tmp_path: Path) -> None:
    """Nor where there is no folder."""
    assert find_holder(tmp_path / "records") is None
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_cannot_be_made_is_told(tmp_path: Path) -> None:
    """As where a file stands in its place."""
    (tmp_path / "records").write_text("a file", "utf-8")
    with pytest.raises(BriefmakerError, match="cannot be used") as told, hold_run_lock(tmp_path / "records", "07:00"):
        pass
    assert told.value.exit_code == 1
