"""Files that a brief names: found from its folder, never outside the workspace, never waited for."""

import os
from pathlib import Path

import pytest

from briefmaker.workspace.files import BriefFolder, PathOutsideError, UnreadableFileError


@pytest.fixture
def folder(tmp_path: Path) -> BriefFolder:
    """Give the folder of briefs in a workspace with data beside it, and a file outside the workspace."""
    (tmp_path / "secret.csv").write_text("secret")
    root = tmp_path / "workspace"
    (root / "briefs" / "data").mkdir(parents=True)
    (root / "briefs" / "data" / "a.csv").write_text("a,b")
    (root / "others.csv").write_text("shared")
    return BriefFolder(root / "briefs", root)


def test_a_file_is_seen_from_the_briefs_folder(folder: BriefFolder) -> None:
    """Proves that paths begin at the brief, and may go up as far as the workspace."""
    assert folder.read("data/a.csv", 100) == b"a,b"
    assert folder.read("../others.csv", 100) == b"shared"
    folder.check("data/../data/a.csv")


@pytest.mark.parametrize(
    "path",
    ["../../secret.csv", "/etc/passwd", "~/x", "C:\\x.csv", "C:x", "\\\\server\\x", "data/../../../secret.csv"],
)
def test_a_path_outside_the_workspace_is_refused(folder: BriefFolder, path: str) -> None:
    """Proves that no way of writing a path leads out, whether the file is there or not."""
    for ask in (folder.find, folder.check, lambda name: folder.read(name, 10)):
        with pytest.raises(PathOutsideError):
            ask(path)


def test_a_symbolic_link_out_of_the_workspace_is_refused(folder: BriefFolder) -> None:
    """Proves that links are followed before a path is judged, and links within the workspace work."""
    (folder.base / "out.csv").symlink_to(folder.root.parent / "secret.csv")
    (folder.base / "folder").symlink_to(folder.root.parent)
    (folder.base / "in.csv").symlink_to(folder.root / "others.csv")
    for path in ("out.csv", "folder/secret.csv"):
        with pytest.raises(PathOutsideError):
            folder.read(path, 10)
    assert folder.read("in.csv", 10) == b"shared"


def test_a_folder_whose_name_only_begins_alike_is_outside(folder: BriefFolder) -> None:
    """Proves that workspace-other is not taken for a part of workspace."""
    other = folder.root.with_name("workspace-other")
    other.mkdir()
    (other / "a.csv").write_text("a")
    with pytest.raises(PathOutsideError):
        folder.read("../../workspace-other/a.csv", 10)


@pytest.mark.parametrize("path", ["none.csv", "data", "", "a\0b", "x" * 5000, "data/a.csv/b"])
def test_what_cannot_be_read_is_told_in_a_sentence(folder: BriefFolder, path: str) -> None:
    """Proves that missing files, folders and impossible names give one exception, with a short text."""
    with pytest.raises(UnreadableFileError) as told:
        folder.read(path, 100)
    assert 0 < len(str(told.value)) < 150


def test_loops_of_links_and_pipes_are_not_waited_for(folder: BriefFolder) -> None:
    """Proves that a link to itself and a named pipe are refused at once."""
    (folder.base / "loop").symlink_to("loop")
    os.mkfifo(folder.base / "pipe")
    for path in ("loop", "pipe"):
        with pytest.raises(UnreadableFileError):
            folder.read(path, 100)


def test_a_file_over_the_limit_is_refused(folder: BriefFolder) -> None:
    """Proves that exactly the limit is read and one byte more is not."""
    (folder.base / "big").write_bytes(b"x" * 2_000_001)
    assert len(folder.read("big", 2_000_001)) == 2_000_001
    with pytest.raises(UnreadableFileError, match="larger than 2 MB"):
        folder.read("big", 2_000_000)
