"""What ``briefmaker schedule`` prints."""

import re
from pathlib import Path

import pytest
from click.testing import CliRunner
from tests.schedules import MAIL, make_scheduled_workspace

from briefmaker.cli.main import briefmaker
from briefmaker.diagnostics import BriefmakerError

SETTINGS = """
schedules:
  weekly: {cron: "0 7 * * MON", timezone: Europe/Brussels, briefs: [briefs], packs: [visit], mail: true}
  nightly: {cron: "30 2 * * *", briefs: [briefs/grain.yaml]}
"""


def test_schedules_are_listed_with_their_next_times(workspace: Path) -> None:
    """Three each, in the zone of the schedule, and what they ask for."""
    make_scheduled_workspace(workspace, SETTINGS + MAIL)
    result = CliRunner().invoke(briefmaker, ["schedule"])
    assert result.exit_code == 0
    weekly, asked, coming, nightly, _, _ = result.stdout.splitlines()
    assert weekly == "weekly: 0 7 * * MON, Europe/Brussels"
    assert asked == "  builds briefs, binds visit, mails them"
    assert re.fullmatch(r"  next: (Mon \d+ \w{3} \d{4} 07:00(; )?){3}", coming)
    assert nightly == "nightly: 30 2 * * *, UTC"


def test_a_workspace_without_schedules_says_so(workspace: Path) -> None:
    """That is no mistake."""
    result = CliRunner().invoke(briefmaker, ["schedule"])
    assert (result.exit_code, result.stdout) == (0, "there are no schedules in briefmaker.yaml\n")


def test_entries_can_be_looked_at_first(workspace: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing is installed by printing."""
    monkeypatch.setenv("XDG_CONFIG_HOME", str(workspace / "config"))
    units = CliRunner().invoke(briefmaker, ["schedule", "install", "--systemd", "--print", "--every", "10"])
    assert "OnCalendar=*-*-* *:00/10:00" in units.stdout
    assert f"WorkingDirectory={workspace}\n" in units.stdout
    line = CliRunner().invoke(briefmaker, ["schedule", "install", "--cron", "--print"])
    assert line.stdout.startswith("*/5 * * * * cd ")
    assert not (workspace / "config").exists()


def test_units_are_installed_and_removed(workspace: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where there is no systemctl the commands that are left are told; afterwards there is nothing more to remove."""
    monkeypatch.setenv("XDG_CONFIG_HOME", str(workspace / "config"))
    monkeypatch.setenv("PATH", str(workspace / "nowhere"))
    installed = CliRunner().invoke(briefmaker, ["schedule", "install", "--systemd"])
    assert installed.exit_code == 0
    assert "left to do: systemctl --user daemon-reload" in installed.stdout
    assert CliRunner().invoke(briefmaker, ["schedule", "remove"]).stdout.count("removed ") == 2
    again = CliRunner().invoke(briefmaker, ["schedule", "remove"])
    assert again.stdout == "nothing was installed for this workspace\n"


@pytest.mark.parametrize("arguments", [[], ["--cron", "--every", "7"], ["--systemd", "--every", "0"]])
def test_a_wish_that_cannot_be_met_is_told(workspace: Path, arguments: list[str]) -> None:
    """Neither kind, or minutes that do not divide the hour."""
    result = CliRunner().invoke(briefmaker, ["schedule", "install", *arguments])
    assert result.exit_code == 2
    assert "Say --systemd or --cron" in result.stderr or "divisor of 60" in result.stderr


def test_outside_of_a_workspace_nothing_is_installed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """There is nothing that could run."""
    monkeypatch.chdir(tmp_path)
    result = CliRunner().invoke(briefmaker, ["schedule", "install", "--cron", "--print"])
    assert isinstance(result.exception, BriefmakerError)
