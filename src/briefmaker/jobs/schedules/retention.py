"""Removes documents that have been kept long enough: those that briefmaker made, that nobody has edited, and nothing else."""

import datetime
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from briefmaker.diagnostics import Code, Diagnostic, Severity
from briefmaker.jobs.desk import shown_path
from briefmaker.workspace.manifest import MANIFEST_NAME, ForeignManifestError, read_documents, update_manifest
from briefmaker.workspace.removing import is_as_made, remove_file
from briefmaker.workspace.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Expired:
    """A document that is older than documents are kept, and when it was made."""

    file: Path
    made: datetime.datetime


def find_expired(workspace: Workspace, days: int, now: datetime.datetime) -> tuple[Expired, ...]:
    """Give the documents of output/ that were made more than so many days ago and are still as they were made.

    What ``manifest.json`` does not list, as packs, or without the day on which it was made, is never among them, nor is what
    somebody has edited, nor a link. Raises OSError.
    """
    try:
        entries = read_documents(workspace.output_folder)
    except ForeignManifestError:
        return ()
    found = (_read_expired(workspace.output_folder, each, now - datetime.timedelta(days=days)) for each in entries)
    return tuple(each for each in found if each is not None)


def _read_expired(folder: Path, entry: Mapping[str, Any], limit: datetime.datetime) -> Expired | None:
    name, sha256, size, made = (entry.get(key) for key in ("path", "sha256", "bytes", "made"))
    if not isinstance(name, str) or Path(name).name != name or not isinstance(made, str) or not isinstance(size, int):
        return None
    try:
        moment = datetime.datetime.fromisoformat(made)
    except ValueError:
        return None
    if moment.tzinfo is None or moment >= limit or not is_as_made(folder / name, str(sha256), size):
        return None
    return Expired(folder / name, moment)


def remove_expired(workspace: Workspace, days: int, now: datetime.datetime) -> Iterator[Expired | Diagnostic]:
    """Remove them and give each that was; what cannot be removed is told instead."""
    folder = workspace.output_folder
    try:
        expired = find_expired(workspace, days, now)
    except OSError as failure:
        yield _tell(folder / MANIFEST_NAME, failure)
        return
    for each in expired:
        try:
            remove_file(each.file)
        except OSError as failure:
            yield _tell(each.file, failure)
        else:
            yield each
    if expired:
        yield from _forget(folder)


def _forget(folder: Path) -> Iterator[Diagnostic]:
    """Have the manifest tell no more of what is gone."""
    try:
        update_manifest(folder, (), (), ())
    except OSError as failure:
        yield _tell(folder / MANIFEST_NAME, failure)


def _tell(file: Path, failure: OSError) -> Diagnostic:
    message = f"documents that have been kept long enough cannot be removed: {failure.strerror or failure}"
    hint = "see whether you may write there; the next run tries again"
    return Diagnostic(Code.RETENTION_FAILED, message, shown_path(file), hint=hint, severity=Severity.WARNING)
