"""A folder for what workers put aside while they work, such as unpacked fonts: gone when they are, however they ended."""

import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from briefmaker.workspace.running import is_running

_PREFIX = "briefmaker-work-"


@contextmanager
def scratch_folder() -> Iterator[Path]:
    """Give a new folder, removed in the end; what processes left behind that were killed meanwhile is swept away first."""
    _sweep()
    folder = Path(tempfile.mkdtemp(prefix=f"{_PREFIX}{os.getpid()}-"))
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def use_scratch(folder: Path) -> None:
    """Have everything in this process that needs a temporary file make it in this folder."""
    tempfile.tempdir = str(folder)


def _sweep() -> None:
    for folder in Path(tempfile.gettempdir()).glob(f"{_PREFIX}*-*"):
        process = folder.name.removeprefix(_PREFIX).partition("-")[0]
        if process.isdecimal() and not is_running(int(process)):
            shutil.rmtree(folder, ignore_errors=True)
