"""The manifest of a folder of documents: written whole, kept for what was not built, and never in another's place."""

import json
import threading
from pathlib import Path
from typing import Any

import pytest

from briefmaker.workspace.manifest import MANIFEST_NAME, ForeignManifestError, update_manifest


def _entry(folder: Path, name: str, **more: object) -> dict[str, Any]:
    (folder / name).write_bytes(b"four")
    return {"path": name, "bytes": 4, "source": f"briefs/{name}.yaml", "edition": None, **more}


def _read(folder: Path) -> dict[str, Any]:
    content: dict[str, Any] = json.loads((folder / MANIFEST_NAME).read_bytes())
    return content


def test_a_document_takes_the_place_of_its_older_entry_and_others_are_kept(tmp_path: Path) -> None:
    """Sorted by path, whatever the order of building."""
    update_manifest(tmp_path, [_entry(tmp_path, "b", pages=1), _entry(tmp_path, "a")], [], [])
    update_manifest(tmp_path, [_entry(tmp_path, "b", pages=2)], [], [])
    assert [(each["path"], each.get("pages")) for each in _read(tmp_path)["documents"]] == [("a", None), ("b", 2)]
    assert _read(tmp_path)["made_by"] == "briefmaker"


def test_documents_that_are_gone_or_changed_are_left_out(tmp_path: Path) -> None:
    """What the manifest says, stands there."""
    update_manifest(tmp_path, [_entry(tmp_path, name) for name in "abc"], [], [])
    (tmp_path / "a").unlink()
    (tmp_path / "b").write_bytes(b"somebody else's")
    update_manifest(tmp_path, [], [], [])
    assert [each["path"] for each in _read(tmp_path)["documents"]] == ["c"]


def test_a_brief_is_told_as_not_built_until_it_is(tmp_path: Path) -> None:
    """Its editions each by itself."""
    failed = [{"source": "briefs/a.yaml", "edition": None}, {"source": "briefs/a.yaml", "edition": "press"}]
    update_manifest(tmp_path, [], failed, [])
    assert _read(tmp_path)["not_built"] == failed
    update_manifest(tmp_path, [_entry(tmp_path, "a")], [], [failed[0]])
    assert _read(tmp_path)["not_built"] == [failed[1]]


@pytest.mark.parametrize("content", [b'{"name": "my web app"}', b"[]", b"{", b'{"made_by": "briefmaker", "format": 2}'])
def test_a_file_that_is_not_ours_is_left_alone(tmp_path: Path, content: bytes) -> None:
    """Many programs have a manifest.json."""
    (tmp_path / MANIFEST_NAME).write_bytes(content)
    with pytest.raises(ForeignManifestError):
        update_manifest(tmp_path, [_entry(tmp_path, "a")], [], [])
    assert (tmp_path / MANIFEST_NAME).read_bytes() == content


def test_two_at_once_lose_nothing_of_each_other(tmp_path: Path) -> None:
    """Each reads what the other has entered, since only one at a time reads and writes."""
    names = [f"document-{number}" for number in range(20)]
    entries = [_entry(tmp_path, name) for name in names]
    threads = [threading.Thread(target=update_manifest, args=(tmp_path, [entry], [], [])) for entry in entries]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert [each["path"] for each in _read(tmp_path)["documents"]] == sorted(names)


def test_what_is_unchanged_is_not_entered_anew(tmp_path: Path) -> None:
    """The manifest is not even written; where the entry was lost, or is about another file, it is entered."""
    (tmp_path / "talks.pdf").write_bytes(b"pdf")
    entry = {"path": "talks.pdf", "bytes": 3, "sha256": "a", "seconds": 0.4}
    update_manifest(tmp_path, [entry], (), ())
    manifest = tmp_path / MANIFEST_NAME
    written = manifest.stat().st_mtime_ns
    update_manifest(tmp_path, (), (), (), [entry | {"seconds": 0.0}])
    assert manifest.stat().st_mtime_ns == written
    update_manifest(tmp_path, (), (), (), [entry | {"sha256": "b", "seconds": 0.0}])
    assert [each["sha256"] for each in json.loads(manifest.read_bytes())["documents"]] == ["b"]
    manifest.unlink()
    update_manifest(tmp_path, (), (), (), [entry])
    assert [each["seconds"] for each in json.loads(manifest.read_bytes())["documents"]] == [0.4]
