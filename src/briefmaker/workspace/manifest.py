"""``manifest.json``: what stands in a folder of documents, as data for other programs."""

import json
import os
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from briefmaker.workspace.output import write_files

MANIFEST_NAME = "manifest.json"
MADE_BY = "briefmaker"
FORMAT = 1

Entry = Mapping[str, Any]


class ForeignManifestError(Exception):
    """There is a file of this name that briefmaker did not write."""


def update_manifest(
    folder: Path,
    documents: Iterable[Entry],
    not_built: Iterable[Entry],
    built: Iterable[Entry],
    unchanged: Iterable[Entry] = (),
) -> None:
    """Enter documents into the manifest of their folder, and briefs that could not be built; all others are kept.

    Each document has its ``path``, as seen from the folder, by which it takes the place of an older entry. Those that are not
    there any more, or not as they were entered, are left out. ``not_built`` and ``built`` name a ``source``, an ``edition``
    and maybe a ``row``; what was built is no longer told as not built. Of what is ``unchanged`` the entry that is there stays.
    Nothing is written where nothing is new. Raises OSError, and ForeignManifestError where the file is somebody else's.
    """
    with _locked(folder):
        before = _read(folder / MANIFEST_NAME)
        entries: dict[str, Entry] = {each["path"]: each for each in before["documents"] if _is_there(folder, each)}
        entries |= {each["path"]: each for each in unchanged if not _is_entered(each, entries)}
        entries |= {each["path"]: each for each in documents}
        failed: dict[tuple[str, str, str], Entry] = {_key(each): each for each in before["not_built"]}
        for each in built:
            failed.pop(_key(each), None)
        failed |= {_key(each): each for each in not_built}
        content = {
            "made_by": MADE_BY,
            "format": FORMAT,
            "documents": [entries[path] for path in sorted(entries)],
            "not_built": [failed[key] for key in sorted(failed)],
        }
        if not before["documents"] or any(content[part] != before[part] for part in before):
            write_files(folder, {MANIFEST_NAME: _write(content)})


def read_documents(folder: Path) -> tuple[Entry, ...]:
    """Give what a folder's manifest tells of its documents, whether they are there or not; nothing where there is none.

    Raises OSError, and ForeignManifestError where the file is somebody else's.
    """
    return tuple(_read(folder / MANIFEST_NAME)["documents"])


def _write(content: Mapping[str, Any]) -> bytes:
    return f"{json.dumps(content, ensure_ascii=False, indent=1)}\n".encode()


def _read(file: Path) -> dict[str, list[dict[str, Any]]]:
    """Give what a manifest holds; one that is not there holds nothing."""
    try:
        content = json.loads(file.read_bytes())
    except FileNotFoundError:
        return {"documents": [], "not_built": []}
    except ValueError as foreign:
        raise ForeignManifestError from foreign
    if not isinstance(content, dict) or content.get("made_by") != MADE_BY or content.get("format") != FORMAT:
        raise ForeignManifestError
    return {
        "documents": [each for each in content.get("documents", ()) if isinstance(each, dict) and "path" in each],
        "not_built": [each for each in content.get("not_built", ()) if isinstance(each, dict) and "source" in each],
    }


def _is_entered(entry: Entry, entries: Mapping[str, Entry]) -> bool:
    found = entries.get(entry["path"])
    return found is not None and found.get("sha256") == entry["sha256"]


def _is_there(folder: Path, entry: Entry) -> bool:
    try:
        return (folder / str(entry["path"])).stat().st_size == entry.get("bytes")
    except OSError:
        return False


def _key(entry: Entry) -> tuple[str, str, str]:
    return str(entry["source"]), str(entry.get("edition") or ""), str(entry.get("row") or "")


@contextmanager
def _locked(folder: Path) -> Iterator[None]:
    """Keep another briefmaker from writing the same manifest meanwhile, lest what it enters be lost."""
    if os.name != "posix":
        yield
        return
    import fcntl

    folder.mkdir(parents=True, exist_ok=True)
    handle = os.open(folder, os.O_RDONLY)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX)
        yield
    finally:
        os.close(handle)
