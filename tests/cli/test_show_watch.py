"""`build --watch` builds at each save, survives what is broken, and ends when it is told to."""

import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path


def wait_for(is_there: Callable[[], bool], seconds: float = 60) -> None:
    """Wait until something holds; fails when it does not come."""
    end = time.monotonic() + seconds
    while not is_there():
        assert time.monotonic() < end
        time.sleep(0.02)


def test_a_save_is_built_and_a_broken_one_waits_for_the_next(workspace: Path, brief_file: Path) -> None:
    """As is what is wrong with the settings; Ctrl-C ends it."""
    page = workspace / "output" / "grain-DRAFT-v2.html"
    command = [sys.executable, "-m", "briefmaker", "build", "--watch", "--format", "html"]
    with subprocess.Popen(
        command, cwd=workspace, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
    ) as running:
        try:
            wait_for(page.exists)
            time.sleep(1)
            good = brief_file.read_text("utf-8")
            brief_file.write_text("title: [", "utf-8")
            time.sleep(1)
            (workspace / "briefmaker.yaml").write_text("paper: a5\n", "utf-8")
            time.sleep(1)
            (workspace / "briefmaker.yaml").unlink()
            brief_file.write_text(good.replace("Grain talks", "Wheat talks"), "utf-8")
            wait_for(lambda: "Wheat talks" in page.read_text("utf-8"))
        finally:
            running.send_signal(signal.SIGINT)
            output, _ = running.communicate(timeout=30)
    assert running.returncode == 128 + signal.SIGINT, output
    assert "YML" in output
    assert "SET" in output or "FLD" in output
    assert "Traceback" not in output
