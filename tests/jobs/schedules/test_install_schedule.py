"""Entries are put where the system looks for them, once, and taken away again."""

from pathlib import Path

import pytest

from briefmaker.diagnostics import BriefmakerError
from briefmaker.jobs.schedules.install_schedule import install_cron_line, install_units, remove_entries
from briefmaker.jobs.schedules.schedule_entry import name_entry
from briefmaker.workspace.workspace import Workspace

# A crontab that is a file of the test's, with the two ways of calling that every cron has; the real one is the user's.
CRONTAB = """#!/bin/sh
case "$1" in
  -l) if [ -f "$KEPT" ]; then cat "$KEPT"; else echo "no crontab for ann" >&2; exit 1; fi ;;
  -) cat >"$KEPT" ;;
  *) exit 2 ;;
esac
"""
SYSTEMCTL = """#!/bin/sh
echo "$@" >>"$CALLED"
exit ${REFUSAL:-0}
"""


@pytest.fixture
def system(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give a folder in which a crontab, the calls of systemctl, and the user's units end up."""
    programs = tmp_path / "programs"
    programs.mkdir()
    for name, content in (("crontab", CRONTAB), ("systemctl", SYSTEMCTL)):
        (programs / name).write_text(content, "utf-8")
        (programs / name).chmod(0o755)
    monkeypatch.setenv("PATH", f"{programs}:/usr/bin:/bin")
    monkeypatch.setenv("KEPT", str(tmp_path / "crontab"))
    monkeypatch.setenv("CALLED", str(tmp_path / "called"))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    return tmp_path


@pytest.fixture
def here(tmp_path: Path) -> Workspace:
    """Give a workspace whose folder has a blank and a per cent sign."""
    folder = tmp_path / "our 100% desk"
    folder.mkdir()
    return Workspace(folder)


def test_a_line_is_entered_into_the_crontab_once(system: Path, here: Workspace) -> None:
    """Beside what is there; installed again it stays, installed otherwise it changes, removed it is gone."""
    kept = system / "crontab"
    kept.write_text("0 1 * * * backup\n", "utf-8")
    (told,) = install_cron_line(here, 5)
    assert told.startswith("entered into the crontab: */5 * * * * cd ")
    before = kept.read_text("utf-8")
    assert install_cron_line(here, 5) == ("the crontab has this line already",)
    assert kept.read_text("utf-8") == before
    install_cron_line(here, 10)
    assert kept.read_text("utf-8") == before.replace("*/5", "*/10")
    assert remove_entries(here) == ("removed the line from the crontab",)
    assert kept.read_text("utf-8") == "0 1 * * * backup\n"
    assert remove_entries(here) == ()


def test_whoever_has_no_crontab_gets_one(system: Path, here: Workspace) -> None:
    """With nothing in it but the entry."""
    install_cron_line(here, 5)
    assert len((system / "crontab").read_text("utf-8").splitlines()) == 3


def test_a_crontab_that_cannot_be_read_is_left_alone(
    system: Path, here: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As where the system lets nobody have one."""
    (system / "programs" / "crontab").write_text('#!/bin/sh\necho "you may not use crontab" >&2\nexit 1\n', "utf-8")
    with pytest.raises(BriefmakerError, match="you may not use crontab") as told:
        install_cron_line(here, 5)
    assert "--print" in told.value.hint
    monkeypatch.setenv("PATH", str(system / "nowhere"))
    with pytest.raises(BriefmakerError, match="there is no program crontab"):
        install_cron_line(here, 5)


def test_units_are_written_and_started(system: Path, here: Workspace) -> None:
    """And removed again, with nothing left."""
    name = name_entry(here.root)
    units = system / "config" / "systemd" / "user"
    told = install_units(here, 5)
    assert {file.name for file in units.iterdir()} == {f"{name}.service", f"{name}.timer"}
    assert (system / "called").read_text("utf-8").splitlines() == [
        "--user daemon-reload",
        f"--user enable --now {name}.timer",
    ]
    assert f"started {name}.timer" in told
    assert len(remove_entries(here)) == 2
    assert list(units.iterdir()) == []
    assert f"--user disable --now {name}.timer" in (system / "called").read_text("utf-8")


def test_what_systemd_does_not_take_is_left_to_do(
    system: Path, here: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As where the user has no session: the units are written, and the commands are told."""
    monkeypatch.setenv("REFUSAL", "1")
    told = install_units(here, 5)
    assert "systemd did not take them: exit code 1" in told
    assert f"left to do: systemctl --user enable --now {name_entry(here.root)}.timer" in told


def test_a_folder_that_cannot_be_written_is_told(system: Path, here: Workspace) -> None:
    """With the other ways that there are."""
    (system / "config").write_text("a file", "utf-8")
    with pytest.raises(BriefmakerError, match="cannot be written") as told:
        install_units(here, 5)
    assert "--cron" in told.value.hint
