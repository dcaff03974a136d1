"""Tests of reading files as they were in a git revision: what is there, what is not, and what must not be read."""

import hashlib
from pathlib import Path

import pytest
from tests.workspace.repositories import begin_repository, commit, needs_git

from briefmaker.diagnostics import BriefmakerError
from briefmaker.workspace.files import MISSING, PathOutsideError, TooLargeFileError, UnreadableFileError, hash_content
from briefmaker.workspace.revisions import (
    RevisionFolder,
    find_former,
    find_repository,
    find_revision,
    look_at_revision,
    look_up_revision,
)

pytestmark = needs_git
OLD, NEW = b"old\r\n\xff\n", b"new\n"


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """Give a repository with two revisions of a brief and of its data."""
    (tmp_path / "briefs" / "data").mkdir(parents=True)
    begin_repository(tmp_path)
    for number in (1, 2):
        (tmp_path / "briefs" / "x é.yaml").write_text(f"version: {number}\n", "utf-8")
        (tmp_path / "briefs" / "data" / "d.csv").write_text(f"a\n{number}\n", "utf-8")
        if number == 2:
            (tmp_path / "briefs" / "link.yaml").symlink_to("x é.yaml")
        commit(tmp_path)
    return tmp_path


def test_a_file_is_read_as_it_was(repository: Path) -> None:
    """The brief and the data beside it, of the same revision, with the SHA-256 of each remembered."""
    revision = find_revision(repository / "briefs", "HEAD~1")
    folder = RevisionFolder(repository / "briefs", repository, revision=revision)
    assert folder.read("x é.yaml", 100) == b"version: 1\n"
    assert folder.at(repository / "briefs" / "data").read("d.csv", 100) == b"a\n1\n"
    assert folder.seen["revision:HEAD~1:briefs/x é.yaml"] == hashlib.sha256(b"version: 1\n").hexdigest()


@pytest.mark.parametrize("name", ["nope.yaml", "link.yaml", "data", "../briefs/data"])
def test_what_is_no_plain_file_is_refused(repository: Path, name: str) -> None:
    """A file that was not there, a folder; a link is followed only as far as what it leads to was there too."""
    revision = find_revision(repository, "HEAD~1" if name == "link.yaml" else "HEAD")
    folder = RevisionFolder(repository / "briefs", repository, revision=revision)
    if name == "link.yaml":
        assert folder.read(name, 100) == b"version: 1\n"
    else:
        with pytest.raises(UnreadableFileError):
            folder.check(name)


def test_nothing_outside_the_workspace_is_read(repository: Path) -> None:
    """Neither by a path that leads out, nor by one that begins at the root; nor is a file that is too large."""
    folder = RevisionFolder(repository / "briefs", repository / "briefs", revision=find_revision(repository, "HEAD"))
    for name in ("../../etc/passwd", "/etc/passwd", "../README"):
        with pytest.raises(PathOutsideError):
            folder.read(name, 100)
    with pytest.raises(TooLargeFileError):
        folder.read("x é.yaml", 3)


@pytest.mark.parametrize("name", ["nope", "--help", "", "HEAD~99", "HEAD:briefs"])
def test_an_unknown_revision_is_told(repository: Path, name: str) -> None:
    """As is what git would take for an option."""
    with pytest.raises(BriefmakerError, match="revision"):
        find_revision(repository, name)


def test_no_repository_and_no_git_are_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each with what to do instead."""
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    with pytest.raises(BriefmakerError, match="no git repository") as told:
        find_repository(tmp_path)
    assert "two files" in told.value.hint
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(BriefmakerError, match="git is not installed"):
        find_repository(tmp_path)


def test_a_former_version_is_found_by_its_fingerprint(repository: Path) -> None:
    """The revision in which the file had this SHA-256; none for one that it never had."""
    file = repository / "briefs" / "x é.yaml"
    found = find_former(file, hashlib.sha256(b"version: 1\n").hexdigest())
    assert found is not None
    assert found.commit == find_revision(repository, "HEAD~1").commit
    assert find_former(file, "0" * 64) is None


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Give a workspace within a repository, whose one file was another before."""
    root = tmp_path / "repository" / "workspace"
    (root / "briefs").mkdir(parents=True)
    begin_repository(root.parent)
    for content in (OLD, NEW):
        (root / "briefs" / "a.yaml").write_bytes(content)
        (root.parent / "outside.yaml").write_bytes(content)
        commit(root.parent)
    return root


def open_folder(root: Path, revision: str = "HEAD~1") -> RevisionFolder:
    """Give the folder of briefs as it was."""
    return RevisionFolder(root / "briefs", root, {}, find_revision(root, revision))


def test_a_file_is_read_as_it_was_byte_by_byte(root: Path) -> None:
    """Whatever its line ends and encoding; also seen from another folder."""
    assert open_folder(root).read("a.yaml", 100) == OLD
    assert open_folder(root, "HEAD").read("a.yaml", 100) == NEW
    assert open_folder(root).at(root).read("briefs/../briefs/a.yaml", 100) == OLD
    open_folder(root).check("a.yaml")


def test_what_was_seen_is_looked_at_again(root: Path) -> None:
    """So that a revision that means another commit tomorrow is noticed."""
    folder = open_folder(root)
    folder.read("a.yaml", 100)
    with pytest.raises(UnreadableFileError):
        folder.check("gone.yaml")
    assert folder.seen == {
        "revision:HEAD~1:briefs/a.yaml": hash_content(OLD),
        "revision:HEAD~1:briefs/gone.yaml": MISSING,
    }
    assert {name: look_at_revision(root, name) for name in folder.seen} == folder.seen
    (root / "briefs" / "a.yaml").write_bytes(b"newest")
    commit(root)
    assert look_at_revision(root, "revision:HEAD~1:briefs/a.yaml") == hash_content(NEW)


def test_nothing_is_read_outside_the_workspace(root: Path) -> None:
    """Though the repository has more."""
    with pytest.raises(PathOutsideError):
        open_folder(root).read("../../outside.yaml", 100)


def test_what_was_not_there_or_is_too_large_is_told(root: Path) -> None:
    """As for any other file of a workspace."""
    with pytest.raises(UnreadableFileError, match=r"no file `workspace/briefs/b\.yaml` in `HEAD~1`"):
        open_folder(root).read("b.yaml", 100)
    with pytest.raises(TooLargeFileError):
        open_folder(root).read("a.yaml", 2)


@pytest.mark.parametrize("name", ["HEAD", "HEAD~1", "HEAD^", "HEAD@{0}", "@", "HEAD@{3 days ago}"])
def test_a_revision_is_known(root: Path, name: str) -> None:
    """By any of git's ways to write one that names no file."""
    assert look_up_revision(root, name) is not None


@pytest.mark.parametrize(
    "name",
    [
        "",
        "--help",
        "-p",
        "HEAD:briefs/a.yaml",
        "HEAD..HEAD~1",
        "^HEAD",
        "HEAD~9",
        "no such",
        "a\nb",
        "$(id)",
        "HEAD;ls",
    ],
)
def test_what_is_none_is_refused(root: Path, name: str) -> None:
    """An option, a path, a range, an unknown one, and whatever else a brief may say."""
    assert look_up_revision(root, name) is None
    assert look_at_revision(root, f"revision:{name}:briefs/a.yaml") == MISSING


def test_within_a_hook_of_git_it_is_found_all_the_same(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """There git tells its own folder, as seen from another place."""
    monkeypatch.setenv("GIT_DIR", ".git")
    monkeypatch.setenv("GIT_INDEX_FILE", ".git/index")
    assert look_up_revision(root, "HEAD~1") is not None
    assert open_folder(root).read("a.yaml", 100) == OLD


def test_without_a_repository_there_is_no_revision(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nor without git."""
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    assert look_up_revision(tmp_path, "HEAD") is None
    monkeypatch.setenv("PATH", "")
    assert look_up_revision(tmp_path, "HEAD") is None
