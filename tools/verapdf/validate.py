"""Runs veraPDF over many PDFs in one process of Java, and gives what it found."""

import json
import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).parent
PDF_UA, PDF_A = "ua1", "3a"
"""The flavours that briefmaker's PDFs keep: accessible ones, and those for the archive."""

NEEDED = ("javac", "mvn")


@dataclass(frozen=True, slots=True)
class BrokenRule:
    """A rule that a PDF breaks: clause and number, how often, what it asks for, and where it is broken first."""

    rule: str
    count: int
    message: str
    place: str


@dataclass(frozen=True, slots=True)
class Validation:
    """What came of one PDF and flavour: the number of rules, of places where they were looked at, and the broken ones."""

    flavour: str
    file: Path
    rules: int
    checks: int
    failed: tuple[BrokenRule, ...]


def find_missing() -> tuple[str, ...]:
    """Give the programs that are not here and that veraPDF needs."""
    return tuple(program for program in NEEDED if shutil.which(program) is None)


def validate(files: Iterable[tuple[str, Path]]) -> list[Validation]:
    """Validate PDFs, each with the flavour that is to hold of it, in their order.

    Raises RuntimeError, with what the program said, when Maven cannot fetch veraPDF or when veraPDF fails.
    """
    wanted = list(files)
    with tempfile.NamedTemporaryFile("w", suffix=".txt", encoding="utf-8") as listed:
        listed.write("".join(f"{flavour}\t{file}\n" for flavour, file in wanted))
        listed.flush()
        said = _run(["java", "-cp", _find_class_path(), str(FOLDER / "Validate.java"), listed.name])
    found = [json.loads(line) for line in said.splitlines()]
    if len(found) != len(wanted):
        raise RuntimeError(f"veraPDF answered for {len(found)} of {len(wanted)} files")
    return [_read(each) for each in found]


def _read(found: dict[str, Any]) -> Validation:
    broken = tuple(BrokenRule(**each) for each in found["failed"])
    return Validation(found["flavour"], Path(found["file"]), found["rules"], found["checks"], broken)


@lru_cache(maxsize=1)
def _find_class_path() -> str:
    """Let Maven fetch veraPDF, once a machine, and say where it is."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        goal = ["dependency:build-classpath", f"-Dmdep.outputFile={folder / 'class-path.txt'}", *_trust(folder)]
        _run(["mvn", "--quiet", "--batch-mode", "--file", str(FOLDER / "pom.xml"), *goal])
        return (folder / "class-path.txt").read_text("utf-8")


def _trust(folder: Path) -> list[str]:
    """Give the options by which Maven trusts what the machine's other programs trust, where SSL_CERT_FILE names it.

    Java keeps certificates of its own, and knows nothing of those of a house whose network opens every connection.
    """
    bundle = os.environ.get("SSL_CERT_FILE", "")
    if not Path(bundle).is_file():
        return []
    store = folder / "trusted.p12"
    _run(["java", str(FOLDER / "Trust.java"), bundle, str(store)])
    return [f"-Djavax.net.ssl.trustStore={store}", "-Djavax.net.ssl.trustStorePassword=changeit"]


def _run(command: list[str]) -> str:
    ran = subprocess.run(command, capture_output=True, text=True, check=False)  # noqa: S603 - the commands above
    if ran.returncode != 0:
        raise RuntimeError(f"{command[0]} ended with {ran.returncode}\n{(ran.stdout + ran.stderr).strip()[-2000:]}")
    return ran.stdout
