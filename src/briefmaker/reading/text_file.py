"""The bytes of a file as text: UTF-8 only, without characters that hide or turn around what is written."""

import re
import unicodedata
from bisect import bisect_right
from dataclasses import dataclass
from functools import cached_property

from briefmaker.diagnostics import Code, Diagnostic, Span

MAX_BYTES = 5_000_000
_LINE_BREAK = re.compile(r"\r\n|\n|\r")
# Controls, separators that only some programs take for a line break, bidirectional embedding, override and isolate,
# non-characters, and the byte order mark. U+200E and U+200F stay: honest right-to-left text needs them.
UNSAFE = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufeff\ufffe\uffff]"
)
_BIDIRECTIONAL = re.compile("[\u202a-\u202e\u2066-\u2069]")
_OTHER_ENCODINGS = (
    (b"\xff\xfe\x00\x00", "UTF-32"),
    (b"\x00\x00\xfe\xff", "UTF-32"),
    (b"\xff\xfe", "UTF-16"),
    (b"\xfe\xff", "UTF-16"),
)
_MAX_TOLD = 20


@dataclass(frozen=True)
class FileText:
    """The text of a file, and what is needed to say where in it something stands."""

    file: str
    text: str

    @cached_property
    def lines(self) -> tuple[str, ...]:
        """Give the lines without their breaks."""
        return tuple(_LINE_BREAK.split(self.text))

    @cached_property
    def _starts(self) -> list[int]:
        return [0, *(found.end() for found in _LINE_BREAK.finditer(self.text))]

    def span(self, start: int, end: int) -> Span:
        """Give the span from one offset in the text to another."""
        line, column = self.position(start)
        end_line, end_column = self.position(max(start, end))
        return Span(line, column, end_line, end_column)

    def position(self, offset: int) -> tuple[int, int]:
        """Give the line and column, from 1, of an offset in the text."""
        line = bisect_right(self._starts, offset)
        return line, offset - self._starts[line - 1] + 1

    def offset(self, line: int) -> int:
        """Give the offset in the text at which a line, from 1, begins."""
        return self._starts[line - 1]

    def line_of(self, offset: int) -> str:
        """Give the line that an offset stands in."""
        return self.lines[self.position(offset)[0] - 1]

    def rest_of_line(self, offset: int) -> str:
        """Give what follows an offset on its line."""
        line, column = self.position(offset)
        return self.lines[line - 1][column - 1 :]


def decode_file(content: bytes, file: str) -> tuple[FileText, tuple[Diagnostic, ...]]:
    """Give a file's text, without a byte order mark, and what is wrong with its characters.

    With an error the text is not to be read further; its lines still serve to show the place.
    """
    if len(content) > MAX_BYTES:
        message = f"the file has {len(content) / 1_000_000:.1f} MB; {MAX_BYTES // 1_000_000} MB is the most"
        hint = "move data into files of data/"
        return FileText(file, ""), (Diagnostic(Code.FILE_TOO_LARGE, message, file, hint=hint),)
    named = next((name for mark, name in _OTHER_ENCODINGS if content.startswith(mark)), "")
    if not named and b"\0" in content[:2]:
        named = "UTF-16"
    if named:
        hint = f"the file is {named}; save it again with the encoding UTF-8"
        return FileText(file, ""), (Diagnostic(Code.FILE_NOT_UTF8, "the file is not UTF-8 text", file, hint=hint),)
    plain = content.removeprefix(b"\xef\xbb\xbf")
    try:
        text = FileText(file, plain.decode("utf-8"))
    except UnicodeDecodeError as broken:
        return _tell_encoding(plain, broken.start, file)
    if not text.text.strip():
        hint = "`briefmaker new` makes one to begin with"
        return text, (Diagnostic(Code.FILE_EMPTY, "the file is empty", file, hint=hint),)
    return text, _find_unsafe_characters(text)


def _tell_encoding(content: bytes, broken: int, file: str) -> tuple[FileText, tuple[Diagnostic, ...]]:
    text = FileText(file, content.decode("utf-8", errors="replace"))
    place = text.span(offset := len(content[:broken].decode("utf-8")), offset + 1)
    message = f"the byte {content[broken]:#04x} is not UTF-8"
    hint = "save the file again with the encoding UTF-8"
    excerpt = text.line_of(offset)
    return text, (Diagnostic(Code.FILE_NOT_UTF8, message, file, place, hint, excerpt=excerpt),)


def _find_unsafe_characters(text: FileText) -> tuple[Diagnostic, ...]:
    found = []
    for unsafe in UNSAFE.finditer(text.text):
        place = text.span(unsafe.start(), unsafe.end())
        message, hint = describe_unsafe(unsafe.group())
        excerpt = text.line_of(unsafe.start())
        found.append(Diagnostic(Code.FILE_UNSAFE_CHARACTER, message, text.file, place, hint, excerpt=excerpt))
        if len(found) == _MAX_TOLD:
            break
    return tuple(found)


def describe_unsafe(character: str) -> tuple[str, str]:
    """Give the sentence and the hint for a character that UNSAFE matched."""
    name = unicodedata.name(character, "").lower()
    number = f"U+{ord(character):04X}" + (f" ({name})" if name else "")
    if _BIDIRECTIONAL.match(character):
        hint = "delete it; the marks U+200E and U+200F may stay"
        return f"the invisible character {number} turns the order of text around", hint
    if character in "\x85\u2028\u2029":
        return f"the invisible character {number} stands here", "delete it and break the line with the Enter key"
    return f"the invisible character {number} stands here", "delete it; it may have come with a copied text"
