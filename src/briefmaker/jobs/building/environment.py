"""A fingerprint of all that documents are made with beside the brief: the program, its writers, settings and templates."""

import hashlib
import os
import sys
from collections.abc import Iterator
from functools import cache
from importlib import metadata
from pathlib import Path

import briefmaker
from briefmaker.jobs.desk import Desk

WRITERS = (
    "babel", "cssselect2", "docxtpl", "drawsvg", "fonttools", "jinja2", "lxml", "markdown-it-py", "openpyxl", "pikepdf", "pillow",
    "pydantic", "pydyf", "pyphen", "python-docx", "pyyaml", "tinycss2", "tinyhtml5", "tzdata", "weasyprint", "zopfli",
)  # fmt: skip
"""Packages whose version may show in a document."""
_CARRIED = ("templates", "examples", "__pycache__")
"""What an installed package holds beside the program."""


def fingerprint_environment(desk: Desk) -> str:
    """Give the SHA-256 of what the documents of a workspace are made with, by content and not by time.

    Libraries of the system, such as Pango, are not in it: after they change, ``build --force`` makes all anew.
    """
    digest = hashlib.sha256(_fingerprint_program().encode())
    for name, sha256 in sorted(desk.seen.items()):
        digest.update(f"{name}\0{sha256}\n".encode())
    for collection in desk.workspace.template_collections:
        digest.update(_fingerprint_folder(collection).encode())
    return digest.hexdigest()


@cache
def describe_program() -> dict[str, str]:
    """Give what decides on the bytes of a document, whichever way briefmaker was installed: each part with its version.

    Two machines that give the same make the same documents, as far as libraries of the system are the same too.
    """
    from briefmaker.workspace.workspace import built_in_templates

    python = ".".join(str(number) for number in sys.version_info[:3])
    versions = {"python": python, "briefmaker": briefmaker.__version__} | {each: _version_of(each) for each in WRITERS}
    package = Path(briefmaker.__file__).parent
    own = hashlib.sha256()
    for part in (*sorted(each for each in package.iterdir() if each.name not in _CARRIED), built_in_templates()):
        own.update(
            (_fingerprint_folder(part) if part.is_dir() else hashlib.sha256(part.read_bytes()).hexdigest()).encode()
        )
    return versions | {"the files of briefmaker": own.hexdigest()[:12]}


@cache
def _fingerprint_program() -> str:
    versions = [f"python {sys.version}", *(f"{name} {_version_of(name)}" for name in WRITERS)]
    return hashlib.sha256("\n".join([*versions, _read_own_record() or _fingerprint_own_files()]).encode()).hexdigest()


def _read_own_record() -> str:
    """Give the list that an installed package has of its files with the SHA-256 of each; empty where it is not one."""
    try:
        record = metadata.distribution("briefmaker").read_text("RECORD") or ""
    except metadata.PackageNotFoundError:
        return ""
    return record if "briefmaker/__main__.py" in record else ""


def _fingerprint_own_files() -> str:
    return _fingerprint_folder(Path(briefmaker.__file__).parent)


def _version_of(name: str) -> str:
    try:
        return metadata.version(name)
    except metadata.PackageNotFoundError:
        return "none"


def _fingerprint_folder(folder: Path) -> str:
    """Give the SHA-256 of the files of a folder and all under it, by name and content."""
    digest = hashlib.sha256()
    for file in sorted(_iterate_files(folder)):
        content = hashlib.sha256(file.read_bytes()).hexdigest()
        digest.update(f"{file.relative_to(folder).as_posix()}\0{content}\n".encode())
    return digest.hexdigest()


def _iterate_files(folder: Path) -> Iterator[Path]:
    for inner, folders, files in os.walk(folder):
        folders[:] = [name for name in folders if name != "__pycache__" and not name.startswith(".")]
        yield from (Path(inner, name) for name in files if not name.startswith(".") and not name.endswith(".pyc"))
