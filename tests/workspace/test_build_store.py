"""What was built is remembered; a store that is gone, broken or in use costs time and nothing else."""

import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from briefmaker.workspace.build_store import (
    STORE_FOLDER,
    STORE_NAME,
    BuildRecord,
    BuildStore,
    WrittenFile,
    describe_written,
    is_as_written,
)

RECORD = BuildRecord("e", {"briefs/x.yaml": "a"}, (WrittenFile("x.pdf", "b", 3, 4),), {"pages": 4, "where": "é"})


def test_records_are_kept_until_another_takes_their_place(tmp_path: Path) -> None:
    """In a file that the next process reads."""
    store = BuildStore(tmp_path)
    assert store.read_all() == {}
    store.keep("x", BuildRecord("old", {}, ()))
    store.keep("x", RECORD)
    store.keep("y", RECORD)
    store.forget("y")
    store.close()
    assert BuildStore(tmp_path).read_all() == {"x": RECORD}


def test_asking_makes_no_file(tmp_path: Path) -> None:
    """Nor does forgetting what was never known."""
    store = BuildStore(tmp_path)
    store.read_all()
    store.forget("x")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("content", [b"no database", b"", b"SQLite format 3\0" + b"x" * 4096])
def test_a_broken_store_is_begun_anew(tmp_path: Path, content: bytes) -> None:
    """Without a word."""
    file = tmp_path / STORE_FOLDER / STORE_NAME
    file.parent.mkdir()
    file.write_bytes(content)
    store = BuildStore(tmp_path)
    assert store.read_all() == {}
    store.keep("x", RECORD)
    store.keep("x", RECORD)
    store.close()
    assert BuildStore(tmp_path).read_all() == {"x": RECORD}


def test_a_store_of_another_layout_is_begun_anew(tmp_path: Path) -> None:
    """As one of a later version would be."""
    store = BuildStore(tmp_path)
    store.keep("x", RECORD)
    store.close()
    with sqlite3.connect(tmp_path / STORE_FOLDER / STORE_NAME) as connection:
        connection.execute("PRAGMA user_version = 99")
    connection.close()
    store = BuildStore(tmp_path)
    assert store.read_all() == {}
    store.keep("y", RECORD)
    assert store.read_all() == {"y": RECORD}
    store.close()


def test_a_record_that_cannot_be_read_is_as_none(tmp_path: Path) -> None:
    """The others are read."""
    store = BuildStore(tmp_path)
    store.keep("x", RECORD)
    store.keep("y", RECORD)
    with sqlite3.connect(tmp_path / STORE_FOLDER / STORE_NAME) as connection:
        connection.execute("UPDATE builds SET record = '{' WHERE key = 'y'")
    connection.close()
    assert store.read_all() == {"x": RECORD}
    store.close()


def test_where_nothing_can_be_kept_nothing_is_raised(tmp_path: Path) -> None:
    """A file in the place of the folder."""
    (tmp_path / STORE_FOLDER).write_text("x", "utf-8")
    store = BuildStore(tmp_path)
    store.keep("x", RECORD)
    assert store.read_all() == {}


def test_processes_at_once_keep_what_each_has_built(tmp_path: Path) -> None:
    """Four, with a hundred records each."""
    program = (
        "import sys; from pathlib import Path; from briefmaker.workspace.build_store import *\n"
        "store = BuildStore(Path(sys.argv[1]))\n"
        "[store.keep(f'{sys.argv[2]}-{n}', BuildRecord('e', {}, ())) for n in range(100)]\n"
    )
    running = [subprocess.Popen([sys.executable, "-c", program, str(tmp_path), str(n)]) for n in range(4)]
    assert [each.wait(60) for each in running] == [0] * 4
    assert len(BuildStore(tmp_path).read_all()) == 400


def test_a_file_that_was_touched_is_not_as_it_was_written(tmp_path: Path) -> None:
    """Nor is one that is gone."""
    file = tmp_path / "x.pdf"
    file.write_bytes(b"abc")
    written = describe_written(file, "b")
    assert is_as_written(tmp_path, written)
    file.write_bytes(b"abcd")
    assert not is_as_written(tmp_path, written)
    file.unlink()
    assert not is_as_written(tmp_path, written)
