"""The outbox's file is made whole and private, and what cannot be used is told, never made anew."""

import os
import sqlite3
import stat
import subprocess
from contextlib import closing
from pathlib import Path

import pytest
from tests.delivery.postbox import NOW, write_issued, write_postings

from briefmaker.delivery.outbox import Outbox
from briefmaker.delivery.outbox_file import LAYOUT, OUTBOX_NAME
from briefmaker.diagnostics import BriefmakerError


def fill(folder: Path, count: int = 2) -> None:
    """Put messages into the outbox of a folder."""
    with Outbox(folder) as outbox:
        outbox.queue(write_postings(count), now=NOW)


@pytest.mark.skipif(os.name != "posix", reason="permissions of POSIX")
def test_it_is_for_its_owner_alone(tmp_path: Path) -> None:
    """The folder too, and what SQLite writes beside the file."""
    folder = tmp_path / "workspace" / "records"
    with Outbox(folder) as outbox:
        outbox.queue(write_postings(1), now=NOW)
        modes = {file.name: stat.S_IMODE(file.stat().st_mode) for file in folder.iterdir()}
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    assert {mode for name, mode in modes.items() if name != ".gitignore"} == {0o600}
    assert {OUTBOX_NAME, f"{OUTBOX_NAME}-wal"} <= set(modes)


def test_it_stays_out_of_a_repository(tmp_path: Path) -> None:
    """A workspace under version control does not take in what readers got; what somebody else said of the folder stays."""
    fill(tmp_path / "records")
    assert (tmp_path / "records" / ".gitignore").read_text("ascii") == "*\n"
    (tmp_path / "others").mkdir()
    (tmp_path / "others" / ".gitignore").write_text("x", "ascii")
    fill(tmp_path / "others")
    assert (tmp_path / "others" / ".gitignore").read_text("ascii") == "x"


def test_what_is_left_of_a_creation_that_was_killed_is_in_nobody_s_way(tmp_path: Path) -> None:
    """The file appears under its name once it is whole."""
    (tmp_path / f"{OUTBOX_NAME}.part").write_bytes(b"half")
    fill(tmp_path)
    assert not (tmp_path / f"{OUTBOX_NAME}.part").exists()


def test_one_that_is_held_by_another_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """With the exit code for that, once it was waited for in vain."""
    monkeypatch.setattr("briefmaker.delivery.outbox_file._WAIT_SECONDS", 0.1)
    fill(tmp_path)
    with Outbox(tmp_path) as holder, holder.writing(), Outbox(tmp_path) as other:
        with pytest.raises(BriefmakerError, match="in use by another briefmaker") as caught:
            other.record("approved", "x.yaml", "x", {})
        assert caught.value.exit_code == 3


def test_every_change_waits_for_the_disk(tmp_path: Path) -> None:
    """A journal that survives crashes, and full synchronisation."""
    fill(tmp_path)
    with Outbox(tmp_path) as outbox, outbox.writing() as connection:
        assert connection.execute("PRAGMA journal_mode").fetchone() == ("wal",)
        assert connection.execute("PRAGMA synchronous").fetchone() == (2,)


@pytest.mark.parametrize("content", [b"", b"SQLite format 3\0 and no more", b"x" * 100_000])
def test_a_broken_file_is_told_and_left(tmp_path: Path, content: bytes) -> None:
    """Also an empty one, which is no outbox that is new, but one that has lost everything."""
    file = tmp_path / OUTBOX_NAME
    file.write_bytes(content)
    for attempt in (fill, lambda folder: Outbox(folder).messages()):
        with pytest.raises(BriefmakerError, match="is broken, or is no outbox") as caught:
            attempt(tmp_path)
        assert "backup" in caught.value.hint
    assert file.read_bytes() == content


def test_a_page_that_is_damaged_is_told(tmp_path: Path) -> None:
    """It is not taken for an outbox without messages."""
    fill(tmp_path, 200)
    file = tmp_path / OUTBOX_NAME
    content = bytearray(file.read_bytes())
    content[4096:] = b"\xff" * (len(content) - 4096)
    file.write_bytes(content)
    with pytest.raises(BriefmakerError, match="is broken"), Outbox(tmp_path) as outbox:
        outbox.messages()


def test_another_database_is_no_outbox(tmp_path: Path) -> None:
    """It is left as it is."""
    with closing(sqlite3.connect(tmp_path / OUTBOX_NAME)) as connection, connection:
        connection.execute("CREATE TABLE notes (text)")
    with pytest.raises(BriefmakerError, match="is no outbox"):
        fill(tmp_path)


def test_one_of_a_newer_briefmaker_is_left_to_it(tmp_path: Path) -> None:
    """Whoever does not know the layout does not touch it."""
    fill(tmp_path)
    with closing(sqlite3.connect(tmp_path / OUTBOX_NAME)) as connection:
        connection.execute(f"PRAGMA user_version = {LAYOUT + 1}")
    with pytest.raises(BriefmakerError, match="newer briefmaker"), Outbox(tmp_path) as outbox:
        outbox.messages()


def test_a_file_that_is_gone_beside_its_journal_is_not_made_anew(tmp_path: Path) -> None:
    """Somebody moved it while it was in use."""
    fill(tmp_path)
    (tmp_path / OUTBOX_NAME).unlink()
    (tmp_path / f"{OUTBOX_NAME}-wal").write_bytes(b"x")
    with pytest.raises(BriefmakerError, match="is gone"):
        fill(tmp_path)
    assert not (tmp_path / OUTBOX_NAME).exists()


def test_a_full_disk_queues_nothing(tmp_path: Path) -> None:
    """Neither messages nor what is issued by them; what was in it stays, and once there is room it goes on."""
    disk = tmp_path / "disk"
    disk.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=600k", "tmpfs", disk]
    if os.geteuid() != 0 or subprocess.run(mount, check=False, capture_output=True).returncode != 0:
        pytest.skip("only root can make a small disk")
    try:
        fill(disk / "records")
        with Outbox(disk / "records") as outbox:
            postings = write_postings(4, size=900_000)[2:]
            with pytest.raises(BriefmakerError, match="no room on the disk"):
                outbox.queue(postings, [write_issued()], now=NOW)
            assert len(outbox.messages()) == 2
            assert outbox.issued("PP/2026/7") == ()
            outbox.queue(write_postings(4)[2:], now=NOW)
            assert len(outbox.messages()) == 4
    finally:
        subprocess.run(["umount", disk], check=True)


def test_a_folder_that_is_read_only_is_told(tmp_path: Path) -> None:
    """Nothing is made in it."""
    disk = tmp_path / "disk"
    disk.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "ro,size=100k", "tmpfs", disk]
    if os.geteuid() != 0 or subprocess.run(mount, check=False, capture_output=True).returncode != 0:
        pytest.skip("only root can make a disk that is read-only")
    try:
        with pytest.raises(BriefmakerError, match="Read-only file system"):
            fill(disk / "records")
        with pytest.raises(BriefmakerError, match="Read-only file system"):
            fill(disk)
    finally:
        subprocess.run(["umount", disk], check=True)


def test_an_outbox_that_became_read_only_is_told(tmp_path: Path) -> None:
    """What is in it can be read; nothing more is put into it."""
    disk = tmp_path / "disk"
    disk.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=2m", "tmpfs", disk]
    if os.geteuid() != 0 or subprocess.run(mount, check=False, capture_output=True).returncode != 0:
        pytest.skip("only root can make a disk that becomes read-only")
    try:
        fill(disk / "records")
        subprocess.run(["mount", "-o", "remount,ro", disk], check=True)
        with (
            pytest.raises(BriefmakerError, match=r"may not be written|cannot be opened"),
            Outbox(disk / "records") as outbox,
        ):
            outbox.queue(write_postings(4)[2:], now=NOW)
    finally:
        subprocess.run(["umount", disk], check=True)
