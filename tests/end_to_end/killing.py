"""Kills a build at a random moment, and looks whether what stands in its output folder is whole."""

import json
import os
import random
import signal
import subprocess
import sys
import time
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pikepdf
from tests.conftest import BRIEF

COMMAND = (sys.executable, "-m", "briefmaker", "build", "--jobs", "2")


def write_briefs(workspace: Path, count: int) -> None:
    """Write short briefs into a workspace that has none, each with its own title."""
    (workspace / "briefs").mkdir(exist_ok=True)
    for number in range(count):
        text = BRIEF.replace("Grain talks", f"Talks number {number}")
        (workspace / "briefs" / f"talks-{number}.yaml").write_text(text, "utf-8")


def begin(workspace: Path, *options: str) -> "subprocess.Popen[str]":
    """Begin a build in a session of its own, by which all its processes can be found."""
    return subprocess.Popen(
        [*COMMAND, *options],
        cwd=workspace,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
        start_new_session=True,
    )


def kill_after(workspace: Path, seconds: float) -> bool:
    """Kill a build by SIGKILL after some seconds and wait until its workers are gone; tells whether briefs were being made."""
    with begin(workspace) as build:
        time.sleep(seconds)
        workers = [each for each, parent in list_session(build.pid) if parent not in (build.pid, os.getpid())]
        is_running = build.poll() is None
        build.kill()
        build.wait()
        wait_until_gone(build.pid)
    return is_running and bool(workers)


def list_session(leader: int) -> Iterator[tuple[int, int]]:
    """Give each process of a session that runs, with its parent."""
    for folder in Path("/proc").iterdir():
        if not folder.name.isdecimal():
            continue
        try:
            fields = (folder / "stat").read_text("utf-8").rpartition(")")[2].split()
        except (FileNotFoundError, ProcessLookupError):
            continue
        state, parent, session = fields[0], int(fields[1]), int(fields[3])
        if session == leader and state != "Z":
            yield int(folder.name), parent


def wait_until_gone(leader: int) -> None:
    """Wait until no process of a session is left."""
    while list(list_session(leader)):
        time.sleep(0.02)


def find_torn(folder: Path) -> list[str]:
    """Give the files of an output folder that are not whole; what still has the name of a part does not count."""
    return [file.name for file in sorted(folder.glob("[!.]*")) if not _is_whole(file)]


def _is_whole(file: Path) -> bool:
    try:
        match file.suffix:
            case ".pdf":
                with pikepdf.open(file) as document:
                    return len(document.pages) > 0
            case ".docx":
                with zipfile.ZipFile(file) as package:
                    return package.testzip() is None
            case _:
                return bool(json.loads(file.read_bytes()))
    except (pikepdf.PdfError, zipfile.BadZipFile, ValueError):
        return False


def interrupt(workspace: Path, number: signal.Signals) -> tuple[int, str]:
    """Begin a build, stop it by a signal once the first document is written, and give how it ended and what it printed."""
    with begin(workspace) as build:
        assert build.stdout is not None
        first = build.stdout.readline()
        os.killpg(build.pid, number) if number is signal.SIGINT else build.send_signal(number)
        rest = build.stdout.read()
        code = build.wait()
        wait_until_gone(build.pid)
    return code, first + rest


def pick_moments(count: int, longest: float, seed: int) -> list[float]:
    """Give random moments within a build, one in each part of it, the same for the same seed."""
    chance = random.Random(seed)  # noqa: S311 - moments, not secrets
    share = longest / count
    return [chance.uniform(max(0.05, share * number), share * (number + 1)) for number in range(count)]
