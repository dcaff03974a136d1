"""Files of a workspace as they were in an earlier revision that git keeps, read without a shell, a network or a hook."""

import hashlib
import os
import re
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path, PurePath

from briefmaker.workspace.files import MISSING, BriefFolder, TooLargeFileError, UnreadableFileError
from briefmaker.workspace.seen import REVISION

_PATIENCE = 30
# Set by git for its hooks, such as those by which briefs are checked before each commit: they would lead elsewhere from here.
_OF_ONE_REPOSITORY = (
    "GIT_DIR",
    "GIT_WORK_TREE",
    "GIT_INDEX_FILE",
    "GIT_PREFIX",
    "GIT_OBJECT_DIRECTORY",
    "GIT_COMMON_DIR",
)
# What git calls a revision, such as HEAD~3, v2.1, 4be1a9f, main@{yesterday}; never an option, and no path.
_IS_REVISION = re.compile(r"[A-Za-z0-9_][A-Za-z0-9_./~^@{}+-]*")


@dataclass(frozen=True, slots=True)
class RevisionFolder(BriefFolder):
    """A brief's folder as it was in a revision: what is read from it never leads out of the workspace as it is now."""

    revision: str = ""

    def at(self, base: Path) -> "RevisionFolder":
        """Give another folder of the same workspace and revision."""
        return RevisionFolder(base, self.root, self.seen, self.revision)

    def check(self, relative: str) -> None:
        """Make sure that a file was there; raises as ``read`` does."""
        self.find(relative)
        self._keep(relative, None)
        if _ask_git(self.base, "cat-file", "-e", self._name(relative)) is None:
            raise UnreadableFileError(f"there is no file `{relative}` in `{self.revision}`")

    def read(self, relative: str, limit: int) -> bytes:
        """Give the content that a file had, at most ``limit`` bytes.

        Raises PathOutsideError as ``find`` does, and UnreadableFileError when it was not there then, or is larger.
        """
        self.find(relative)
        self._keep(relative, None)
        size = _ask_git(self.base, "cat-file", "-s", self._name(relative))
        if size is None:
            raise UnreadableFileError(f"there is no file `{relative}` in `{self.revision}`")
        if int(size) > limit:
            raise TooLargeFileError(f"`{relative}` is larger than {limit / 1_000_000:g} MB in `{self.revision}`")
        content = _ask_git(self.base, "cat-file", "blob", self._name(relative))
        if content is None:
            raise UnreadableFileError(f"`{relative}` cannot be read in `{self.revision}`")
        self._keep(relative, content)
        return content

    def _name(self, relative: str) -> str:
        return f"{self.revision}:./{PurePath(os.path.normpath(relative)).as_posix()}"

    def _keep(self, relative: str, content: bytes | None) -> None:
        name = PurePath(os.path.relpath(self.base / relative, self.root)).as_posix()
        self.seen[f"{REVISION}{self.revision}:{name}"] = hash_content(content)


def hash_content(content: bytes | None) -> str:
    """Give the SHA-256 of what was read, or what stands for nothing."""
    return MISSING if content is None else hashlib.sha256(content).hexdigest()


def is_revision(name: str) -> bool:
    """Tell whether a name can be one of a revision."""
    return _IS_REVISION.fullmatch(name) is not None and ".." not in name


def has_revision(folder: Path, name: str) -> bool:
    """Tell whether the repository around a folder has a revision of this name; where there is none, it has not."""
    return is_revision(name) and _ask_git(folder, "cat-file", "-e", f"{name}^{{commit}}") is not None


def look_at_revision(root: Path, name: str) -> str:
    """Give the SHA-256 of what was seen under a name with ``REVISION`` before it, as it is now; MISSING for nothing."""
    revision, _, path = name.removeprefix(REVISION).partition(":")
    return hash_content(_ask_git(root, "cat-file", "blob", f"{revision}:./{path}") if is_revision(revision) else None)


def _ask_git(folder: Path, *arguments: str) -> bytes | None:
    """Give what git says of its objects; None where it complains, does not answer, or is not there.

    ``cat-file`` runs no filter, hook or pager of the repository, and with what is set here fetches nothing.
    """
    program = shutil.which("git")
    if program is None:
        return None
    around = {name: value for name, value in os.environ.items() if name not in _OF_ONE_REPOSITORY}
    calm = {"GIT_NO_LAZY_FETCH": "1", "GIT_TERMINAL_PROMPT": "0", "GIT_OPTIONAL_LOCKS": "0", "LC_ALL": "C"}
    try:
        ran = subprocess.run(  # noqa: S603 - the arguments are a list; no shell reads them
            [program, "-C", str(folder), *arguments],
            stdin=subprocess.DEVNULL,
            capture_output=True,
            env={**around, **calm},
            timeout=_PATIENCE,
            check=False,
        )
    except (OSError, ValueError, subprocess.TimeoutExpired):
        return None
    return ran.stdout if ran.returncode == 0 else None
