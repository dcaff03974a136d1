"""On a terminal a bar shows how far several briefs are, and a table how it ended; in a pipe there is neither."""

import os
import pty
import re
import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = pytest.mark.skipif(not hasattr(pty, "openpty"), reason="needs a terminal of its own")

COMMAND = (sys.executable, "-m", "briefmaker", "build", "--format", "html")


@pytest.fixture
def three(workspace: Path, brief_file: Path) -> Path:
    """Give a workspace of three briefs, one of which cannot be built."""
    brief_file.with_name("other.yaml").write_text(brief_file.read_text("utf-8"), "utf-8")
    brief_file.with_name("bad.yaml").write_text("format: 1\ntitel: x\n", "utf-8")
    return workspace


def _read_all(terminal: int) -> str:
    """Give all that is written to a terminal until its other end is closed."""
    parts = []
    try:
        while part := os.read(terminal, 65_536):
            parts.append(part)
    except OSError:  # how Linux says that the other end is closed
        pass
    return b"".join(parts).decode("utf-8")


@pytest.mark.usefixtures("without_rules")
def test_a_terminal_shows_how_far_it_is_and_how_it_ended(three: Path) -> None:
    """Documents go to standard output all the same, without a trace of the bar."""
    leader, follower = pty.openpty()
    able = {**os.environ, "TERM": "xterm"}  # one that calls itself dumb, or nothing, is shown no bar
    with subprocess.Popen(COMMAND, cwd=three, env=able, stdout=subprocess.PIPE, stderr=follower, text=True) as build:
        os.close(follower)
        shown = _read_all(leader)
        assert build.stdout is not None
        printed = build.stdout.read()
    os.close(leader)
    assert build.returncode == 1
    assert re.search("[0-3]/3", shown)
    assert "2 briefs, 2 documents" in shown
    assert "briefs a second" in shown
    assert shown.rindex("briefs/bad.yaml  ") > shown.rindex("2 briefs, 2 documents")
    assert printed.splitlines() == ["built output/grain-DRAFT-v2.html", "built output/other-DRAFT-v2.html"]


@pytest.mark.usefixtures("without_rules")
def test_a_pipe_shows_findings_and_their_number_only(three: Path) -> None:
    """In the order of the briefs, whichever was finished first."""
    ended = subprocess.run(COMMAND, cwd=three, capture_output=True, text=True, check=False)
    assert ended.stderr.startswith("briefs/bad.yaml:")
    assert "/3" not in ended.stderr
    assert "a second" not in ended.stderr
    assert ended.stderr.splitlines()[-1].startswith("1 of 3 briefs not built; ")
