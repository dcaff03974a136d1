"""Keeps what a brief was before something was written into it, so that one command brings it back."""

import hashlib
import re
from pathlib import Path

from briefmaker.workspace.output import replace_file, write_files
from briefmaker.workspace.slug import safe_slug
from briefmaker.workspace.workspace import find_workspace

_NAME = re.compile(r"([0-9]{6})-([0-9a-f]{16})\.yaml")


class NoBackupError(Exception):
    """There is nothing to go back to; the text is a sentence for the user."""


def keep_backup(brief: Path, before: bytes, after: bytes) -> Path:
    """Keep a brief's file as it was, with what it is to become in its name; gives the file that was written. Raises OSError."""
    folder = _folder_of(brief)
    last = _list_backups(folder)[-1:]
    number = int(_NAME.fullmatch(last[0].name)[1]) + 1 if last else 1  # type: ignore[index]  # the list holds what matches
    return write_files(folder, {f"{number:06}-{_hash(after)}.yaml": before})[0]


def take_back(brief: Path) -> Path:
    """Give a brief's file what it was before the last change that was kept; gives the backup, which is gone then.

    Raises NoBackupError where there is none, and where the file has changed since: what was written into it by hand would be
    lost. Raises OSError.
    """
    kept = _list_backups(_folder_of(brief))
    if not kept:
        raise NoBackupError("nothing was pulled into it that could be taken back")
    last = kept[-1]
    now = brief.read_bytes()
    found = _NAME.fullmatch(last.name)
    if found is None or found[2] != _hash(now):
        raise NoBackupError(f"it was changed after the last pull; what it was before that is kept in {last}")
    if not replace_file(brief, now, last.read_bytes()):
        raise NoBackupError("it was changed meanwhile")
    last.unlink()
    return last


def has_been(brief: Path, fingerprint: str) -> bool:
    """Tell whether a brief's file had this SHA-256 before something was written into it. Raises OSError."""
    kept = (file.read_bytes() for file in _list_backups(_folder_of(brief)))
    return any(hashlib.sha256(content).hexdigest() == fingerprint for content in kept)


def _folder_of(brief: Path) -> Path:
    """Give the folder of a brief's backups, by its name and place."""
    place = hashlib.sha256(str(brief.resolve()).encode()).hexdigest()[:8]
    return find_workspace(brief.parent).records_folder / "pulled" / f"{safe_slug(brief.stem)}-{place}"


def _list_backups(folder: Path) -> list[Path]:
    return sorted(file for file in folder.glob("*.yaml") if _NAME.fullmatch(file.name)) if folder.is_dir() else []


def _hash(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()[:16]
