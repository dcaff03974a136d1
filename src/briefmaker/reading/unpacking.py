"""Unpacks a file that is a package, as Word and Excel write them, and never more of it than one may hold."""

import io
import zipfile
import zlib
from enum import Enum, auto

LARGEST_FILE = 64 * 1024 * 1024
LARGEST_INSIDE = 256 * 1024 * 1024
LARGEST_XML = 64 * 1024 * 1024
MOST_PARTS = 5_000
_PIECE = 1024 * 1024


class Refusal(Enum):
    """Why a file is not opened."""

    OTHER_FILE = auto()
    OLD_FORMAT = auto()
    LOCKED = auto()
    DAMAGED = auto()
    TOO_LARGE = auto()


class PackageError(Exception):
    """A file that is not opened as a package; the text goes on a sentence that begins with the file's name.

    ``hint`` says what to do, to whoever wants its words; a caller that wants something else of it has a hint of its own.
    """

    def __init__(self, why: Refusal, message: str, hint: str) -> None:
        super().__init__(message)
        self.why = why
        self.hint = hint


def unpack(content: bytes, *, largest: int | None = None, most_parts: int | None = None) -> dict[str, bytes]:
    """Give all parts of a package by their names; ``largest`` is in bytes, of all parts together.

    Raises PackageError: before anything is unpacked, where the package itself says that it holds too much.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as package:
            entries = package.infolist()
            _check_sizes(entries, largest or LARGEST_INSIDE, most_parts or MOST_PARTS)
            return {entry.filename: _read(package, entry) for entry in entries}
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, OSError, ValueError) as broken:
        hint = "ask for the file anew, or open it in the program that wrote it and save it again"
        raise PackageError(
            Refusal.DAMAGED, "is damaged or was cut off on its way: it cannot be unpacked", hint
        ) from broken


def is_xml(part: str) -> bool:
    """Tell by its name whether a part is XML."""
    return part.endswith((".xml", ".rels"))


def _check_sizes(entries: list[zipfile.ZipInfo], largest: int, most_parts: int) -> None:
    if sum(entry.file_size for entry in entries) > largest:
        message = f"holds more than {largest // 1024**2} MB once it is unpacked, and is not opened"
    elif len(entries) > most_parts:
        message = f"holds more than {most_parts:,} parts, and is not opened"
    elif any(is_xml(entry.filename) and entry.file_size > LARGEST_XML for entry in entries):
        message = f"has a part of text that is larger than {LARGEST_XML // 1024**2} MB, and is not opened"
    else:
        return
    raise PackageError(Refusal.TOO_LARGE, message, "copy what is needed into a new document")


def _read(package: zipfile.ZipFile, entry: zipfile.ZipInfo) -> bytes:
    """Read a part in pieces: read at once, one that lies about its size would be unpacked whole before it is cut to that."""
    with package.open(entry) as stream:
        return b"".join(iter(lambda: stream.read(_PIECE), b""))
