"""What ``briefmaker status`` shows, in a pipe and as data."""

import json
import os
import pty
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner
from tests.schedules import MAIL, Runner, make_scheduled_workspace

from briefmaker.cli.main import briefmaker
from briefmaker.cli.show_status import Cell, Section, write_plain
from briefmaker.jobs.schedules.run_due import read_clock

SETTINGS = (
    """
schedules:
  yearly: {cron: "0 7 1 1 *", timezone: Europe/Brussels, briefs: [briefs/grain.yaml]}
"""
    + MAIL
)


@pytest.fixture
def runner(workspace: Path) -> Runner:
    """Give a workspace with a schedule that was seen, and asked for once."""
    runner = Runner(make_scheduled_workspace(workspace, SETTINGS), now=read_clock())
    runner.at(runner.now)
    runner.ask("yearly")
    return runner


def test_a_workspace_in_order_says_so(runner: Runner) -> None:
    """With exit code 0, what ran, and what is next."""
    result = CliRunner().invoke(briefmaker, ["status"])
    assert result.exit_code == 0
    lines = result.stdout.splitlines()
    assert lines[:3] == ["Needs a person: nothing", "", "What ran"]
    assert lines[3].startswith("  yearly  ")
    assert lines[3].endswith("  done  1 brief built (asked for)")
    assert lines[5] == "What is next"
    assert "  yearly  " in lines[6]
    assert lines[6].endswith("07:00  Europe/Brussels")


def test_a_person_who_is_needed_is_told_first(runner: Runner) -> None:
    """With what to do, and exit code 4."""
    (runner.workspace.briefs_folder / "grain.yaml").write_text("format: 1\ntitel: x\n", "utf-8")
    runner.now = read_clock()
    assert runner.ask("yearly") == 1
    result = CliRunner().invoke(briefmaker, ["status"])
    assert result.exit_code == 4
    assert result.stdout.splitlines()[:2] == [
        "Needs a person: 1",
        "  yearly  failed: 1 brief NOT built  mend it, then: briefmaker run yearly",
    ]


def test_the_same_as_data(runner: Runner) -> None:
    """For programs: moments in UTC."""
    result = CliRunner().invoke(briefmaker, ["status", "--json"])
    data = json.loads(result.stdout)
    assert set(data) == {"needs", "running", "waiting", "clearances", "ran", "next"}
    assert (data["ran"][0]["state"], data["ran"][0]["asked_for"]) == ("done", True)
    assert data["next"][0]["slot"].endswith("-01-01T06:00:00Z")


def test_cells_stand_below_one_another_and_steer_no_terminal() -> None:
    """What is found in an outbox or a file may hold anything."""
    rows = ((Cell("a"), Cell("one\x1b[31m")), (Cell("long name"), Cell("two\nlines")))
    lines = list(write_plain((Section("First", rows), Section("Second", ()))))
    assert lines == ["First", "  a          one\ufffd[31m", "  long name  two lines", "", "Second"]


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no pseudo-terminals of this kind")
def test_on_a_terminal_it_has_colours_and_the_same_words(runner: Runner) -> None:
    """Every word of the plain one stands there too."""
    plain = CliRunner().invoke(briefmaker, ["status"]).stdout
    ours, theirs = pty.openpty()
    environment = os.environ | {"TERM": "xterm-256color", "COLUMNS": "100"}
    with subprocess.Popen(
        [sys.executable, "-m", "briefmaker", "status"],
        cwd=runner.workspace.root,
        stdout=theirs,
        stdin=theirs,
        env=environment,
    ) as shown:
        shown.wait()
    os.close(theirs)
    text = read_all(ours)
    assert "\x1b[1;32mNeeds a person: nothing" in text
    assert all(word in text for word in plain.split())


def read_all(handle: int) -> str:
    """Give what stands in a pseudo-terminal whose other end is closed."""
    pieces = []
    while True:
        try:
            piece = os.read(handle, 65536)
        except OSError:
            piece = b""
        if not piece:
            os.close(handle)
            return b"".join(pieces).decode()
        pieces.append(piece)
