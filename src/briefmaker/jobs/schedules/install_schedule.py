"""Puts the entry that runs what is due into the user's systemd or crontab, or takes it away; doing so twice changes nothing."""

import os
from collections.abc import Iterator
from pathlib import Path

from briefmaker.diagnostics import BriefmakerError
from briefmaker.jobs.schedules.schedule_entry import (
    find_program,
    name_entry,
    replace_in_crontab,
    write_cron_line,
    write_units,
)
from briefmaker.workspace.output import write_files
from briefmaker.workspace.removing import remove_file
from briefmaker.workspace.system_programs import Answer, run_program
from briefmaker.workspace.workspace import Workspace


def find_unit_folder() -> Path:
    """Give the folder of the user's own units."""
    configured = os.environ.get("XDG_CONFIG_HOME")
    return (Path(configured) if configured else Path.home() / ".config") / "systemd" / "user"


def install_units(workspace: Workspace, every: int) -> tuple[str, ...]:
    """Write the units and have systemd run them; gives what was done, and what is left to do, a sentence each.

    Raises BriefmakerError where they cannot be written.
    """
    units = write_units(workspace.root, find_program(), every)
    folder = find_unit_folder()
    contents = {units.service_name: units.service.encode(), units.timer_name: units.timer.encode()}
    try:
        write_files(folder, contents)
    except OSError as failure:
        hint = "`--print` shows the units; `--cron` takes a crontab instead"
        raise BriefmakerError(
            f"{folder} cannot be written: {failure.strerror or failure}", hint, exit_code=1
        ) from failure
    told = [f"wrote {folder / name}" for name in contents]
    commands = (("daemon-reload",), ("enable", "--now", units.timer_name))
    for command in commands:
        answer = run_program("systemctl", "--user", *command)
        if answer.exit_code:
            left = [f"systemctl --user {' '.join(each)}" for each in commands[commands.index(command) :]]
            return (
                *told,
                f"systemd did not take them: {_first_line(answer)}",
                *(f"left to do: {each}" for each in left),
            )
    hint = "to have it run while you are not logged in: loginctl enable-linger"
    return (*told, f"started {units.timer_name}", hint)


def install_cron_line(workspace: Workspace, every: int) -> tuple[str, ...]:
    """Enter the line into the user's crontab; gives what was done. Raises BriefmakerError where that cannot be."""
    line = write_cron_line(workspace.root, find_program(), every)
    before = _read_crontab()
    after = replace_in_crontab(before, workspace.root, line)
    if after == before:
        return ("the crontab has this line already",)
    _write_crontab(after)
    return (f"entered into the crontab: {line}",)


def remove_entries(workspace: Workspace) -> tuple[str, ...]:
    """Take away the workspace's entries, wherever there are any; gives what was done. Raises BriefmakerError."""
    return (*_remove_units(workspace), *_remove_cron_line(workspace))


def _remove_units(workspace: Workspace) -> Iterator[str]:
    name, folder = name_entry(workspace.root), find_unit_folder()
    files = [file for file in (folder / f"{name}.timer", folder / f"{name}.service") if file.is_file()]
    if not files:
        return
    run_program("systemctl", "--user", "disable", "--now", f"{name}.timer")
    for file in files:
        try:
            remove_file(file)
        except OSError as failure:
            raise BriefmakerError(f"{file} cannot be removed: {failure.strerror or failure}", exit_code=1) from failure
        yield f"removed {file}"
    run_program("systemctl", "--user", "daemon-reload")


def _remove_cron_line(workspace: Workspace) -> Iterator[str]:
    if not run_program("crontab", "-l").is_there:
        return
    before = _read_crontab()
    after = replace_in_crontab(before, workspace.root, None)
    if after != before:
        _write_crontab(after)
        yield "removed the line from the crontab"


def _read_crontab() -> str:
    answer = run_program("crontab", "-l")
    if answer.exit_code and "no crontab" not in answer.complaint:
        hint = "`--print` shows the line; enter it where your system keeps such lines"
        raise BriefmakerError(f"the crontab cannot be read: {_first_line(answer)}", hint, exit_code=1)
    return answer.output if not answer.exit_code else ""


def _write_crontab(content: str) -> None:
    answer = run_program("crontab", "-", text=content)
    if answer.exit_code:
        raise BriefmakerError(f"the crontab cannot be written: {_first_line(answer)}", exit_code=1)


def _first_line(answer: Answer) -> str:
    return answer.complaint.splitlines()[0] if answer.complaint else f"exit code {answer.exit_code}"
