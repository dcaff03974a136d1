"""A workspace with two schedules, one brief a row and a pack, run as cron runs it: by the command, as a process."""

import datetime
import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from tests.end_to_end.slow_layouts import write_slow_template
from tests.schedules import make_scheduled_workspace

from briefmaker.delivery.due import Timing
from briefmaker.delivery.slots import Sighting, Slot, SlotRecords, SlotState
from briefmaker.workspace.workspace import Workspace

COMMAND = (sys.executable, "-m", "briefmaker", "run", "--due")
SETTINGS = """
schedules:
  members: {cron: "0 0 * * *", timezone: America/New_York, briefs: [briefs/members.yaml]}
  visit: {cron: "0 0 * * *", timezone: Australia/Lord_Howe, packs: [visit]}
runs: {log: runs.log, heartbeat: alive}
"""
MEMBERS = """
format: 1
template: information
title: "Talks with {{ row.name }}"
date: 2026-03-02
for_each: [{name: Peru, code: pe}, {name: Chile, code: cl}]
slug: "talks-{{ row.code }}"
bottom_line: |
  Thank {{ row.name }} for its vote.
"""


@pytest.fixture
def scheduled(workspace: Path) -> Workspace:
    """Give a workspace whose two schedules were seen two days ago, so that both are due."""
    made = make_scheduled_workspace(workspace, SETTINGS)
    (workspace / "briefs" / "members.yaml").write_text(MEMBERS.lstrip(), "utf-8")
    before = datetime.datetime.now(datetime.UTC) - datetime.timedelta(days=2)
    with SlotRecords(made.records_folder) as records:
        records.see("members", Sighting(Timing("0 0 * * *", "America/New_York"), before))
        records.see("visit", Sighting(Timing("0 0 * * *", "Australia/Lord_Howe"), before))
    return made


def read_slots(workspace: Workspace) -> tuple[Slot, ...]:
    """Give what is recorded."""
    with SlotRecords(workspace.records_folder) as records:
        return records.latest(100)


def test_two_schedules_run_once(scheduled: Workspace) -> None:
    """One builds a brief a row, the other binds a pack; the log tells of both; a second run does nothing."""
    first = subprocess.run(COMMAND, cwd=scheduled.root, capture_output=True, text=True, check=False)
    assert (first.returncode, first.stderr) == (0, "")
    assert {file.name for file in scheduled.output_folder.iterdir() if file.suffix == ".pdf"} == {
        "talks-pe-DRAFT-v1.pdf",
        "talks-cl-DRAFT-v1.pdf",
        "visit-DRAFT-v1.pdf",
    }
    ran = {each.schedule: each.summary for each in read_slots(scheduled)}
    assert ran == {"members": "2 briefs built", "visit": "1 pack bound"}
    log = [json.loads(line) for line in (scheduled.root / "runs.log").read_text("utf-8").splitlines()]
    assert {each["schedule"] for each in log if each["event"] == "slot-ended"} == {"members", "visit"}
    assert log[-1] == {"time": log[-1]["time"], "event": "run-ended", "exit_code": 0}
    assert (scheduled.root / "alive").is_file()
    second = subprocess.run(COMMAND, cwd=scheduled.root, capture_output=True, text=True, check=False)
    assert (second.returncode, second.stdout) == (0, "nothing is due\n")


def test_a_pack_that_hangs_harms_no_other_schedule(workspace: Path) -> None:
    """It is ended after ten times the deadline of a brief; what comes after it is done, and the lock is free."""
    settings = """
workers: {deadline: 1}
schedules:
  endless: {cron: "0 0 * * *", packs: [endless]}
  visit: {cron: "0 0 * * *", packs: [visit]}
"""
    made = make_scheduled_workspace(workspace, settings)
    write_slow_template(workspace, "endless")
    pack = "format: 1\ntitle: Without end\ndate: 2026-03-02\ntabs: [endless]\n"
    (workspace / "packs" / "endless.yaml").write_text(pack, "utf-8")
    command = (*COMMAND[:-1], "endless", "visit")
    ran = subprocess.run(command, cwd=workspace, capture_output=True, text=True, check=False)
    assert ran.returncode == 1
    assert "RUN001 the pack was not finished" in ran.stderr
    states = {each.schedule: (each.state, each.summary) for each in read_slots(made)}
    assert states == {
        "endless": (SlotState.FAILED, "1 pack NOT made"),
        "visit": (SlotState.DONE, "1 pack bound"),
    }


def stop_in_the_middle(workspace: Workspace, number: signal.Signals) -> int:
    """Send a run a signal once it has begun its first time; gives how it ended."""
    with subprocess.Popen(COMMAND, cwd=workspace.root, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as run:
        while run.poll() is None and not any(each.state is SlotState.BEGUN for each in read_slots(workspace)):
            time.sleep(0.01)
        os.kill(run.pid, number)
        return run.wait()


@pytest.mark.parametrize(
    ("number", "code", "state"),
    [(signal.SIGTERM, 143, SlotState.STOPPED), (signal.SIGKILL, -signal.SIGKILL, SlotState.BEGUN)],
)
def test_a_run_that_is_ended_from_outside_loses_nothing(
    scheduled: Workspace, number: signal.Signals, code: int, state: SlotState
) -> None:
    """Its time is recorded as what it is, the lock is free, and the next run does everything, telling that it is again."""
    assert stop_in_the_middle(scheduled, number) == code
    assert [each.state for each in read_slots(scheduled)] == [state]
    after = subprocess.run(COMMAND, cwd=scheduled.root, capture_output=True, text=True, check=False)
    assert after.returncode == 0
    assert "RUN014" in after.stderr
    assert [each.state for each in read_slots(scheduled)] == [SlotState.DONE] * 2
    assert {"talks-pe-DRAFT-v1.pdf", "visit-DRAFT-v1.pdf"} <= {file.name for file in scheduled.output_folder.iterdir()}


def test_two_runs_at_once_do_everything_once(scheduled: Workspace) -> None:
    """The second is turned away with exit code 3, and each time is begun once."""
    runs = [
        subprocess.Popen(COMMAND, cwd=scheduled.root, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
        for _ in range(3)
    ]
    told = [(run.communicate()[1], run.returncode) for run in runs]
    codes = sorted(code for _, code in told)
    assert codes[0] == 0
    assert set(codes) <= {0, 3}
    assert all("another run is at work here" in said for said, code in told if code == 3)
    assert sum(each.state is SlotState.DONE for each in read_slots(scheduled)) == 2
    assert all(each.attempts <= 1 for each in read_slots(scheduled))
