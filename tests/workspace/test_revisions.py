"""Files are read as they were in a revision, from the workspace alone, and what was seen is known again."""

from pathlib import Path

import pytest
from tests.workspace.repositories import begin_repository, commit, needs_git

from briefmaker.workspace.files import MISSING, PathOutsideError, TooLargeFileError, UnreadableFileError
from briefmaker.workspace.revisions import RevisionFolder, has_revision, hash_content, is_revision, look_at_revision

pytestmark = needs_git
OLD, NEW = b"old\r\n\xff\n", b"new\n"


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
    return RevisionFolder(root / "briefs", root, {}, revision)


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
    with pytest.raises(UnreadableFileError, match=r"no file `b\.yaml` in `HEAD~1`"):
        open_folder(root).read("b.yaml", 100)
    with pytest.raises(TooLargeFileError):
        open_folder(root).read("a.yaml", 2)


@pytest.mark.parametrize("name", ["HEAD", "HEAD~1", "HEAD^", "HEAD@{0}"])
def test_a_revision_is_known(root: Path, name: str) -> None:
    """By any of git's ways to write one that names no file."""
    assert has_revision(root, name)


@pytest.mark.parametrize(
    "name", ["", "--help", "-p", "HEAD:briefs/a.yaml", "HEAD..HEAD~1", "HEAD~9", "no such", "a\nb", "$(id)", "HEAD;ls"]
)
def test_what_is_none_is_refused(root: Path, name: str) -> None:
    """An option, a path, a range, an unknown one, and whatever else a brief may say."""
    assert not has_revision(root, name)
    assert look_at_revision(root, f"revision:{name}:briefs/a.yaml") in (MISSING, hash_content(None))


def test_within_a_hook_of_git_it_is_found_all_the_same(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """There git tells its own folder, as seen from another place."""
    monkeypatch.setenv("GIT_DIR", ".git")
    monkeypatch.setenv("GIT_INDEX_FILE", ".git/index")
    assert has_revision(root, "HEAD~1")
    assert open_folder(root).read("a.yaml", 100) == OLD


def test_without_a_repository_there_is_no_revision(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nor without git."""
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    assert is_revision("HEAD")
    assert not has_revision(tmp_path, "HEAD")
    monkeypatch.setenv("PATH", "")
    assert not has_revision(tmp_path, "HEAD")
