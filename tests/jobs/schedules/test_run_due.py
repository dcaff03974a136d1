"""A run does what is due, each time once, and tells of it."""

import json
import signal
from pathlib import Path
from typing import Any

import pytest
from tests.schedules import HOUR, MAIL, MONDAY, WEEKLY, Runner, change_settings, make_scheduled_workspace

from briefmaker.delivery.slots import SlotRecords, SlotState
from briefmaker.diagnostics import BriefmakerError, Code
from briefmaker.jobs.failures import FindingsError
from briefmaker.jobs.schedules import run_due as run_due_module
from briefmaker.jobs.schedules.posted import Posted
from briefmaker.workspace.run_lock import hold_run_lock

SEVEN = MONDAY.replace(second=0)


@pytest.fixture
def runner(workspace: Path) -> Runner:
    """Give a workspace whose brief is due on Mondays at seven, and was seen at six."""
    runner = Runner(make_scheduled_workspace(workspace))
    assert runner.at(MONDAY - HOUR) == 0
    return runner


def list_output(runner: Runner) -> set[str]:
    """Give the names of the documents that stand in output/."""
    folder = runner.workspace.output_folder
    return {file.name for file in folder.iterdir() if file.suffix in {".pdf", ".docx"}} if folder.is_dir() else set()


def test_what_is_due_is_done_once(runner: Runner) -> None:
    """At seven the brief is built; a run a minute later has nothing to do, and neither had the one at six."""
    assert runner.told() == ["schedule-first-seen", "run-ended"]
    assert list_output(runner) == set()
    assert runner.at(MONDAY) == 0
    assert runner.told() == ["slot-begun", "slot-ended", "run-ended"]
    assert list_output(runner) == {"grain-DRAFT-v1.pdf", "grain-DRAFT-v1.docx"}
    assert [(each.at, each.state, each.summary) for each in runner.slots()] == [
        (SEVEN, SlotState.DONE, "1 brief built")
    ]
    assert runner.at(MONDAY + HOUR / 60) == 0
    assert runner.told() == ["run-ended"]


def test_the_past_of_a_new_schedule_is_not_caught_up(workspace: Path) -> None:
    """Seen for the first time at eight, it does nothing about seven."""
    runner = Runner(make_scheduled_workspace(workspace))
    assert runner.at(MONDAY + HOUR) == 0
    assert runner.told() == ["schedule-first-seen", "run-ended"]


def test_a_schedule_with_other_times_begins_anew(runner: Runner) -> None:
    """What it would have been due at before is not caught up, and the change is recorded."""
    change_settings(runner.workspace.root, WEEKLY.replace("0 7", "30 6"))
    runner.at(MONDAY)
    assert runner.told() == ["schedule-changed", "run-ended"]
    with SlotRecords(runner.workspace.records_folder) as records:
        assert records.sightings()["weekly"].timing.cron == "30 6 * * MON"
    assert runner.at(MONDAY + 7 * 24 * HOUR) == 0
    assert runner.slots()[0].at == SEVEN - HOUR / 2 + 7 * 24 * HOUR


def test_a_schedule_that_was_removed_and_put_back_begins_anew(runner: Runner) -> None:
    """What was due while it was gone is not caught up; where no run saw it gone, nothing is lost."""
    change_settings(runner.workspace.root, "")
    runner.at(MONDAY - HOUR / 2)
    assert runner.told() == ["schedule-gone", "run-ended"]
    change_settings(runner.workspace.root, WEEKLY)
    runner.at(MONDAY)
    assert runner.told() == ["schedule-first-seen", "run-ended"]
    change_settings(runner.workspace.root, "")
    change_settings(runner.workspace.root, WEEKLY)
    runner.at(MONDAY + 7 * 24 * HOUR)
    assert "slot-ended" in runner.told()


def test_a_clock_set_back_repeats_nothing(runner: Runner) -> None:
    """By an hour it passes seven a second time; by months it is told, and its times begin anew."""
    runner.at(MONDAY)
    assert runner.at(MONDAY - HOUR) == 0
    assert runner.at(MONDAY) == 0
    assert runner.told() == ["run-ended"]
    assert runner.at(MONDAY - 1000 * HOUR) == 0
    assert runner.found() == ["RUN012"]
    assert len(runner.slots()) == 1
    runner.at(MONDAY + HOUR / 60)
    assert [(each.at, each.attempts) for each in runner.slots() if each.at == SEVEN] == [(SEVEN, 1)]


def test_what_was_missed_is_told(runner: Runner) -> None:
    """After two weeks the newest runs, and the others are recorded as overtaken."""
    assert runner.at(MONDAY + 14 * 24 * HOUR) == 0
    assert runner.told() == ["slot-skipped", "slot-skipped", "slot-begun", "slot-ended", "run-ended"]
    assert [each.state for each in runner.slots()] == [SlotState.DONE]
    change_settings(runner.workspace.root, WEEKLY.replace("briefs:", "catch_up: none, briefs:"))
    assert runner.at(MONDAY + 21 * 24 * HOUR + 2 * HOUR) == 0
    assert runner.told() == ["slot-skipped", "run-ended"]
    assert [each.state for each in runner.slots()] == [SlotState.MISSED, SlotState.DONE]


BOTH = """
schedules:
  broken: {cron: "0 7 * * *", timezone: Europe/Brussels, briefs: [briefs/grian.yaml], packs: [visti]}
  whole: {cron: "0 7 * * *", timezone: Europe/Brussels, briefs: [briefs], packs: [visit]}
"""


def test_one_schedule_that_fails_harms_no_other(workspace: Path) -> None:
    """Each of its parts that cannot be begun is told, and the worst exit code counts."""
    runner = Runner(make_scheduled_workspace(workspace, BOTH))
    runner.at(MONDAY - HOUR)
    assert runner.at(MONDAY) == 2
    assert runner.found() == ["RUN010", "RUN010"]
    assert {each.schedule: each.state for each in runner.slots()} == {
        "broken": SlotState.FAILED,
        "whole": SlotState.DONE,
    }
    assert {"visit-DRAFT-v1.pdf", "visit-DRAFT-v1.docx", "trade-DRAFT-v1.pdf"} <= list_output(runner)


def test_a_brief_with_errors_fails_its_time_and_nothing_else(workspace: Path) -> None:
    """The other brief is built; its finding is told with its line; the next time tries again."""
    runner = Runner(make_scheduled_workspace(workspace, BOTH.replace("broken:", "#")))
    (workspace / "briefs" / "grain.yaml").write_text("format: 1\ntitel: x\n", "utf-8")
    runner.at(MONDAY - HOUR)
    assert runner.at(MONDAY) == 1
    assert "trade-DRAFT-v1.pdf" in list_output(runner)
    (slot,) = runner.slots()
    assert (slot.state, slot.exit_code) == (SlotState.FAILED, 1)
    assert slot.summary == "1 brief built, 1 brief NOT built, 1 pack NOT made"


def test_a_mistake_of_briefmaker_harms_no_other_schedule(workspace: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It is told with its place, and the other schedule is done."""

    def stumble(schedule: object, *others: object) -> None:
        if calls.append(schedule) or len(calls) == 1:
            raise ZeroDivisionError("by nought")
        real(schedule, *others)  # type: ignore[arg-type] # whatever was passed

    calls: list[object] = []
    real = run_due_module.work_through
    monkeypatch.setattr(run_due_module, "work_through", stumble)
    runner = Runner(make_scheduled_workspace(workspace, BOTH))
    runner.at(MONDAY - HOUR)
    assert runner.at(MONDAY) == 1
    assert runner.found() == ["RUN011"]
    assert [each.state for each in runner.slots()] == [SlotState.FAILED, SlotState.DONE]


def test_work_of_a_process_that_died_is_done_again(runner: Runner) -> None:
    """Told as such; after three deaths it is given up, and a person hears of it."""
    with SlotRecords(runner.workspace.records_folder) as records:
        records.begin("weekly", SEVEN, MONDAY)
    assert runner.at(MONDAY + 5 * HOUR) == 0
    assert runner.found() == ["RUN014"]
    (slot,) = runner.slots()
    assert (slot.state, slot.attempts) == (SlotState.DONE, 2)
    with SlotRecords(runner.workspace.records_folder) as records:
        records.begin_again(slot, MONDAY)
    assert runner.at(MONDAY + 6 * HOUR) == 1
    assert runner.found() == ["RUN013"]
    assert runner.slots()[0].state is SlotState.FAILED
    assert runner.at(MONDAY + 7 * HOUR) == 0


def test_a_run_that_is_stopped_says_so_and_goes_on_the_next_time(
    runner: Runner, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As by SIGTERM in the middle of the work: the time is recorded as stopped, and is done by the next run."""

    def stop(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(run_due_module, "work_through", stop)
    with pytest.raises(KeyboardInterrupt):
        runner.at(MONDAY)
    assert runner.told() == ["slot-begun", "slot-ended", "run-stopped"]
    assert [each.state for each in runner.slots()] == [SlotState.STOPPED]
    monkeypatch.undo()
    assert runner.at(MONDAY + HOUR / 60) == 0
    assert [(each.state, each.attempts) for each in runner.slots()] == [(SlotState.DONE, 1)]


def test_a_stop_that_comes_as_work_ends_undoes_nothing(runner: Runner, monkeypatch: pytest.MonkeyPatch) -> None:
    """What is done is recorded as done; then the run stops."""
    real = SlotRecords.end

    def end(records: SlotRecords, *arguments: Any, **named: Any) -> None:
        signal.raise_signal(signal.SIGINT)
        real(records, *arguments, **named)

    monkeypatch.setattr(SlotRecords, "end", end)
    with pytest.raises(KeyboardInterrupt):
        runner.at(MONDAY)
    assert runner.told() == ["slot-begun", "slot-ended", "run-stopped"]
    assert [each.state for each in runner.slots()] == [SlotState.DONE]


def test_records_that_cannot_be_kept_end_the_run(runner: Runner, monkeypatch: pytest.MonkeyPatch) -> None:
    """As on a full disk: nothing is done that could not be recorded, and the next run does it."""

    def refuse(*_: object, **__: object) -> None:
        raise BriefmakerError("no room", exit_code=1)

    monkeypatch.setattr(SlotRecords, "begin", refuse)
    with pytest.raises(BriefmakerError, match="no room"):
        runner.at(MONDAY)
    assert runner.told() == ["run-stopped"]
    assert list_output(runner) == set()
    monkeypatch.undo()
    assert runner.at(MONDAY) == 0
    assert [each.state for each in runner.slots()] == [SlotState.DONE]


def test_a_second_run_is_turned_away(runner: Runner) -> None:
    """With exit code 3, and what is due is done by the next."""
    with hold_run_lock(runner.workspace.records_folder, "07:00"), pytest.raises(BriefmakerError) as told:
        runner.at(MONDAY)
    assert told.value.exit_code == 3
    assert runner.at(MONDAY) == 0
    assert len(runner.slots()) == 1


def test_a_schedule_can_be_asked_for_at_any_time(runner: Runner) -> None:
    """It is recorded as asked for, and its own time comes all the same."""
    assert runner.ask("weekly") == 0
    assert list_output(runner) == {"grain-DRAFT-v1.pdf", "grain-DRAFT-v1.docx"}
    runner.at(MONDAY)
    assert [each.is_asked for each in runner.slots()] == [False, True]
    assert runner.slots()[0].summary == "1 unchanged"
    with pytest.raises(BriefmakerError, match="there is no schedule `wekly`") as told:
        runner.ask("wekly")
    assert "`weekly`" in told.value.hint


def test_what_was_made_is_mailed_where_that_is_wished(workspace: Path) -> None:
    """Each brief and pack once, by its file; what a delivery needs a person for decides the exit code."""
    settings = BOTH.replace("broken:", "#").replace("packs: [visit]", "packs: [visit], mail: true") + MAIL
    runner = Runner(make_scheduled_workspace(workspace, settings))
    posted: list[str] = []

    def post(file: Path) -> Posted:
        posted.append(file.name)
        return Posted(sent=2, unknown=1, exit_code=4) if file.name == "visit.yaml" else Posted(sent=2)

    runner.ways = {"post": post, "send_waiting": lambda: Posted(sent=1)}
    runner.at(MONDAY - HOUR)
    assert runner.at(MONDAY) == 4
    assert posted == ["grain.yaml", "trade.yaml", "visit.yaml"]
    assert "6 messages sent, 1 message may not have arrived" in runner.slots()[0].summary
    assert runner.told()[-2:] == ["outbox-sent", "run-ended"]


def test_a_failure_of_the_outbox_is_told(runner: Runner) -> None:
    """The work that was due is done and recorded before."""

    def fail() -> Posted:
        raise BriefmakerError("the outbox is damaged", "bring it back", exit_code=1)

    runner.ways = {"send_waiting": fail}
    assert runner.at(MONDAY) == 1
    assert runner.found() == ["RUN010"]
    assert runner.slots()[0].state is SlotState.DONE


def test_the_log_has_a_line_of_json_for_each_event(workspace: Path) -> None:
    """With time, schedule, slot and exit code; a run with nothing to do adds none."""
    runner = Runner(make_scheduled_workspace(workspace, f"{WEEKLY}runs: {{log: logs/runs.log, heartbeat: alive}}\n"))
    runner.at(MONDAY - HOUR)
    runner.at(MONDAY)
    runner.at(MONDAY + HOUR / 60)
    lines = [json.loads(line) for line in (workspace / "logs" / "runs.log").read_text("utf-8").splitlines()]
    assert [each["event"] for each in lines] == [
        "schedule-first-seen",
        "run-ended",
        "slot-begun",
        "slot-ended",
        "run-ended",
    ]
    assert lines[3] == {
        "time": "2026-05-04T05:00:20Z",
        "event": "slot-ended",
        "schedule": "weekly",
        "slot": "2026-05-04T05:00:00Z",
        "exit_code": 0,
        "result": "done",
        "summary": "1 brief built",
    }
    assert (workspace / "alive").is_file()


def test_a_run_that_did_not_end_well_gives_no_heartbeat(workspace: Path) -> None:
    """Its watcher is to notice."""
    runner = Runner(make_scheduled_workspace(workspace, f"{BOTH}runs: {{heartbeat: alive}}\n"))
    runner.at(MONDAY - HOUR)
    (workspace / "alive").unlink()
    assert runner.at(MONDAY) == 2
    assert not (workspace / "alive").exists()


@pytest.mark.parametrize(
    "runs", ["log: ../runs.log", "log: briefs/grain.yaml", "heartbeat: ../alive", "heartbeat: http://example.int/x"]
)
def test_nothing_outside_of_the_workspace_is_written_or_asked(workspace: Path, runs: str) -> None:
    """Settings that would have it so are refused, with exit code 2, before anything is done."""
    runner = Runner(make_scheduled_workspace(workspace, f"{WEEKLY}runs: {{{runs}}}\n"))
    with pytest.raises(BriefmakerError) as told:
        runner.at(MONDAY)
    assert told.value.exit_code == 2
    assert not runner.workspace.records_folder.exists()


def test_a_broken_expression_is_told_before_anything_is_done(workspace: Path) -> None:
    """With its schedule and how it is written."""
    runner = Runner(make_scheduled_workspace(workspace, WEEKLY.replace("0 7 * * MON", "0 25 * * *")))
    with pytest.raises(FindingsError) as told:
        runner.at(MONDAY)
    (found,) = told.value.diagnostics
    assert (found.code, told.value.exit_code) == (Code.SETTINGS_SCHEDULE, 2)
    assert found.message.startswith("`0 25 * * *`")
    assert not runner.workspace.records_folder.exists()


def test_a_workspace_without_schedules_gets_no_records(workspace: Path) -> None:
    """A run there has nothing to do and leaves nothing."""
    runner = Runner(make_scheduled_workspace(workspace, ""))
    assert runner.at(MONDAY) == 0
    assert runner.told() == ["run-ended"]
    assert not runner.workspace.records_folder.exists()
    with pytest.raises(BriefmakerError, match="no schedules"):
        runner.ask("weekly")
