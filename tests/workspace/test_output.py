"""Files are written whole or not at all, and what a killed process left is swept away."""

import os
import signal
import stat
import subprocess
import sys
import time
from pathlib import Path

import pytest

from briefmaker.workspace.output import read_if_there, replace_file, sweep_parts, write_files

_WRITER = """
import sys
from pathlib import Path
from briefmaker.workspace.output import write_files
number = 0
while True:
    number += 1
    write_files(Path(sys.argv[1]), {"a.pdf": b"%d\\n" % number * 200_000, "a.docx": b"%d\\n" % number * 200_000})
    print(number, flush=True)
"""


def test_files_appear_under_their_names_in_a_folder_that_is_made(tmp_path: Path) -> None:
    """Nothing else is left in the folder."""
    folder = tmp_path / "output" / "today"
    written = write_files(folder, {"a.pdf": b"one", "a.docx": b"two"})
    assert written == (folder / "a.pdf", folder / "a.docx")
    assert {file.name: file.read_bytes() for file in folder.iterdir()} == {"a.pdf": b"one", "a.docx": b"two"}


def test_a_failure_leaves_what_was_there(tmp_path: Path) -> None:
    """When the second file cannot be written the first is not replaced either, and no part stays behind."""
    (tmp_path / "a.pdf").write_bytes(b"old")
    with pytest.raises(OSError, match="No such file"):
        write_files(tmp_path, {"a.pdf": b"new", "missing/a.docx": b"new"})
    assert {file.name for file in tmp_path.iterdir()} == {"a.pdf"}
    assert (tmp_path / "a.pdf").read_bytes() == b"old"


@pytest.mark.skipif(os.name != "posix", reason="SIGKILL is a POSIX signal")
def test_a_killed_writer_leaves_no_torn_file(tmp_path: Path) -> None:
    """After 20 kills at odd moments each file is whole, and the next write sweeps the parts."""
    for kill in range(20):
        with subprocess.Popen([sys.executable, "-c", _WRITER, tmp_path], stdout=subprocess.PIPE) as writer:
            assert writer.stdout is not None
            writer.stdout.readline()
            time.sleep(0.0013 * kill)
            writer.send_signal(signal.SIGKILL)
        for file in (tmp_path / "a.pdf", tmp_path / "a.docx"):
            lines = file.read_bytes().split(b"\n")
            assert len(lines) == 200_001
            assert len(set(lines[:-1])) == 1
    write_files(tmp_path, {"b.pdf": b"whole"})
    assert {file.name for file in tmp_path.iterdir()} == {"a.pdf", "a.docx", "b.pdf"}


def test_parts_of_a_process_at_work_stay(tmp_path: Path) -> None:
    """Two runs at once do not take each other's unfinished files away; files of others are left alone too."""
    from briefmaker.workspace.output import _machine

    alive = tmp_path / f".a.pdf.{_machine()}-{os.getpid()}-0123abcd.part"
    remote = tmp_path / ".a.pdf.00000000-1-0123abcd.part"
    foreign = tmp_path / ".download.part"
    dead = tmp_path / f".a.pdf.{_machine()}-{_dead_process()}-0123abcd.part"
    for file in (alive, remote, foreign, dead):
        file.write_bytes(b"")
    sweep_parts(tmp_path)
    assert {file for file in (alive, remote, foreign, dead) if file.exists()} == {alive, remote, foreign}


def test_a_part_of_yesterday_is_swept(tmp_path: Path) -> None:
    """Also one that another machine left on a shared drive."""
    remote = tmp_path / ".a.pdf.00000000-1-0123abcd.part"
    remote.write_bytes(b"")
    long_ago = time.time() - 2 * 24 * 60 * 60
    os.utime(remote, (long_ago, long_ago))
    sweep_parts(tmp_path)
    assert not remote.exists()


def test_a_missing_file_reads_as_none(tmp_path: Path) -> None:
    """A first build finds nothing to be careful with."""
    assert read_if_there(tmp_path / "a.docx") is None
    (tmp_path / "a.docx").write_bytes(b"x")
    assert read_if_there(tmp_path / "a.docx") == b"x"


def _dead_process() -> int:
    with subprocess.Popen([sys.executable, "-c", ""]) as process:
        process.wait()
        return process.pid


def test_a_file_is_replaced_with_its_permissions(tmp_path: Path) -> None:
    """Also through a link, which stays one."""
    file, link = tmp_path / "brief.yaml", tmp_path / "link.yaml"
    file.write_bytes(b"old")
    file.chmod(0o640)
    link.symlink_to(file)
    assert replace_file(link, b"old", b"new")
    assert (file.read_bytes(), stat.S_IMODE(file.stat().st_mode)) == (b"new", 0o640)
    assert link.is_symlink()
    assert sorted(path.name for path in tmp_path.iterdir()) == ["brief.yaml", "link.yaml"]


def test_a_read_only_file_is_not_replaced(tmp_path: Path) -> None:
    """Not even by one who could make another of its name."""
    file = tmp_path / "brief.yaml"
    file.write_bytes(b"old")
    file.chmod(0o444)
    with pytest.raises(PermissionError):
        replace_file(file, b"old", b"new")
    assert [path.read_bytes() for path in tmp_path.iterdir()] == [b"old"]


def test_a_file_that_was_changed_meanwhile_is_left(tmp_path: Path) -> None:
    """What somebody else wrote is not lost."""
    file = tmp_path / "brief.yaml"
    file.write_bytes(b"theirs")
    assert not replace_file(file, b"old", b"new")
    assert file.read_bytes() == b"theirs"
