"""Writing documents whole or not at all: a reader never sees half a file, whatever happens meanwhile."""

import contextlib
import errno
import hashlib
import os
import re
import secrets
import socket
import stat
import time
from collections.abc import Mapping
from pathlib import Path

from briefmaker.workspace.running import is_running

# .NAME.<machine>-<process>-<random>.part, so that only what a dead process left behind is swept away
_PART = re.compile(r"\..+\.([0-9a-f]{8})-([0-9]+)-[0-9a-f]{8}\.part")
_MAY_WRITE = stat.S_IWUSR | stat.S_IWGRP | stat.S_IWOTH
_FORGOTTEN_AFTER = 24 * 60 * 60


def write_files(folder: Path, contents: Mapping[str, bytes]) -> tuple[Path, ...]:
    """Write files, given by name, into a folder that is made if need be; gives their paths.

    All of them are on the disk before the first appears under its name, so that a full disk or a lost connection leaves what
    was there before. Raises OSError.
    """
    folder.mkdir(parents=True, exist_ok=True)
    sweep_parts(folder)
    parts: dict[Path, Path] = {}
    try:
        for name, content in contents.items():
            part = folder / f".{name}.{_machine()}-{os.getpid()}-{secrets.token_hex(4)}.part"
            parts[part] = folder / name
            _write_through(part, content)
        for part, target in parts.items():
            part.replace(target)
    finally:
        for part in parts:
            part.unlink(missing_ok=True)
    sync_folder(folder)
    return tuple(parts.values())


def replace_file(file: Path, before: bytes, after: bytes) -> bool:
    """Give a file other content, whole or not at all, with the permissions that it had; False where it was changed meanwhile.

    Where the path is a link, the file that it leads to is replaced. A file that is read-only is not, although its folder would
    let another take its place: whoever made it so meant it. Raises OSError.
    """
    target = file.resolve()
    if not os.access(target, os.W_OK) or not target.stat().st_mode & _MAY_WRITE:
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(target))
    if target.read_bytes() != before:
        return False
    mode = target.stat().st_mode
    part = target.parent / f".{target.name}.{_machine()}-{os.getpid()}-{secrets.token_hex(4)}.part"
    try:
        _write_through(part, after)
        part.chmod(stat.S_IMODE(mode))
        part.replace(target)
    finally:
        part.unlink(missing_ok=True)
    sync_folder(target.parent)
    return True


def sweep_parts(folder: Path) -> None:
    """Remove the unfinished files that a process left in a folder when it was killed."""
    for file in folder.glob(".*.part"):
        match = _PART.fullmatch(file.name)
        if match and _is_left_behind(file, match[1], int(match[2])):
            with contextlib.suppress(OSError):
                file.unlink()


def _is_left_behind(part: Path, machine: str, process: int) -> bool:
    if machine == _machine() and not is_running(process):
        return True
    try:
        return time.time() - part.stat().st_mtime > _FORGOTTEN_AFTER
    except OSError:
        return False


def _machine() -> str:
    return hashlib.sha256(socket.gethostname().encode()).hexdigest()[:8]


def _write_through(file: Path, content: bytes) -> None:
    with file.open("xb") as stream:
        stream.write(content)
        stream.flush()
        os.fsync(stream.fileno())


def sync_folder(folder: Path) -> None:
    """Have the names in a folder on the disk, as far as the system can be asked for it. Raises OSError."""
    # Windows cannot open a folder; there the rename itself is written through.
    if os.name != "posix":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def read_if_there(file: Path) -> bytes | None:
    """Give a file's content, or None when there is no such file. Raises OSError when it cannot be read."""
    try:
        return file.read_bytes()
    except FileNotFoundError:
        return None
