"""How much a document may hold before it is opened: what is small in the file can be huge once it is unpacked."""

import re
import zlib

from briefmaker.diagnostics import BriefmakerError
from briefmaker.reading.unpacking import LARGEST_FILE, LARGEST_INSIDE

MOST_PAGES = 3_000
MOST_ELEMENTS = 1_000_000
DEEPEST = 120

_PIECE = 1024 * 1024
_STREAM = re.compile(rb"stream\r?\n")
# WeasyPrint packs each stream once; what is packed twice cannot be measured without unpacking it.
_PACKED_TWICE = re.compile(rb"FlateDecode\s*/\w+Decode\b|/\w+Decode\s*/FlateDecode|/LZWDecode")


class UnreadableDocumentError(BriefmakerError):
    """A file that cannot be verified: not a document, damaged, locked, too large, or not briefmaker's."""

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message, hint, exit_code=1)


def refuse_redline(name: str, what: str) -> UnreadableDocumentError:
    """Give the error that a document is a redline, said in a few words; nothing could be said of two versions at once."""
    hint = "verify the documents that `briefmaker build` wrote; accepting or rejecting its changes makes none of them of it"
    return UnreadableDocumentError(f"{name} {what}", hint)


def check_size(name: str, content: bytes) -> None:
    """Make sure that a file is not larger than a document may be. Raises UnreadableDocumentError."""
    if len(content) > LARGEST_FILE:
        raise UnreadableDocumentError(
            f"{name} is larger than {LARGEST_FILE // 1024**2} MB", "briefmaker writes none so large"
        )


def check_streams(name: str, content: bytes) -> None:
    """Make sure that a PDF's streams, unpacked, stay below the limit, before a parser unpacks them.

    Raises UnreadableDocumentError.
    """
    if _PACKED_TWICE.search(content):
        raise UnreadableDocumentError(
            f"{name} has streams that are packed in a way that briefmaker never uses", "verify what briefmaker wrote"
        )
    left = LARGEST_INSIDE
    for match in _STREAM.finditer(content):
        left -= _measure(content, match.end(), left)
        if left <= 0:
            raise _too_much(name)


def _too_much(name: str) -> UnreadableDocumentError:
    """Give the error that a document holds more than it may."""
    return UnreadableDocumentError(
        f"{name} holds more than {LARGEST_INSIDE // 1024**2} MB once it is unpacked",
        "it is not opened; verify what briefmaker wrote",
    )


def _measure(content: bytes, start: int, limit: int) -> int:
    """Give how many bytes a packed stream unpacks to, counted in pieces and no further than the limit."""
    unpacker, size, piece = zlib.decompressobj(), 0, content[start : start + _PIECE]
    try:
        while piece and size < limit and not unpacker.eof:
            size += len(unpacker.decompress(piece, _PIECE))
            piece = unpacker.unconsumed_tail
            if not piece and not unpacker.eof:
                start += _PIECE
                piece = content[start : start + _PIECE]
    except zlib.error:
        pass
    return size
