"""Files that a brief names, such as data and pictures: found from its folder, never outside the workspace."""

import hashlib
import os
import stat
from dataclasses import dataclass, field
from pathlib import Path, PurePath, PureWindowsPath

_LONGEST_TOLD = 80


class PathOutsideError(Exception):
    """A path that leaves the workspace; the text is a sentence for the user."""


class UnreadableFileError(Exception):
    """A file that is not there or cannot be read; the text is a sentence for the user."""


class TooLargeFileError(UnreadableFileError):
    """A file that is larger than it may be."""


MISSING = "missing"
"""Stands in ``seen`` for a file that was looked for and could not be read."""


@dataclass(frozen=True, slots=True)
class BriefFolder:
    """The folder that a brief stands in (``base``) and the workspace around it (``root``).

    ``seen`` tells what was asked for: each file by its path from the root, with the SHA-256 of what was read, so that it can
    be known later whether anything of it has changed. Folders made of one another share it.
    """

    base: Path
    root: Path
    seen: dict[str, str] = field(default_factory=dict, compare=False, repr=False)

    def at(self, base: Path) -> "BriefFolder":
        """Give another folder of the same workspace, which tells what it has seen in the same place."""
        return BriefFolder(base, self.root, self.seen)

    def name_seen(self, relative: str) -> str:
        """Give the name under which ``seen`` tells of a file."""
        # By the path as it is written: a link may lead elsewhere another day.
        return PurePath(os.path.relpath(self.base / relative, self.root)).as_posix()

    def remember(self, relative: str, content: bytes | None) -> None:
        """Keep in ``seen`` what a file held, None for one that could not be read."""
        self.seen[self.name_seen(relative)] = hash_content(content)

    def find(self, relative: str) -> Path:
        """Give the real path of a file that the brief names, whether it is there or not.

        ``relative`` is seen from the brief's folder. Raises PathOutsideError when the path is absolute or, with symbolic
        links followed, ends outside the workspace; UnreadableFileError when it cannot be a path.
        """
        if relative.startswith(("/", "~")) or PureWindowsPath(relative).anchor:
            raise PathOutsideError(f"`{_short(relative)}` does not begin at the brief's folder")
        try:
            found = (self.base / relative).resolve()
            root = self.root.resolve()
        except (OSError, ValueError, RuntimeError) as broken:
            raise UnreadableFileError(f"`{_short(relative)}` is not the name of a file") from broken
        if not found.is_relative_to(root):
            raise PathOutsideError(f"`{_short(relative)}` leads out of the workspace")
        return found

    def check(self, relative: str) -> None:
        """Make sure that a file which the brief names is there, without reading it; raises as ``read`` does."""
        if not self.find(relative).is_file():
            self.remember(relative, None)
            raise UnreadableFileError(f"there is no file `{_short(relative)}`")

    def read(self, relative: str, limit: int) -> bytes:
        """Give the content of a file that the brief names, at most ``limit`` bytes.

        Raises PathOutsideError as ``find`` does, and UnreadableFileError when the file is missing, is not a plain file,
        may not be read, or is larger.
        """
        found = self.find(relative)
        self.remember(relative, None)
        try:
            content = read_plain_file(found, limit + 1)
        except FileNotFoundError as missing:
            raise UnreadableFileError(f"there is no file `{_short(relative)}`") from missing
        except PermissionError as forbidden:
            raise UnreadableFileError(f"`{_short(relative)}` may not be read") from forbidden
        except (OSError, ValueError) as broken:
            raise UnreadableFileError(f"`{_short(relative)}` cannot be read") from broken
        if content is None:
            raise UnreadableFileError(f"`{_short(relative)}` is not a file")
        if len(content) > limit:
            raise TooLargeFileError(f"`{_short(relative)}` is larger than {limit / 1_000_000:g} MB")
        self.remember(relative, content)
        return content


def hash_content(content: bytes | None) -> str:
    """Give the SHA-256 of what was read, MISSING for nothing."""
    return MISSING if content is None else hashlib.sha256(content).hexdigest()


def read_plain_file(path: Path, limit: int) -> bytes | None:
    """Give the first ``limit`` bytes of a file, or None for what is no plain file. Raises OSError."""
    # O_NONBLOCK: opening a named pipe would wait for a writer for ever.
    handle = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
    with os.fdopen(handle, "rb") as file:
        if not stat.S_ISREG(os.fstat(handle).st_mode):
            return None
        return file.read(limit)


def _short(relative: str) -> str:
    return relative if len(relative) <= _LONGEST_TOLD else relative[: _LONGEST_TOLD - 3] + "..."
