"""Finished documents: read from anywhere, with the other format beside them and the brief that they were made from."""

import hashlib
import re
from collections.abc import Iterator
from pathlib import Path

from briefmaker.diagnostics import BriefmakerError
from briefmaker.workspace.files import read_plain_file
from briefmaker.workspace.slug import safe_slug
from briefmaker.workspace.workspace import find_briefs, find_workspace

_PDF, _WORD = ".pdf", ".docx"
# What stands between a brief's name and that of an edition's document, and tells that it is not final
_STATE = re.compile(r"(-(DRAFT|REPLACED)-v[0-9]+)?")
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
    except IsADirectoryError as folder:
        raise BriefmakerError(f"{file} is a folder", "name a document in it", exit_code=1) from folder
    except OSError as failure:
        raise BriefmakerError(f"{file} cannot be read: {failure.strerror}", exit_code=1) from failure
    if content is None:
        raise BriefmakerError(f"{file} is not a file", exit_code=1)
    return content


def find_sister(file: Path, archive: str) -> Path | None:
    """Give the document of the same name in the other format, or None where there is none.

    ``archive`` is what the name of a PDF for the archive says before its ending; its sister has the name without.
    """
    match file.suffix.lower():
        case ".pdf":
            beside = [file.with_name(f"{file.stem.removesuffix(f'.{archive}')}{_WORD}")]
        case ".docx":
            beside = [file.with_suffix(_PDF), file.with_name(f"{file.stem}.{archive}{_PDF}")]
        case _:
            beside = []
    return next((each for each in beside if each.is_file()), None)


def find_source(document: Path, fingerprint: str) -> Path | None:
    """Give the brief with this SHA-256 in the workspace around a document, or in the one around the current folder."""
    return next(iterate_sources(document, fingerprint), None)


def iterate_sources(document: Path, fingerprint: str) -> Iterator[Path]:
    """Give all briefs with this SHA-256, where ``find_source`` looks."""
    return (file for file in iterate_briefs(document) if _fingerprint(file) == fingerprint)


def find_namesake(document: Path, name: str) -> Path | None:
    """Give the brief whose documents have this name, with or without what says that it is not final.

    It is looked for where ``find_source`` looks.
    """
    slugs = {file: safe_slug(file.stem) for file in iterate_briefs(document)}
    whole = next((file for file, slug in slugs.items() if slug == name), None)
    return whole or next((file for file, slug in slugs.items() if is_name_of(name, slug)), None)


def is_name_of(name: str, slug: str) -> bool:
    """Tell whether documents of this name are those of a brief with this slug, final or not."""
    return name.startswith(slug) and _STATE.fullmatch(name[len(slug) :]) is not None


def iterate_briefs(document: Path) -> Iterator[Path]:
    """Give the briefs of the workspace around a document, then those of the one around the current folder."""
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
