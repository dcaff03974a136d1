"""What needs a person is told, and nothing else is made out to be one's business."""

from pathlib import Path

import pytest
from tests.schedules import HOUR, MONDAY, WEEKLY, Runner, change_settings, make_scheduled_workspace

from briefmaker.delivery.slots import SlotRecords, SlotState
from briefmaker.diagnostics import BriefmakerError
from briefmaker.jobs import status as status_module
from briefmaker.jobs.status import NeedKind, Status, read_status
from briefmaker.jobs.status_sources import AwaitedClearance, OutboxState, StuckMessage, read_outbox
from briefmaker.workspace.run_lock import hold_run_lock

SEVEN = MONDAY.replace(second=0)


@pytest.fixture
def runner(workspace: Path) -> Runner:
    """Give a workspace whose brief was due on Monday at seven, and was built."""
    runner = Runner(make_scheduled_workspace(workspace))
    runner.at(MONDAY - HOUR)
    runner.at(MONDAY)
    return runner


def kinds(status: Status) -> list[NeedKind]:
    """Give what persons are needed for."""
    return [each.kind for each in status.needs]


def test_all_is_well(runner: Runner) -> None:
    """What ran, what is next in its own zone, and nobody needed."""
    status = read_status(runner.workspace, MONDAY + HOUR)
    assert status.needs == ()
    assert [(each.at, each.state) for each in status.ran] == [(SEVEN, SlotState.DONE)]
    assert [(each.schedule, f"{each.at:%a %H:%M %z}") for each in status.coming] == [("weekly", "Mon 07:00 +0200")]
    assert status.holder is None


def test_a_workspace_without_anything_is_well(workspace: Path) -> None:
    """And asking makes no records."""
    made = make_scheduled_workspace(workspace, "")
    assert read_status(made, MONDAY).needs == ()
    assert not made.records_folder.exists()
    assert read_outbox(made) == OutboxState()
    assert not made.records_folder.exists()


def test_a_failed_run_needs_a_person_until_it_is_done(runner: Runner) -> None:
    """Mended and asked for by hand it is well again."""
    file = runner.workspace.briefs_folder / "grain.yaml"
    before = file.read_text("utf-8")
    file.write_text("format: 1\ntitel: x\n", "utf-8")
    runner.at(MONDAY + 7 * 24 * HOUR)
    status = read_status(runner.workspace, MONDAY + 7 * 24 * HOUR)
    assert kinds(status) == [NeedKind.FAILED]
    assert status.needs[0].sentence == "failed: 1 brief NOT built"
    assert "briefmaker run weekly" in status.needs[0].advice
    file.write_text(before, "utf-8")
    runner.now += HOUR
    runner.ask("weekly")
    assert read_status(runner.workspace, runner.now).needs == ()


def test_a_time_that_was_missed_needs_a_person(runner: Runner) -> None:
    """Where it is not caught up."""
    change_settings(runner.workspace.root, WEEKLY.replace("briefs:", "catch_up: none, briefs:"))
    runner.at(MONDAY + 7 * 24 * HOUR + 2 * HOUR)
    assert kinds(read_status(runner.workspace, runner.now)) == [NeedKind.MISSED]


def test_schedules_that_nothing_runs_need_a_person(workspace: Path) -> None:
    """One that no run has seen, and one whose time and grace have passed; not one whose grace still runs."""
    runner = Runner(make_scheduled_workspace(workspace))
    assert kinds(read_status(runner.workspace, MONDAY)) == [NeedKind.NOT_RUNNING]
    runner.at(MONDAY - HOUR)
    assert kinds(read_status(runner.workspace, MONDAY + HOUR / 2)) == []
    late = read_status(runner.workspace, MONDAY + 2 * HOUR)
    assert kinds(late) == [NeedKind.NOT_RUNNING]
    assert "briefmaker schedule install" in late.needs[0].advice
    change_settings(workspace, WEEKLY.replace("0 7", "30 6"))
    assert kinds(read_status(runner.workspace, MONDAY + 2 * HOUR)) == []


def test_a_run_at_work_is_told(runner: Runner) -> None:
    """By whom; meanwhile nobody is told that nothing runs."""
    with hold_run_lock(runner.workspace.records_folder, "07:00"):
        status = read_status(runner.workspace, MONDAY + 8 * 24 * HOUR)
    assert status.holder is not None
    assert status.holder.since == "07:00"
    assert status.needs == ()


def test_messages_and_clearances_are_told(runner: Runner, monkeypatch: pytest.MonkeyPatch) -> None:
    """What is stuck or late needs a person; what waits, or is open in time, is told beside."""
    stuck = StuckMessage(12, "unknown", "ann@example.int", "Grain talks", "connection lost")
    late = AwaitedClearance("briefs/grain.yaml", "Legal was asked by 1 May", True, "ask Legal")
    still_open = AwaitedClearance("briefs/trade.yaml", "Legal is asked by 9 May", False, "")
    monkeypatch.setattr(status_module, "read_outbox", lambda _: OutboxState((stuck,), 3))
    monkeypatch.setattr(status_module, "read_clearances", lambda *_: (late, still_open))
    status = read_status(runner.workspace, MONDAY + HOUR)
    assert kinds(status) == [NeedKind.MESSAGE, NeedKind.CLEARANCE]
    assert status.needs[0].sentence == "unknown, to ann@example.int, Grain talks: connection lost"
    assert (status.waiting, status.clearances) == (3, (still_open,))


def test_times_that_were_overtaken_are_no_news(runner: Runner) -> None:
    """The list is of what was done, or should have been."""
    with SlotRecords(runner.workspace.records_folder) as records:
        records.skip("weekly", [SEVEN + HOUR], SlotState.OVERTAKEN, MONDAY)
    assert [each.at for each in read_status(runner.workspace, MONDAY + HOUR).ran] == [SEVEN]


def test_a_broken_expression_is_told(workspace: Path) -> None:
    """As a run tells it."""
    made = make_scheduled_workspace(workspace, WEEKLY.replace("0 7", "0 25"))
    with pytest.raises(BriefmakerError):
        read_status(made, MONDAY)
