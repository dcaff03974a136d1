"""Runs a program of the system, such as crontab, and gives what it said."""

import shutil
import subprocess
from dataclasses import dataclass
from typing import Final

_PATIENCE: Final = 30


@dataclass(frozen=True, slots=True)
class Answer:
    """How a program ended, and what it wrote; ``is_there`` is False where there is none of its name."""

    exit_code: int
    output: str = ""
    complaint: str = ""
    is_there: bool = True


def run_program(*command: str, text: str | None = None) -> Answer:
    """Run a program with these arguments and this text as its input, at most half a minute. Never raises for what it does."""
    found = shutil.which(command[0])
    if found is None:
        return Answer(127, complaint=f"there is no program {command[0]}", is_there=False)
    try:
        ran = subprocess.run(  # noqa: S603 - the arguments are a list; no shell reads them
            [found, *command[1:]],
            input=text or "",
            capture_output=True,
            encoding="utf-8",
            errors="surrogateescape",
            timeout=_PATIENCE,
            check=False,
        )
    except subprocess.TimeoutExpired:
        return Answer(1, complaint=f"{command[0]} did not answer")
    except OSError as failure:
        return Answer(1, complaint=f"{command[0]}: {failure.strerror or failure}")
    return Answer(ran.returncode, ran.stdout, ran.stderr.strip())
