"""Events reach whoever listens, also where the log cannot be written."""

from pathlib import Path

from tests.schedules import MONDAY

from briefmaker.diagnostics import Code
from briefmaker.jobs.schedules.run_log import Event, RunLog


def test_a_log_that_cannot_be_written_is_told_once(tmp_path: Path) -> None:
    """And the run goes on."""
    (tmp_path / "logs").write_text("a file", "utf-8")
    heard: list[Event] = []
    log = RunLog(tmp_path / "logs" / "runs.log", lambda: MONDAY, heard.append)
    log.tell("slot-begun", "weekly", MONDAY)
    log.tell("slot-ended", "weekly", MONDAY, 0)
    assert [each.name for each in heard] == ["finding", "slot-begun", "slot-ended"]
    assert heard[0].found is not None
    assert heard[0].found.code == Code.LOG_UNWRITABLE


def test_a_run_with_nothing_to_do_is_heard_and_not_logged(tmp_path: Path) -> None:
    """One that ended badly is logged in any case."""
    heard: list[Event] = []
    for exit_code in (0, 4):
        RunLog(tmp_path / f"{exit_code}.log", lambda: MONDAY, heard.append).tell("run-ended", exit_code=exit_code)
    assert len(heard) == 2
    assert [file.name for file in tmp_path.iterdir()] == ["4.log"]
