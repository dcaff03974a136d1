"""Removes a document that briefmaker made, if it is still as it was made."""

import hashlib
import stat
from pathlib import Path


def is_as_made(file: Path, sha256: str, size: int) -> bool:
    """Tell whether a path is a plain file, no link, that holds just what was written. Raises OSError."""
    try:
        status = file.lstat()
    except FileNotFoundError:
        return False
    if not stat.S_ISREG(status.st_mode) or status.st_size != size:
        return False
    return hashlib.sha256(file.read_bytes()).hexdigest() == sha256


def remove_file(file: Path) -> None:
    """Remove a file; one that is gone already is no mistake. Raises OSError."""
    file.unlink(missing_ok=True)
