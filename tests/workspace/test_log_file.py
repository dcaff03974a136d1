"""Lines of a log are whole, whoever writes them and whoever tidies up."""

import os
import time
from pathlib import Path

from briefmaker.workspace.log_file import append_line, touch_file


def test_lines_are_added(tmp_path: Path) -> None:
    """Also to a file in a folder that is not there yet."""
    log = tmp_path / "logs" / "runs.log"
    append_line(log, b"one")
    append_line(log, "zwei ä".encode())
    assert log.read_text("utf-8") == "one\nzwei ä\n"


def test_a_log_that_was_put_aside_is_begun_anew(tmp_path: Path) -> None:
    """As logrotate does it: no line goes into the old one afterwards."""
    log = tmp_path / "runs.log"
    append_line(log, b"one")
    log.rename(tmp_path / "runs.log.1")
    append_line(log, b"two")
    assert log.read_bytes() == b"two\n"
    assert (tmp_path / "runs.log.1").read_bytes() == b"one\n"


def test_a_file_is_touched_and_keeps_what_it_holds(tmp_path: Path) -> None:
    """Its time is now; one that is not there is made."""
    alive = tmp_path / "state" / "alive"
    touch_file(alive)
    alive.write_text("kept", "utf-8")
    os.utime(alive, (1, 1))
    touch_file(alive)
    assert alive.read_text("utf-8") == "kept"
    assert time.time() - alive.stat().st_mtime < 3600
