"""Files as they were in a revision of the git repository around a workspace: read, never written, and by no shell."""

import os
import re
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path

from briefmaker.diagnostics import BriefmakerError
from briefmaker.workspace.files import MISSING, BriefFolder, TooLargeFileError, UnreadableFileError, hash_content
from briefmaker.workspace.seen import REVISION

_PATIENCE = 30
_NO_LIMIT = 1 << 40
_MOST_SEARCHED = 300
"""So many former versions of a file are looked at when the one of a fingerprint is searched for."""
# Set by git for its hooks, such as those by which briefs are checked before each commit: they would lead elsewhere from here.
_OF_ONE_REPOSITORY = (
    "GIT_DIR",
    "GIT_WORK_TREE",
    "GIT_INDEX_FILE",
    "GIT_PREFIX",
    "GIT_OBJECT_DIRECTORY",
    "GIT_COMMON_DIR",
)
# What git may know as one revision, such as HEAD~3, v2.1, 4be1a9f, main@{yesterday}: no option, no file of one, none left out.
_MAY_BE_REVISION = re.compile(r"[\w@][^:\x00-\x1f\x7f]*")
_FILE = "100"
"""What the modes of plain files begin with; those of links and of other repositories do not."""


@dataclass(frozen=True, slots=True)
class Revision:
    """One revision of a repository: its folder, the commit's full name, and what the user calls it."""

    repository: Path
    commit: str
    name: str

    def read(self, file: Path, limit: int) -> bytes:
        """Give the content that a plain file had. Raises UnreadableFileError for none, and for more than ``limit`` bytes."""
        path = self._path_of(file)
        listed = _run_git(self.repository, "ls-tree", "-z", "-l", "--full-tree", self.commit, "--", path)
        entries = [entry.partition("\t") for entry in listed.decode("utf-8", "surrogateescape").split("\0")]
        entry = next((about.split() for about, _, name in entries if name == path), None)
        if entry is None:
            raise UnreadableFileError(f"there is no file `{path}` in `{self.name}`")
        mode, kind, blob, size = entry
        if kind != "blob" or not mode.startswith(_FILE):
            raise UnreadableFileError(f"`{path}` is not a plain file in `{self.name}`")
        if int(size) > limit:
            raise TooLargeFileError(f"`{path}` is larger than {limit / 1_000_000:g} MB in `{self.name}`")
        return _run_git(self.repository, "cat-file", "blob", blob)

    def look_at(self, file: Path) -> str:
        """Give the SHA-256 of the content that a file had; MISSING where it cannot be read."""
        try:
            return hash_content(self.read(file, _NO_LIMIT))
        except UnreadableFileError:
            return MISSING

    def _path_of(self, file: Path) -> str:
        try:
            return file.resolve().relative_to(self.repository).as_posix()
        except ValueError as outside:
            raise UnreadableFileError(f"{file} is not in the repository {self.repository}") from outside


@dataclass(frozen=True, slots=True)
class RevisionFolder(BriefFolder):
    """The folder of a brief as it was in a revision: what the brief names is read from there, and nothing else.

    What was seen is told under names that begin with ``REVISION``, since it is no file as it is now.
    """

    revision: Revision | None = None

    def at(self, base: Path) -> "RevisionFolder":
        """Give another folder of the same workspace and revision."""
        return RevisionFolder(base, self.root, self.seen, self.revision)

    def check(self, relative: str) -> None:
        """Make sure that a file which the brief names was there; raises as ``read`` does."""
        self.read(relative, _NO_LIMIT)

    def read(self, relative: str, limit: int) -> bytes:
        """Give the content that a file which the brief names had; raises as that of a folder of today."""
        assert self.revision is not None  # noqa: S101 - it has a default only since its base has
        found = self.find(relative)
        self.remember(relative, None)
        content = self.revision.read(found, limit)
        self.remember(relative, content)
        return content

    def name_seen(self, relative: str) -> str:
        """Give the name under which ``seen`` tells of a file of then."""
        assert self.revision is not None  # noqa: S101 - the same
        return f"{REVISION}{self.revision.name}:{BriefFolder.name_seen(self, relative)}"


def look_at_revision(root: Path, name: str) -> str:
    """Give the SHA-256 of what was seen under a name with ``REVISION`` before it, as it is now; MISSING for nothing."""
    called, _, path = name.removeprefix(REVISION).partition(":")
    revision = look_up_revision(root, called)
    return revision.look_at(root / path) if revision else MISSING


def look_up_revision(around: Path, name: str) -> Revision | None:
    """Give a revision as ``find_revision`` does; None where there is none, no repository, or no git."""
    try:
        return find_revision(around, name)
    except BriefmakerError:
        return None


def find_revision(around: Path, name: str) -> Revision:
    """Give a revision of the repository around a folder, by any name that git knows. Raises BriefmakerError for none."""
    repository = find_repository(around)
    if not _MAY_BE_REVISION.fullmatch(name):
        raise BriefmakerError(f"`{name}` is not the name of a revision", "such as HEAD~1:briefs/x.yaml")
    try:
        commit = _run_git(repository, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{name}^{{commit}}")
    except UnreadableFileError as unknown:
        hint = "`git log --oneline` lists the revisions; HEAD~1 is the one before the last"
        raise BriefmakerError(f"there is no revision `{name}` in {repository}", hint) from unknown
    return Revision(repository, commit.decode().strip(), name)


def find_repository(around: Path) -> Path:
    """Give the folder of the repository around a folder. Raises BriefmakerError where there is none, or no git."""
    try:
        shown = _run_git(around, "rev-parse", "--show-toplevel")
    except UnreadableFileError as missing:
        hint = "name two files instead, such as a copy of the former brief"
        raise BriefmakerError(f"there is no git repository around {around}", hint) from missing
    return Path(shown.decode("utf-8", "surrogateescape").strip()).resolve()


def find_former(file: Path, fingerprint: str) -> Revision | None:
    """Give the last revision in which a file had this SHA-256; None where there is none, or no repository."""
    try:
        repository = find_repository(file.parent)
        most = f"--max-count={_MOST_SEARCHED}"
        listed = _run_git(repository, "log", most, "--format=%H", "HEAD", "--", str(file.resolve()))
    except (BriefmakerError, UnreadableFileError):
        return None
    former = (Revision(repository, commit, commit[:10]) for commit in listed.decode().split())
    return next((each for each in former if each.look_at(file) == fingerprint), None)


def _run_git(folder: Path, *arguments: str) -> bytes:
    """Run git, which asks nobody and fetches nothing, and give what it says. Raises UnreadableFileError when it fails."""
    git = shutil.which("git")
    if git is None:
        raise BriefmakerError("git is not installed here, and a revision is read with it", "name two files instead")
    around = {name: value for name, value in os.environ.items() if name not in _OF_ONE_REPOSITORY}
    quiet = {"GIT_TERMINAL_PROMPT": "0", "GIT_OPTIONAL_LOCKS": "0", "GIT_NO_LAZY_FETCH": "1", "LC_ALL": "C"}
    try:
        ran = subprocess.run(  # noqa: S603 - the arguments are a list; no shell reads them
            [git, "-C", str(folder), *arguments],
            stdin=subprocess.DEVNULL,
            capture_output=True,
            env={**around, **quiet},
            timeout=_PATIENCE,
            check=False,
        )
    except (OSError, ValueError, subprocess.TimeoutExpired) as failure:
        raise UnreadableFileError(f"git cannot be asked: {failure}") from failure
    if ran.returncode:
        raise UnreadableFileError(ran.stderr.decode("utf-8", "replace").strip() or "git found nothing")
    return ran.stdout
