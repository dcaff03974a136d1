"""Read one brief and say all that is wrong with it."""

from dataclasses import replace
from pathlib import Path

from briefmaker.diagnostics import BriefmakerError, Code, Diagnostic, Places
from briefmaker.jobs.desk import Desk, open_desk, shown_path
from briefmaker.reading import Reading, read_brief
from briefmaker.workspace.files import BriefFolder, PathOutsideError, UnreadableFileError
from briefmaker.workspace.workspace import find_workspace

# Far above what a brief may have, so that reading itself can say that one is too large.
MOST_BYTES = 50_000_000


def read(path: str | Path) -> Reading:
    """Read a brief's YAML file: ``brief`` is None when it cannot be used, ``diagnostics`` says all that is wrong with it.

    Raises BriefmakerError when there is no such file, and when the workspace's settings are wrong.
    """
    return read_at_desk(*find_desk(path))


def find_desk(path: str | Path) -> tuple[Path, Desk]:
    """Give a brief's file and the desk of the workspace around it. Raises BriefmakerError when there is no such file."""
    file = Path(path)
    if not file.is_file():
        raise BriefmakerError(f"there is no file {path}")
    return file, open_desk(find_workspace(file.parent))


def read_at_desk(file: Path, desk: Desk) -> Reading:
    """Read a brief's file; what it names beside it is read too, as long as it lies in the workspace."""
    shown = shown_path(file)
    folder = BriefFolder(file.parent.resolve(), desk.workspace.root)
    try:
        content = folder.read(file.name, MOST_BYTES)
    except PathOutsideError as outside:
        return _unread(shown, Code.PATH_OUTSIDE, str(outside), "put the file itself there, or build it where it stands")
    except UnreadableFileError as unreadable:
        return _unread(shown, Code.FILE_UNREADABLE, str(unreadable), "see whether the file is there and may be read")
    return _read(content, folder, shown, desk)


def read_content(content: bytes, file: Path, desk: Desk) -> Reading:
    """Read a brief from bytes that are, or are to be, those of a file."""
    return _read(content, BriefFolder(file.parent.resolve(), desk.workspace.root), shown_path(file), desk)


def _read(content: bytes, folder: BriefFolder, shown: str, desk: Desk) -> Reading:
    reading = read_brief(content, shown, folder)
    return replace(_in_house_language(reading, desk), seen=folder.seen)


def _in_house_language(reading: Reading, desk: Desk) -> Reading:
    """Give a brief that names no language in the first of those that the house issues in."""
    if not desk.settings.languages:
        return reading
    language = {"language": desk.settings.languages[0]}
    brief, sound_part = (
        each.model_copy(update=language) if each is not None and "language" not in each.model_fields_set else each
        for each in (reading.brief, reading.sound_part)
    )
    return replace(reading, brief=brief, sound_part=sound_part)


def _unread(file: str, code: Code, message: str, hint: str) -> Reading:
    return Reading(None, {}, Places(file), (Diagnostic(code, message, file, hint=hint),), "")
