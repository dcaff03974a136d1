"""What ``briefmaker run`` prints, and how it ends."""

import datetime
import json
import subprocess
import sys
import textwrap
from pathlib import Path

import pytest
from click.testing import CliRunner
from tests.schedules import change_settings, make_scheduled_workspace

from briefmaker.cli.main import briefmaker
from briefmaker.delivery.due import Timing
from briefmaker.delivery.slots import Sighting, SlotRecords
from briefmaker.workspace.run_lock import hold_run_lock
from briefmaker.workspace.workspace import Workspace

DAILY = """
timezone: Europe/Brussels
schedules:
  daily: {cron: "* * * * *", briefs: [briefs/grain.yaml]}
"""


@pytest.fixture
def scheduled(workspace: Path) -> Workspace:
    """Give a workspace in which the test stands, with a schedule that was seen two minutes ago."""
    made = make_scheduled_workspace(workspace, DAILY)
    before = datetime.datetime.now(datetime.UTC) - datetime.timedelta(minutes=2)
    with SlotRecords(made.records_folder) as records:
        records.see("daily", Sighting(Timing("* * * * *", "Europe/Brussels"), before))
    return made


@pytest.mark.usefixtures("scheduled")
def test_what_was_done_is_told_in_a_line_a_time() -> None:
    """In the zone of the schedule; what is dry changes nothing; a second run of the same minute has nothing to do."""
    dry = CliRunner().invoke(briefmaker, ["run", "--due", "--dry-run"])
    assert dry.exit_code == 0
    assert dry.stdout.splitlines()[-1].endswith("is due: builds briefs/grain.yaml")
    result = CliRunner().invoke(briefmaker, ["run", "--due"])
    assert result.exit_code == 0
    skipped, done = result.stdout.splitlines()
    assert skipped == "daily: 1 time was skipped, a later time was due as well"
    assert done.startswith("daily, ")
    assert done.endswith(": done, 1 brief built")


def test_each_event_is_a_line_of_json_where_that_is_wished(scheduled: Workspace) -> None:
    """On the output stream, and nothing else there; the preview too."""
    dry = CliRunner().invoke(briefmaker, ["run", "--due", "--dry-run", "--json"])
    assert {"schedule", "slot", "what"} == set(json.loads(dry.stdout.splitlines()[0]))
    result = CliRunner().invoke(briefmaker, ["run", "--due", "--json"])
    events = [json.loads(line) for line in result.stdout.splitlines()]
    assert [each["event"] for each in events][-2:] == ["slot-ended", "run-ended"]
    assert events[-1]["exit_code"] == 0


def test_findings_are_told_as_a_build_tells_them(scheduled: Workspace) -> None:
    """With exit code 1."""
    (scheduled.briefs_folder / "grain.yaml").write_text("format: 1\ntitel: x\n", "utf-8")
    result = CliRunner().invoke(briefmaker, ["run", "daily"])
    assert result.exit_code == 1
    assert "briefs/grain.yaml:2:1: FLD001" in result.stderr
    assert "failed, 1 brief NOT built" in result.stdout


def test_a_schedule_by_name_is_told_before_and_done(scheduled: Workspace) -> None:
    """Due or not."""
    dry = CliRunner().invoke(briefmaker, ["run", "daily", "--dry-run"])
    assert dry.stdout == "daily: builds briefs/grain.yaml\n"
    data = CliRunner().invoke(briefmaker, ["run", "daily", "--dry-run", "--json"]).stdout
    assert json.loads(data) == {"schedule": "daily", "slot": None, "what": "builds briefs/grain.yaml"}
    assert CliRunner().invoke(briefmaker, ["run", "daily"]).exit_code == 0


@pytest.mark.parametrize("arguments", [[], ["daily", "--due"]])
def test_a_run_wants_to_know_what_is_meant(scheduled: Workspace, arguments: list[str]) -> None:
    """Either what is due, or schedules by name."""
    result = CliRunner().invoke(briefmaker, ["run", *arguments])
    assert result.exit_code == 2
    assert "`briefmaker run --due` does what is due" in result.stderr


@pytest.mark.parametrize("command", [["run", "--due"], ["run", "--due", "--dry-run"], ["status"], ["schedule"]])
def test_outside_of_a_workspace_nothing_is_said_to_be_well(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, command: list[str]
) -> None:
    """An entry that stands in the wrong folder is to be noticed."""
    monkeypatch.chdir(tmp_path)
    result = CliRunner().invoke(briefmaker, command)
    assert getattr(result.exception, "exit_code", None) == 2


def test_another_run_at_work_is_told(scheduled: Workspace) -> None:
    """The exception carries exit code 3, which the entrance leaves with."""
    with hold_run_lock(scheduled.records_folder, "07:00"):
        result = CliRunner().invoke(briefmaker, ["run", "--due"])
    assert getattr(result.exception, "exit_code", None) == 3


def test_nothing_due_is_said(scheduled: Workspace) -> None:
    """Also where there are no schedules."""
    change_settings(scheduled.root, "")
    assert CliRunner().invoke(briefmaker, ["run", "--due"]).stdout == "daily: is no more\n"
    assert CliRunner().invoke(briefmaker, ["run", "--due"]).stdout == "nothing is due\n"
    assert CliRunner().invoke(briefmaker, ["run", "--due", "--dry-run"]).stdout == "nothing is due\n"


def test_a_run_with_nothing_to_do_imports_neither_mail_nor_makers(scheduled: Workspace) -> None:
    """It is called every few minutes for ever, and costs little more than to read the settings."""
    change_settings(scheduled.root, DAILY.replace("* * * * *", "0 0 29 2 *"))
    program = """
        import sys
        from click.testing import CliRunner
        from briefmaker.cli.main import briefmaker
        CliRunner().invoke(briefmaker, ["run", "--due"])
        assert CliRunner().invoke(briefmaker, ["run", "--due"]).stdout == "nothing is due\\n"
        unneeded = ("smtplib", "ssl", "urllib.request", "jinja2", "weasyprint", "docx")
        ours = ("mail", "mail_plan", "build", "pack", "working", "check")
        print(*{*unneeded, *(f"briefmaker.jobs.{name}" for name in ours)} & {*sys.modules})
    """
    ended = subprocess.run([sys.executable, "-c", textwrap.dedent(program)], capture_output=True, text=True, check=True)
    assert ended.stdout == "\n"
