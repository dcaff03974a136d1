"""Takes the comments out of a brief's file and leaves every other byte as it is, for copies that go into an archive."""

import codecs
import re
from collections.abc import Iterator
from itertools import pairwise
from typing import Any

import yaml

_LOADER: Any = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
# What stands between two values: a comment with the blanks before it, or the whole line where it stands alone. YAML wants a
# blank before a comment, its parsers do without.
_COMMENT = re.compile(r"(?P<line>(?<![^\r\n])[ \t]*#[^\r\n]*(?:\r\n|\r|\n|\Z))|(?P<rest>[ \t]*#[^\r\n]*)")
_HEADER = re.compile(r"[|>][1-9+-]*(?P<comment>[ \t]*#[^\r\n]*)")
_KEEPING = re.compile(r"[|>][1-9]?\+")


def remove_comments(content: bytes) -> bytes:
    """Give the bytes of a file that was read as a brief without its comments.

    A line that holds nothing but a comment goes with its line break. Only where that would change a value, after ``|+``, which
    keeps the empty lines that follow it, a bare ``#`` stays in its place.
    """
    mark = codecs.BOM_UTF8 if content.startswith(codecs.BOM_UTF8) else b""
    text = content[len(mark) :].decode()
    pieces, end = [], 0
    for start, stop, is_kept in _find_comments(text):
        pieces += [text[end:start], "#" if is_kept else ""]
        end = stop
    return mark + ("".join(pieces) + text[end:]).encode()


def _find_comments(text: str) -> Iterator[tuple[int, int, bool]]:
    """Give where each comment begins and ends, and whether its sign has to stay."""
    values = [(0, 0), *_find_values(text), (len(text), len(text))]
    for (value, start), (end, _) in pairwise(values):
        if text[value : value + 1] in ("|", ">"):
            yield from _find_comment_of_header(text, value)
        keeps_lines = _KEEPING.match(text, value) is not None
        for found in _COMMENT.finditer(text, start, end):
            is_kept = keeps_lines and found["line"] is not None
            keeps_lines = keeps_lines and not is_kept
            first = text.index("#", found.start()) if is_kept else found.start()
            last = found.start() + len(found[0].rstrip("\r\n")) if is_kept else found.end()
            yield first, last, is_kept


def _find_values(text: str) -> Iterator[tuple[int, int]]:
    """Give where each text that stands in the file begins and ends, keys too; a sign ``#`` in it is no comment."""
    for token in yaml.scan(text, Loader=_LOADER):
        if isinstance(token, yaml.ScalarToken):
            yield token.start_mark.index, token.end_mark.index


def _find_comment_of_header(text: str, start: int) -> Iterator[tuple[int, int, bool]]:
    """Give the comment behind a ``|`` or ``>``, which YAML counts to the value."""
    if found := _HEADER.match(text, start):
        yield found.start("comment"), found.end("comment"), False
