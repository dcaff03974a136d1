"""Read one brief and say all that is wrong with it."""

from dataclasses import dataclass, replace
from pathlib import Path

from briefmaker.diagnostics import BriefmakerError, Code, Diagnostic, Places
from briefmaker.jobs.desk import Desk, open_desk, shown_path
from briefmaker.reading import Reading, read_brief
from briefmaker.workspace.files import BriefFolder, PathOutsideError, UnreadableFileError
from briefmaker.workspace.workspace import find_workspace

# Far above what a brief may have, so that reading itself can say that one is too large.
MOST_BYTES = 50_000_000


@dataclass(frozen=True, slots=True)
class BriefFile:
    """A brief's file: its name in its folder, of today or of a former revision, and what findings call it."""

    folder: BriefFolder
    name: str
    shown: str


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
    return read_file(_find_today(file, desk), desk)


def read_file(file: BriefFile, desk: Desk) -> Reading:
    """Read a brief's file, of today or of a former revision."""
    try:
        content = file.folder.read(file.name, MOST_BYTES)
    except PathOutsideError as outside:
        hint = "put the file itself there, or build it where it stands"
        return _unread(file.shown, Code.PATH_OUTSIDE, str(outside), hint)
    except UnreadableFileError as unreadable:
        hint = "see whether the file is there and may be read"
        return _unread(file.shown, Code.FILE_UNREADABLE, str(unreadable), hint)
    return _read(content, file, desk)


def read_content(content: bytes, file: Path, desk: Desk) -> Reading:
    """Read a brief from bytes that are, or are to be, those of a file."""
    return _read(content, _find_today(file, desk), desk)


def _find_today(file: Path, desk: Desk) -> BriefFile:
    return BriefFile(BriefFolder(file.parent.resolve(), desk.workspace.root), file.name, shown_path(file))


def _read(content: bytes, file: BriefFile, desk: Desk) -> Reading:
    reading = _in_house_language(read_brief(content, file.shown, file.folder), desk)
    if reading.brief is not None and reading.brief.changes is not None:
        # Imported here, since few briefs ask for it, and it brings in the outbox.
        from briefmaker.jobs.changes.former import add_former

        reading = add_former(reading, file, desk)
    return replace(reading, seen=file.folder.seen)


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
