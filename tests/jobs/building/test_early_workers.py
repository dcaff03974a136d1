"""Workers that begin before it is known what is to be built."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="there is no fork server")

_PROGRAM = """
import sys
from pathlib import Path
from multiprocessing.forkserver import _forkserver
from briefmaker.jobs.building.early_workers import begin_early
begin_early([Path(each) for each in sys.argv[1:]], None)
print("begun" if _forkserver._forkserver_pid else "not begun")
"""


def begin(*paths: Path, folder: Path) -> str:
    """Say, from a process of its own, whether workers begin for these paths; nothing else may be printed."""
    done = subprocess.run(
        [sys.executable, "-c", _PROGRAM, *map(str, paths)], cwd=folder, check=True, capture_output=True, text=True
    )
    assert done.stderr == ""
    return done.stdout.strip()


@pytest.fixture
def briefs(tmp_path: Path) -> Path:
    """Give a folder with three files that were saved at one moment, long ago."""
    folder = tmp_path / "briefs"
    folder.mkdir()
    for name in ("a.yaml", "b.yml", "c.yaml", ".d.yaml", "notes.txt"):
        (folder / name).write_text("title: x\n")
        os.utime(folder / name, (1_000_000_000, 1_000_000_000))
    return folder


def build_all(briefs: Path) -> None:
    """Leave the store of a build that came after all files."""
    store = briefs.parent / "output" / ".briefmaker" / "builds.sqlite"
    store.parent.mkdir(parents=True)
    store.write_bytes(b"")
    os.utime(store, (1_000_000_100, 1_000_000_100))


def save(file: Path) -> None:
    """Save a file after that build."""
    os.utime(file, (1_000_000_200, 1_000_000_200))


def test_they_begin_where_nothing_was_built(briefs: Path) -> None:
    """For a folder, for its files, and without any path."""
    assert begin(briefs, folder=briefs) == "begun"
    assert begin(briefs / "a.yaml", briefs / "b.yml", folder=briefs) == "begun"
    assert begin(folder=briefs.parent) == "begun"


def test_they_do_not_begin_for_one_brief(briefs: Path) -> None:
    """One is made in a fork of this process."""
    assert begin(briefs / "a.yaml", folder=briefs) == "not begun"


def test_they_begin_where_several_were_saved_since(briefs: Path) -> None:
    """Nothing saved, hidden and other files saved, one saved: no; two saved: yes."""
    build_all(briefs)
    assert begin(briefs, folder=briefs) == "not begun"
    save(briefs / ".d.yaml")
    save(briefs / "notes.txt")
    save(briefs / "a.yaml")
    assert begin(briefs, folder=briefs) == "not begun"
    save(briefs / "b.yml")
    assert begin(briefs, folder=briefs) == "begun"


def test_what_is_not_there_is_left_to_others(tmp_path: Path) -> None:
    """A path that is not there, and no folder of briefs, raise nothing."""
    assert begin(tmp_path / "none.yaml", tmp_path / "nowhere", folder=tmp_path) == "not begun"
    assert begin(folder=tmp_path) == "not begun"
