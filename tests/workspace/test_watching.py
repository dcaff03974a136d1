"""Changes of files are told save by save; what nobody edits is not."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from queue import Empty, Queue

import pytest

from briefmaker.workspace.watching import watch_folders


@contextmanager
def watched(folder: Path, ignored: Path) -> Iterator["Queue[frozenset[Path]]"]:
    """Watch a folder in another thread, and give the queue of what it tells."""
    told: Queue[frozenset[Path]] = Queue()
    stop = threading.Event()

    def listen() -> None:
        for changed in watch_folders([folder], ignored=[ignored], stop=stop):
            told.put(changed)

    thread = threading.Thread(target=listen)
    thread.start()
    assert told.get(timeout=10) == frozenset()
    try:
        yield told
    finally:
        stop.set()
        thread.join(10)
    assert not thread.is_alive()


def test_a_save_is_told_with_its_file(tmp_path: Path) -> None:
    """Also one that puts a new file in the place of the old, as editors do."""
    output = tmp_path / "output"
    output.mkdir()
    brief = tmp_path / "brief.yaml"
    brief.write_text("a", "utf-8")
    with watched(tmp_path, output) as told:
        brief.write_text("b", "utf-8")
        assert told.get(timeout=10) == {brief}
        (tmp_path / "new.yaml").write_text("c", "utf-8")
        (tmp_path / "new.yaml").replace(brief)
        assert brief in told.get(timeout=10)


def test_a_save_is_not_missed_while_nobody_listens(tmp_path: Path) -> None:
    """What is saved after the first, empty word is told later."""
    changes = watch_folders([tmp_path])
    assert next(changes) == frozenset()
    brief = tmp_path / "brief.yaml"
    brief.write_text("a", "utf-8")
    assert next(changes) == {brief}


def test_documents_and_hidden_files_are_not_told(tmp_path: Path) -> None:
    """Else building would tell of a change, and build again."""
    output = tmp_path / "output"
    output.mkdir()
    with watched(tmp_path, output) as told:
        (output / "brief.pdf").write_text("a", "utf-8")
        (tmp_path / ".brief.yaml.swp").write_text("a", "utf-8")
        (tmp_path / "brief.yaml~").write_text("a", "utf-8")
        (tmp_path / ".x.part").write_text("a", "utf-8")
        with pytest.raises(Empty):
            told.get(timeout=1)
