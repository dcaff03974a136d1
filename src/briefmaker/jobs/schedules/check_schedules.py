"""What is wrong with schedules and runs beyond the shape of each setting: their times, and the files that they name.

A brief or pack that is not there is no error of the settings: it may come next week, and all else goes on without it.
"""

import datetime
import re
from collections.abc import Iterator
from dataclasses import dataclass

from briefmaker.diagnostics import Code, Diagnostic, Places
from briefmaker.model.schedules import Schedule
from briefmaker.model.settings import Settings
from briefmaker.reading.suggest import did_you_mean
from briefmaker.reading.yaml_problems import shorten
from briefmaker.workspace.files import BriefFolder, PathOutsideError, UnreadableFileError
from briefmaker.workspace.workspace import BRIEFS_NAME, PACKS_NAME, SETTINGS_NAME

_EXAMPLE = 'write minute, hour, day, month and weekday: "0 7 * * MON" is every Monday at 7:00'
_FIELDS = 5
_NAMES = {"day-of-month": "day of the month", "day-of-week": "day of the week"}
_NICKNAMES = {
    "@hourly": "0 * * * *",
    "@daily": "0 0 * * *",
    "@midnight": "0 0 * * *",
    "@weekly": "0 0 * * SUN",
    "@monthly": "0 0 1 * *",
    "@yearly": "0 0 1 1 *",
    "@annually": "0 0 1 1 *",
}
# Whether a time ever comes is asked from one fixed day on, so that the answer is the same on every day.
_START = datetime.datetime(2024, 1, 1)  # noqa: DTZ001 - cron's times are those of a clock on a wall
_WRITTEN_BY_PEOPLE = (BRIEFS_NAME, PACKS_NAME, SETTINGS_NAME, "people.yaml", "templates")
_ENDINGS_OF_PEOPLE = (".yaml", ".yml")
_WEB = re.compile(r"(?i)[a-z][a-z0-9+.-]*://")


def check_schedules(settings: Settings, folder: BriefFolder, places: Places) -> Iterator[Diagnostic]:
    """Give all that is wrong with ``schedules``; what they name is seen from ``folder``, the workspace's."""
    for name, schedule in settings.schedules.items():
        path = f"schedules.{name}"
        if trouble := find_cron_trouble(schedule.cron):
            yield places.finding(Code.SETTINGS_SCHEDULE, f"{path}.cron", *trouble)
        for index, brief in enumerate(schedule.briefs):
            yield from _check_place(f"{path}.briefs[{index}]", brief, folder, places)
        yield from _check_mailing(path, schedule, settings, places)


def find_cron_trouble(cron: str) -> tuple[str, str] | None:
    """Give the sentence and the hint for what is no cron expression of five fields, or names a day that never comes."""
    # Imported here, since few workspaces have schedules.
    from cronsim import CronSim, CronSimError

    written = f"`{shorten(cron)}`"
    if usual := _NICKNAMES.get(cron.strip().lower()):
        return f"{written} is not understood", f'write "{usual}"'
    count = len(cron.split())
    if count != _FIELDS:
        return f"{written} has {count} field{'s' * (count != 1)}, and cron's times have five", _EXAMPLE
    try:
        next(CronSim(cron, _START))
    except (CronSimError, ValueError) as broken:
        field = str(broken).removeprefix("Bad ")
        what = _NAMES.get(field, field) if isinstance(broken, CronSimError) else "number"
        return f"{written} is no time that cron knows: its {what} cannot be", _EXAMPLE
    except StopIteration:
        return f"{written} names a day that never comes", _EXAMPLE
    return None


def _check_place(path: str, written: str, folder: BriefFolder, places: Places) -> Iterator[Diagnostic]:
    """Tell of a path that leaves the workspace, or that cannot be one."""
    try:
        folder.find(written)
    except PathOutsideError:
        message = f"`{shorten(written)}` leads out of the workspace"
        hint = "name what lies in the workspace, seen from its folder"
        yield places.finding(Code.PATH_OUTSIDE, path, message, hint)
    except UnreadableFileError as broken:
        yield places.finding(Code.FILE_UNREADABLE, path, str(broken), "write the path of a file or folder")


def _check_mailing(path: str, schedule: Schedule, settings: Settings, places: Places) -> Iterator[Diagnostic]:
    """Tell of all that is missing where a schedule mails what it makes."""
    if not schedule.mail:
        return
    missing = [f"mail.{each}" for each in ("sender", "server") if getattr(settings.mail, each) is None]
    missing += [] if settings.distribution_lists else ["distribution_lists"]
    # What is written and wrong is told where it stands, and is not in the settings that are looked at here.
    for each in (setting for setting in missing if setting not in places.values):
        message = f"what is made cannot be mailed: `{each}` is not set"
        yield places.finding(Code.SETTINGS_SCHEDULE, f"{path}.mail", message, f"set `{each}`, or take `mail` out")


def check_files_of_runs(settings: Settings, folder: BriefFolder, places: Places) -> Iterator[Diagnostic]:
    """Give what is wrong with the files, and the address, that runs and the mail server's settings name."""
    runs, server = settings.runs, settings.mail.server
    if runs.log is not None:
        yield from _check_written("runs.log", runs.log, folder, places)
    if runs.heartbeat is not None and not re.fullmatch(r"https://[^\s<>\"/]+(/[^\s<>\"]*)?", runs.heartbeat):
        if _WEB.match(runs.heartbeat):
            message = f"`{shorten(runs.heartbeat)}` is not an address that begins with https://"
            hint = "write all of the address, beginning with https://, or the path of a file"
            yield places.finding(Code.FIELD_ADDRESS, "runs.heartbeat", message, hint)
        else:
            yield from _check_written("runs.heartbeat", runs.heartbeat, folder, places)
    if server is not None and server.certificate_authority is not None:
        yield from _check_certificates(
            "mail.server.certificate_authority", server.certificate_authority, folder, places
        )


def _check_written(path: str, file: str, folder: BriefFolder, places: Places) -> Iterator[Diagnostic]:
    """Tell of a file that runs would write to and that is not theirs: one outside, a folder, or one that people write."""
    refused = tuple(_check_place(path, file, folder, places))
    yield from refused
    if refused:
        return
    found, root = folder.find(file), folder.root.resolve()
    is_of_people = found.suffix.lower() in _ENDINGS_OF_PEOPLE or any(
        found.is_relative_to(root / name) for name in _WRITTEN_BY_PEOPLE
    )
    if is_of_people or found.is_dir():
        message = f"runs cannot write to `{shorten(file)}`: it is a folder, or people write there"
        hint = "name a file that nothing else uses, such as .briefmaker/runs.jsonl"
        yield places.finding(Code.SETTINGS_SCHEDULE, path, message, hint)


def _check_certificates(path: str, file: str, folder: BriefFolder, places: Places) -> Iterator[Diagnostic]:
    try:
        folder.check(file)
    except (PathOutsideError, UnreadableFileError) as refused:
        code = Code.PATH_OUTSIDE if isinstance(refused, PathOutsideError) else Code.FILE_UNREADABLE
        hint = "put the file with the certificates, in PEM, into the workspace, and name it as seen from its folder"
        yield places.finding(code, path, str(refused), hint)


@dataclass(frozen=True, slots=True)
class MissingWork:
    """Something that a schedule names and that is not there now, in a sentence, and what to do."""

    schedule: str
    message: str
    hint: str


def find_missing_work(settings: Settings, folder: BriefFolder) -> Iterator[MissingWork]:
    """Give each brief, folder and pack that a schedule names and that is not there now."""
    packs = sorted(each.stem for each in (folder.root / PACKS_NAME).glob("*.y*ml"))
    for name, schedule in settings.schedules.items():
        for brief in schedule.briefs:
            # One that leads out of the workspace was told of as an error.
            if not folder.find(brief).exists():
                hint = "name a brief or a folder as seen from the workspace's folder: briefs/weekly.yaml"
                yield MissingWork(name, f"there is no `{shorten(brief)}`", hint)
        for pack in schedule.packs:
            if pack not in packs:
                hint = did_you_mean(pack, packs, "a pack is a file packs/NAME.yaml")
                yield MissingWork(name, f"there is no pack `{shorten(pack)}`", hint)
