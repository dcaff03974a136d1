"""The entry by which the system runs what is due: a timer and a service of systemd, or a line of cron, as text."""

import hashlib
import re
import shlex
import sys
from dataclasses import dataclass
from pathlib import Path

from briefmaker.diagnostics import BriefmakerError
from briefmaker.workspace.slug import safe_slug

EVERY = (1, 2, 3, 4, 5, 6, 10, 12, 15, 20, 30, 60)
"""Minutes from one run to the next: what divides the hour, so that runs come at the same minutes of each."""
USUAL_EVERY = 5
_LONGEST_NAME = 60
_PLAIN_PATH = re.compile(r"[A-Za-z0-9/._+-]+")
_BY_SHELL = """/bin/sh -c 'exec "$$0" "$$@"'"""


@dataclass(frozen=True, slots=True)
class Units:
    """Two units of systemd: the names of their files, and what stands in them."""

    service_name: str
    service: str
    timer_name: str
    timer: str


def name_entry(root: Path) -> str:
    """Give what the entry of a workspace is called: by its folder, and by a sum that tells it from others of that name."""
    slug = re.sub(r"[^A-Za-z0-9_.-]+", "-", safe_slug(root.name))[:_LONGEST_NAME].strip("-.")
    return f"briefmaker-{slug or 'workspace'}-{hashlib.sha256(str(root).encode()).hexdigest()[:6]}"


def find_program() -> tuple[str, ...]:
    """Give the command that is this briefmaker, with its absolute path."""
    interpreter = Path(sys.executable).absolute()
    script = interpreter.with_name("briefmaker")
    return (str(script),) if script.is_file() else (str(interpreter), "-m", "briefmaker")


def write_units(root: Path, program: tuple[str, ...], every: int = USUAL_EVERY) -> Units:
    """Give the units that run every so many minutes what is due in a workspace.

    Raises BriefmakerError for paths that no unit can name.
    """
    for path in (str(root), *program):
        _refuse_unwritable(path)
    name = name_entry(root)
    command = _write_command((*program, "run", "--due"))
    described = _double_percent(f"briefmaker: what is due in {root}")
    service = _SERVICE.format(described=described, folder=_double_percent(str(root)), command=command)
    timer = _TIMER.format(described=described, calendar=_write_calendar(every))
    return Units(f"{name}.service", service, f"{name}.timer", timer)


# What is left out would break what is needed: MemoryDenyWriteExecute the calls from Pango back into Python, private folders
# and a read-only system those systems on which users may have no namespaces.
_SERVICE = """\
[Unit]
Description={described}

[Service]
Type=oneshot
WorkingDirectory={folder}
ExecStart={command}
# 3: another run is still at work, which does what is due.
SuccessExitStatus=3
Nice=10
NoNewPrivileges=yes
LockPersonality=yes
RestrictRealtime=yes
RestrictSUIDSGID=yes
SystemCallArchitectures=native
"""
_TIMER = """\
[Unit]
Description={described}

[Timer]
OnCalendar={calendar}
AccuracySec=10s
# What came while the machine was off is made up for at once.
Persistent=true

[Install]
WantedBy=timers.target
"""


def _write_calendar(every: int) -> str:
    return "*-*-* *:00:00" if every == EVERY[-1] else f"*-*-* *:00/{every}:00"


def _double_percent(text: str) -> str:
    """Have systemd take a percent sign as one."""
    return text.replace("%", "%%")


def _write_command(command: tuple[str, ...]) -> str:
    """Give a command as ``ExecStart`` takes it.

    systemd refuses quotes and backslashes in the name of what it executes, however they are written; there a shell executes it.
    """
    if _PLAIN_PATH.fullmatch(command[0]):
        return " ".join(command)
    return " ".join([_BY_SHELL, *(_quote_for_systemd(word) for word in command)])


def _quote_for_systemd(word: str) -> str:
    quoted = word.replace("\\", "\\\\").replace('"', '\\"').replace("$", "$$")
    return f'"{_double_percent(quoted)}"'


def _refuse_unwritable(path: str) -> None:
    """Raise BriefmakerError for a path that would end its line, or lose its end."""
    if not path.isprintable() or path != path.rstrip() or path.endswith("\\"):
        hint = "rename the folder: no control characters, and no blank or backslash at its end"
        raise BriefmakerError(f"neither systemd nor cron can be told of {path!r}", hint)


def write_cron_line(root: Path, program: tuple[str, ...], every: int = USUAL_EVERY) -> str:
    """Give the line of a crontab that runs every so many minutes what is due; cron mails what goes wrong.

    Raises BriefmakerError for paths that no crontab can name.
    """
    for path in (str(root), *program):
        _refuse_unwritable(path)
    minutes = "0" if every == EVERY[-1] else f"*/{every}"
    command = f"cd {shlex.quote(str(root))} && {shlex.join(program)} run --due >/dev/null"
    # An unescaped percent sign ends the command there.
    escaped = command.replace("%", "\\%")
    return f"{minutes} * * * * {escaped}"


def replace_in_crontab(crontab: str, root: Path, line: str | None) -> str:
    """Give a crontab with this line as the workspace's entry, or without an entry; all else stays as it is.

    The entry stands between two marks. Raises BriefmakerError where one of these is missing or stands twice.
    """
    begin, end = (f"# {name_entry(root)}: {word}" for word in ("begin", "end"))
    entry = "" if line is None else f"{begin}\n{line}\n{end}\n"
    lines = crontab.splitlines(keepends=True)
    marks = [number for number, each in enumerate(lines) if each.strip() in (begin, end)]
    if not marks:
        gap = "\n" if crontab and not crontab.endswith("\n") and entry else ""
        return crontab + gap + entry
    if [lines[number].strip() for number in marks] != [begin, end]:
        hint = f"`crontab -e` and put right the lines `{begin}` and `{end}`"
        raise BriefmakerError("the crontab's marks of this workspace are not a pair", hint, exit_code=1)
    return "".join(lines[: marks[0]]) + entry + "".join(lines[marks[1] + 1 :])
