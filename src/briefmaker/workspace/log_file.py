"""A log that grows by whole lines, and a file that is touched: what other programs watch."""

import os
from pathlib import Path


def append_line(file: Path, line: bytes) -> None:
    """Add a line to a file, in one write, so that several processes may log at once.

    The file is opened for each line: one that was renamed or removed meanwhile, as programs do that keep logs small, is begun
    anew. Raises OSError.
    """
    file.parent.mkdir(parents=True, exist_ok=True)
    handle = os.open(file, os.O_WRONLY | os.O_APPEND | os.O_CREAT | getattr(os, "O_BINARY", 0), 0o644)
    try:
        written = os.write(handle, line + b"\n")
    finally:
        os.close(handle)
    if written < len(line) + 1:
        raise OSError("there was no room for the whole line")


def touch_file(file: Path) -> None:
    """Set the time of a file to now; it is made where there is none, and what stands in it stays. Raises OSError."""
    file.parent.mkdir(parents=True, exist_ok=True)
    file.touch()
