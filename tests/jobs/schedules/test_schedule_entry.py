"""What is entered into systemd or a crontab is taken by them, whatever the folders are called."""

import datetime
import itertools
import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

from briefmaker.diagnostics import BriefmakerError
from briefmaker.jobs.schedules.schedule_entry import (
    EVERY,
    find_program,
    name_entry,
    replace_in_crontab,
    write_cron_line,
    write_units,
)

ODD = ["plain", "with blanks", "100% %h", 'it\'s "quoted"', "$HOME `x` $(y)", "back\\slash", "Größe", "a=b", "a;b#c"]
on_linux = pytest.mark.skipif(sys.platform != "linux", reason="systemd is Linux's")


def make_program(folder: Path) -> tuple[str, ...]:
    """Write a program into a folder that says where it was called and with what; gives its command."""
    folder.mkdir(exist_ok=True)
    program = folder / "brief maker"
    program.write_text('#!/bin/sh\npwd\nprintf "%s\\n" "$@"\n', "utf-8")
    program.chmod(0o755)
    return (str(program),)


def verify_units(folder: Path, root: Path, program: tuple[str, ...]) -> str:
    """Give what systemd has against the units of a workspace; nothing where it takes them."""
    units = write_units(root, program)
    (folder / units.service_name).write_text(units.service, "utf-8")
    (folder / units.timer_name).write_text(units.timer, "utf-8")
    environment = os.environ | {"XDG_RUNTIME_DIR": str(folder)}
    command = ["systemd-analyze", "--user", "verify", folder / units.service_name, folder / units.timer_name]
    ran = subprocess.run(command, capture_output=True, text=True, check=False, env=environment)
    return ran.stderr or f"{ran.returncode or ''}"


@on_linux
@pytest.mark.parametrize("name", ODD)
def test_systemd_takes_the_units(tmp_path: Path, name: str) -> None:
    """Also where the folder of the workspace, or of briefmaker, has signs that mean something to systemd."""
    root = tmp_path / name
    assert verify_units(tmp_path, root, make_program(root)) == ""


@on_linux
def test_systemd_tells_a_program_that_is_not_there(tmp_path: Path) -> None:
    """So that what it says of the others is worth something."""
    assert "is not executable" in verify_units(tmp_path, tmp_path, (str(tmp_path / "nobody"),))


@pytest.mark.parametrize("name", ODD)
def test_the_service_calls_the_program_where_the_workspace_is(tmp_path: Path, name: str) -> None:
    """Its lines, read as systemd reads them, name the folder and the words of the command."""
    root = tmp_path / name
    service = write_units(root, make_program(root)).service
    folder = re.search(r"^WorkingDirectory=(.*)$", service, re.MULTILINE)
    command = re.search(r"^ExecStart=(.*)$", service, re.MULTILINE)
    assert folder is not None
    assert command is not None
    assert folder[1].replace("%%", "%") == str(root)
    words = [word.replace("$$", "$").replace("%%", "%") for word in shlex.split(command[1])]
    ran = subprocess.run(words, cwd=root, capture_output=True, text=True, check=True)
    assert ran.stdout.splitlines() == [str(root), "run", "--due"]


@pytest.mark.parametrize("name", ODD)
def test_the_line_of_cron_calls_the_program_where_the_workspace_is(tmp_path: Path, name: str) -> None:
    """Read as cron reads it: a per cent sign ends the command unless it is escaped; then a shell takes it."""
    root = tmp_path / name
    line = write_cron_line(root, make_program(root))
    assert line.startswith("*/5 * * * * ")
    command = line.split(" ", 5)[5]
    assert not re.search(r"(?<!\\)%", command)
    shell = command.replace("\\%", "%").removesuffix(">/dev/null")
    ran = subprocess.run(["/bin/sh", "-c", shell], capture_output=True, text=True, check=True, cwd="/")
    assert ran.stdout.splitlines() == [str(root), "run", "--due"]


@on_linux
@pytest.mark.parametrize("every", EVERY)
def test_systemd_reads_the_calendar_as_it_is_meant(tmp_path: Path, every: int) -> None:
    """Each run so many minutes after the one before, over the hour's end too."""
    calendar = re.search(r"^OnCalendar=(.*)$", write_units(tmp_path, ("x",), every).timer, re.MULTILINE)
    assert calendar is not None
    command = ["systemd-analyze", "calendar", f"--iterations={60 // every + 2}", calendar[1]]
    told = subprocess.run(command, capture_output=True, text=True, check=True, env=os.environ | {"TZ": "UTC"}).stdout
    found = re.findall(r"(?:elapse|Iter\. #\d+|Iteration #\d+): \w+ (\S+ \S+)", told)
    times = [datetime.datetime.fromisoformat(each) for each in found]
    assert len(times) == 60 // every + 2
    gaps = {(after - before).total_seconds() for before, after in itertools.pairwise(times)}
    assert gaps == {every * 60}
    assert times[0].minute % every == 0


def test_a_timer_makes_up_for_what_came_while_the_machine_was_off(tmp_path: Path) -> None:
    """And a run that is turned away, as another is at work, is no failure of the service."""
    units = write_units(tmp_path, ("/usr/bin/briefmaker",))
    assert "\nPersistent=true\n" in units.timer
    assert "\nSuccessExitStatus=3\n" in units.service
    assert "\nExecStart=/usr/bin/briefmaker run --due\n" in units.service


@pytest.mark.parametrize("name", ["two\nlines", "tab\tbed", "blank at the end ", "backslash\\"])
def test_a_folder_that_cannot_be_named_there_is_refused(tmp_path: Path, name: str) -> None:
    """With what to do about it."""
    for write in (write_units, write_cron_line):
        with pytest.raises(BriefmakerError, match="neither systemd nor cron") as told:
            write(tmp_path / name, ("x",))
        assert "rename the folder" in told.value.hint


def test_two_workspaces_of_one_name_have_entries_of_their_own(tmp_path: Path) -> None:
    """And every name is one that systemd takes."""
    names = {name_entry(tmp_path / parent / each) for parent in ("a", "b") for each in (*ODD, "文件", "x" * 200)}
    assert len(names) == 2 * (len(ODD) + 2)
    assert all(re.fullmatch(r"briefmaker-[A-Za-z0-9_.-]+-[0-9a-f]{6}", each) and len(each) < 90 for each in names)


def test_a_crontab_keeps_what_else_is_in_it(tmp_path: Path) -> None:
    """Entering, entering anew and removing; byte for byte."""
    others = "MAILTO=ann@example.int\n# mine: begin\n0 1 * * * backup\n"
    once = replace_in_crontab(others, tmp_path, "*/5 * * * * x")
    assert once.startswith(others)
    assert replace_in_crontab(once, tmp_path, "*/5 * * * * x") == once
    raised = replace_in_crontab(f"{once}0 2 * * * later\n", tmp_path, "*/10 * * * * x")
    assert raised.count("* * * * x") == 1
    assert replace_in_crontab(raised, tmp_path, None) == f"{others}0 2 * * * later\n"
    assert replace_in_crontab(others, tmp_path, None) == others
    two = replace_in_crontab(once, tmp_path / "other", "*/5 * * * * y")
    assert replace_in_crontab(two, tmp_path, None) == replace_in_crontab(others, tmp_path / "other", "*/5 * * * * y")
    assert replace_in_crontab("no end", tmp_path, "x").startswith("no end\n#")


def test_marks_that_somebody_broke_are_told(tmp_path: Path) -> None:
    """Rather than what stands between them being lost."""
    once = replace_in_crontab("", tmp_path, "*/5 * * * * x")
    for broken in (once.replace(": end", ": and"), once + once):
        with pytest.raises(BriefmakerError, match="not a pair"):
            replace_in_crontab(broken, tmp_path, "y")


def test_this_briefmaker_is_found() -> None:
    """By a path that holds wherever one stands, and that answers."""
    program = find_program()
    assert Path(program[0]).is_absolute()
    ran = subprocess.run([*program, "--version"], capture_output=True, text=True, check=True)
    assert ran.stdout.startswith("briefmaker ")
