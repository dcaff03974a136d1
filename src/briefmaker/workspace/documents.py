"""Finished documents: read from anywhere, with the other format beside them and the brief that they were made from."""

import hashlib
from collections.abc import Iterator
from pathlib import Path

from briefmaker.diagnostics import BriefmakerError
from briefmaker.workspace.files import read_plain_file
from briefmaker.workspace.workspace import find_briefs, find_workspace

_SISTERS = {".pdf": ".docx", ".docx": ".pdf"}
_LARGEST_BRIEF = 50_000_000


def read_document(file: Path, limit: int) -> bytes:
    """Give the content of a document, and no more than one byte beyond the limit.

    Raises BriefmakerError, with exit code 1, when it is not there, is no file, or may not be read.
    """
    try:
        content = read_plain_file(file, limit + 1)
    except FileNotFoundError as missing:
        raise BriefmakerError(
            f"there is no file {file}", "`briefmaker build` writes documents", exit_code=1
        ) from missing
    except OSError as failure:
        raise BriefmakerError(f"{file} cannot be read: {failure.strerror}", exit_code=1) from failure
    if content is None:
        raise BriefmakerError(f"{file} is not a file", exit_code=1)
    return content


def find_sister(file: Path) -> Path | None:
    """Give the document of the same name in the other format, or None where there is none."""
    ending = _SISTERS.get(file.suffix.lower())
    beside = None if ending is None else file.with_suffix(ending)
    return beside if beside is not None and beside.is_file() else None


def find_source(document: Path, fingerprint: str) -> Path | None:
    """Give the brief with this SHA-256 in the workspace around a document, or in the one around the current folder."""
    return next((file for file in _iterate_briefs(document) if _fingerprint(file) == fingerprint), None)


def _iterate_briefs(document: Path) -> Iterator[Path]:
    folders = dict.fromkeys(find_workspace(start).briefs_folder for start in (document.parent, Path.cwd()))
    for folder in folders:
        try:
            yield from find_briefs([folder])
        except BriefmakerError:
            continue


def _fingerprint(file: Path) -> str:
    try:
        content = read_plain_file(file, _LARGEST_BRIEF)
    except OSError:
        return ""
    return "" if content is None else hashlib.sha256(content).hexdigest()
