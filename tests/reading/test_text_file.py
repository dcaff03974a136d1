"""The bytes of a file as text: encodings and characters that are refused, each at its place."""

from collections.abc import Callable

import pytest

from briefmaker.diagnostics import Code
from briefmaker.reading import Reading, read_brief

ReadLines = Callable[[str], Reading]

ENCODINGS = {
    "UTF-16 with a mark": ("title: T".encode("utf-16"), (1, 1), "UTF-16"),
    "UTF-16 without a mark": ("title: T".encode("utf-16-le"), (1, 1), "UTF-16"),
    "UTF-32": ("title: T".encode("utf-32"), (1, 1), "UTF-32"),
    "Windows-1252": ("title: T\nto: [Åsa é]".encode("cp1252"), (2, 6), "UTF-8"),
    "a surrogate": (b"title: \xed\xa0\x80", (1, 8), "UTF-8"),
    "half a character": ("title: é".encode()[:-1], (1, 8), "UTF-8"),
}


@pytest.mark.parametrize("name", ENCODINGS)
def test_another_encoding_is_told_at_its_first_byte(name: str) -> None:
    """Proves that a file which is not UTF-8 gives one finding, at the byte, with the encoding to save it in."""
    content, place, hint = ENCODINGS[name]
    (found,) = read_brief(content, "brief.yaml", None).diagnostics
    assert (found.code, found.span.line, found.span.column) == (Code.FILE_NOT_UTF8, *place)
    assert hint in found.hint


UNSAFE = [
    "\x00",
    "\x07",
    "\x0b",
    "\x1b",
    "\x7f",
    "\x85",
    "\x9f",
    "\u2028",
    "\u2029",
    "\u202a",
    "\u202e",
    "\u2066",
    "\u2069",
]


@pytest.mark.parametrize("character", [*UNSAFE, "\ufeff", "\ufffe", "\uffff"])
def test_a_character_nobody_sees_is_refused(character: str, read_lines: ReadLines) -> None:
    """Proves that it is refused both as it is and written as an escape, at its own place."""
    (plain,) = read_brief(f"title: a{character}b\n".encode(), "brief.yaml", None).diagnostics
    assert (plain.code, plain.span.line, plain.span.column) == (Code.FILE_UNSAFE_CHARACTER, 1, 9)
    hidden = read_lines(f'title: "é \\u{ord(character):04x}b"\n').diagnostics
    assert [(one.code, one.span.line, one.span.column) for one in hidden] == [(Code.FILE_UNSAFE_CHARACTER, 1, 11)]


def test_an_escape_in_a_fields_name_is_refused_too(read_lines: ReadLines) -> None:
    """Proves that names of fields hide nothing either."""
    found = read_lines('glossary: {"A\\u202e": b}').diagnostics
    assert [(one.code, one.span.column) for one in found] == [(Code.FILE_UNSAFE_CHARACTER, 14)]
