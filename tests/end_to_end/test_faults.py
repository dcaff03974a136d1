"""Whatever happens to a build, nothing is torn, nothing is lost, and the next one completes it."""

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.end_to_end.killing import (
    COMMAND,
    find_torn,
    interrupt,
    kill_after,
    pick_moments,
    write_briefs,
)
from tests.end_to_end.slow_layouts import SLOW_LAYOUTS, write_slow_template

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="what ends processes here is Linux's")

IGNORING = "checks: {ignore: [STR, SRC, STY, TPL002]}\n"


@pytest.fixture
def several(tmp_path: Path) -> Path:
    """Give a workspace of twelve short briefs."""
    write_briefs(tmp_path, 12)
    (tmp_path / "briefmaker.yaml").write_text(IGNORING, "utf-8")
    return tmp_path


def _build(workspace: Path, *options: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run([*COMMAND, *options], cwd=workspace, capture_output=True, text=True, check=False)


_BESIDE = {"manifest.json", ".briefmaker"}
"""What stands beside the documents."""


def _read_manifest(folder: Path) -> dict[str, list[dict[str, object]]]:
    manifest: dict[str, list[dict[str, object]]] = json.loads((folder / "manifest.json").read_bytes())
    return manifest


def _assert_complete(workspace: Path, briefs: int) -> None:
    folder = workspace / "output"
    assert find_torn(folder) == []
    assert [file.name for file in folder.glob(".*")] == [".briefmaker"]
    names = sorted(file.name for file in folder.iterdir() if file.name not in _BESIDE)
    assert len(names) == 2 * briefs
    assert [each["path"] for each in _read_manifest(folder)["documents"]] == names


@pytest.mark.parametrize(("kills", "briefs"), [(4, 12), pytest.param(50, 16, marks=pytest.mark.conformance)])
def test_a_coordinator_that_is_killed_leaves_nothing_torn_and_no_process(
    several: Path, kills: int, briefs: int
) -> None:
    """At random moments, by SIGKILL; the next run sweeps up and completes, with the bytes of a run that nobody disturbed."""
    write_briefs(several, briefs)
    start = time.monotonic()
    assert _build(several, "--output", "undisturbed").returncode == 0
    longest = time.monotonic() - start
    landed = 0
    for moment in pick_moments(kills, longest, seed=kills):
        landed += kill_after(several, moment)
        assert find_torn(several / "output") == []
    print(f"{landed} of {kills} kills landed while briefs were being made")  # noqa: T201 - the report that is asked for
    assert landed > 0
    assert _build(several).returncode == 0
    _assert_complete(several, briefs)
    for file in (several / "undisturbed").glob("*.*[fx]"):
        assert (several / "output" / file.name).read_bytes() == file.read_bytes()


@pytest.mark.parametrize(("number", "code"), [(signal.SIGINT, 130), (signal.SIGTERM, 143)])
def test_a_build_that_is_stopped_keeps_what_is_finished(several: Path, number: signal.Signals, code: int) -> None:
    """No part is left, no process, and the manifest tells of all that is there; then the rest is built."""
    ended, printed = interrupt(several, number)
    assert ended == code
    folder = several / "output"
    written = {file.name for file in folder.iterdir()} - _BESIDE
    told = {line.split()[1].rpartition("/")[2] for line in printed.splitlines()}
    assert told <= written
    assert 0 < len(written) < 24
    assert {each["path"] for each in _read_manifest(folder)["documents"]} == written
    assert find_torn(folder) == []
    assert list(folder.glob(".*.part")) == []
    assert _build(several).returncode == 0
    _assert_complete(several, 12)


@pytest.mark.parametrize(
    "names",
    [("flex", "hoard"), pytest.param(tuple(SLOW_LAYOUTS), marks=pytest.mark.conformance)],
    ids=["two", "all"],
)
def test_slow_layouts_end_by_their_deadline_and_harm_no_other_brief(tmp_path: Path, names: tuple[str, ...]) -> None:
    """Each is stopped within its deadline and a second, or is done before; the good brief beside them is built."""
    write_briefs(tmp_path, 1)
    (tmp_path / "briefmaker.yaml").write_text(IGNORING, "utf-8")
    for name in names:
        write_slow_template(tmp_path, name)
    ended = _build(tmp_path, "--deadline", "4", "--format", "pdf")
    manifest = _read_manifest(tmp_path / "output")
    stopped = {str(each["source"]): each for each in manifest["not_built"]}
    assert "briefs/talks-0.yaml" not in stopped
    assert ended.returncode == 1
    assert {"briefs/flex.yaml", "briefs/hoard.yaml"} <= stopped.keys()
    for each in stopped.values():
        assert set(each["findings"]) <= {"RUN001", "RUN002"}  # type: ignore[call-overload] # a mapping, as the manual says
        assert float(str(each["seconds"])) <= 4 + 1
    assert ended.stderr.count("the brief was not finished") == len(stopped)


def test_one_slow_brief_alone_ends_by_its_deadline_as_well(tmp_path: Path) -> None:
    """It is made in a process of its own, which costs a few milliseconds."""
    (tmp_path / "briefs").mkdir()
    write_slow_template(tmp_path, "flex")
    ended = _build(tmp_path, "--deadline", "2", "--format", "pdf", "briefs/flex.yaml")
    assert ended.returncode == 1
    assert "RUN001 the brief was not finished: it took longer than 2 s and was stopped" in ended.stderr


@pytest.fixture
def small_disk(several: Path) -> Iterator[Path]:
    """Give the output folder of the workspace, on a disk in memory with room for a few documents."""
    folder = several / "output"
    folder.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=400k", "tmpfs", folder]
    if os.geteuid() != 0 or subprocess.run(mount, check=False, capture_output=True).returncode != 0:
        pytest.skip("only root may mount a small disk, and not in every container")
    yield folder
    subprocess.run(["umount", folder], check=True)


def test_a_folder_that_may_not_be_written_to_is_told_for_each_brief(several: Path, small_disk: Path) -> None:
    """In a sentence, and what stood there stays."""
    (small_disk / "old.pdf").write_bytes(b"old")
    subprocess.run(["mount", "-o", "remount,ro", small_disk], check=True)
    ended = _build(several)
    assert ended.returncode == 1
    assert ended.stdout == ""
    assert ended.stderr.count("OUT003 the documents cannot be written to output: Read-only file system") == 12
    assert "Traceback" not in ended.stderr
    assert {file.name for file in small_disk.iterdir()} - _BESIDE == {"old.pdf"}


def test_a_disk_that_is_full_is_told_and_what_was_written_stays_whole(several: Path, small_disk: Path) -> None:
    """With more room, the next run completes."""
    ended = _build(several)
    assert ended.returncode == 1
    assert "OUT003 the documents cannot be written to output: No space left on device" in ended.stderr
    assert "Traceback" not in ended.stderr
    assert find_torn(small_disk) == []
    assert list(small_disk.glob(".*.part")) == []
    subprocess.run(["mount", "-o", "remount,size=50m", small_disk], check=True)
    assert _build(several).returncode == 0
    _assert_complete(several, 12)
