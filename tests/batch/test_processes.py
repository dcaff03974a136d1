"""The server that worker processes come from."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

_PROGRAM = """
import sys, time
from briefmaker.batch.processes import start_server
start_server(("slow_to_import",))
try:
    time.sleep(60)
except KeyboardInterrupt:
    sys.exit(130)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="there is no fork server")
def test_a_server_that_still_imports_says_nothing_at_ctrl_c(tmp_path: Path) -> None:
    """Ctrl-C goes to all processes of a terminal: the one that was called ends, and no traceback of the server is printed."""
    begun = tmp_path / "begun"
    os.mkfifo(begun)
    module = f"import time\nopen({str(begun)!r}, 'w').close()\ntime.sleep(1)\n"
    (tmp_path / "slow_to_import.py").write_text(module)
    environment = {**os.environ, "PYTHONPATH": str(tmp_path)}
    with subprocess.Popen(
        [sys.executable, "-c", _PROGRAM], env=environment, stderr=subprocess.PIPE, start_new_session=True
    ) as called:
        begun.read_bytes()
        os.killpg(called.pid, signal.SIGINT)
        _, told = called.communicate(timeout=30)
    assert (called.returncode, told) == (130, b"")
