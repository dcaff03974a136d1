"""The exact place in a file of any stretch of a text, in every way that YAML can write one.

However YAML folds, indents and quotes a text, its letters that are no blanks follow one another as in the file. So the
n-th of them in the text is the n-th in the file, once escapes are counted as the one letter that they stand for.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass

from briefmaker.diagnostics import Span
from briefmaker.reading.text_file import FileText
from briefmaker.reading.yaml_nodes import Scalar
from briefmaker.reading.yaml_scalar import read_within

_ESCAPED = re.compile(
    r"\\(?:x(?P<two>[0-9A-Fa-f]{2})|u(?P<four>[0-9A-Fa-f]{4})|U(?P<eight>[0-9A-Fa-f]{8})|(?P<sign>[\s\S]))|(?P<plain>\S)"
)
_DOUBLED = re.compile(r"''|\S")
_PLAIN = re.compile(r"\S")
_BLANK_SIGNS = frozenset(" tnrvfNLP_\t\n\r")
"""Signs after a backslash that give a blank or a line break, or nothing at all at the end of a line."""


@dataclass(frozen=True, slots=True)
class ExactPlaces:
    """Answers where stretches of one scalar's text stand in its file."""

    text: FileText
    scalar: Scalar
    _letters: tuple[int, ...]
    _written: tuple[tuple[int, int], ...]

    @classmethod
    def of(cls, text: FileText, scalar: Scalar) -> "ExactPlaces":
        """Look through a scalar once; any number of stretches can then be asked for."""
        letters = tuple(found.start() for found in _PLAIN.finditer(scalar.text))
        return cls(text, scalar, letters, tuple(_find_written(text.text, scalar)))

    def span(self, start: int, end: int) -> Span:
        """Give the span from one offset in the scalar's text to another, blanks at its ends left out.

        At worst, where text and file are not seen to agree, that of the scalar's first letter.
        """
        begin, stop = self.offsets(start, end) or (self.scalar.start, self.scalar.start + 1)
        return self.text.span(begin, stop)

    def offsets(self, start: int, end: int) -> tuple[int, int] | None:
        """Give where in the file a stretch of the scalar's text begins and ends; None where the two are not seen to agree."""
        first, last = bisect_left(self._letters, start), bisect_left(self._letters, end) - 1
        if len(self._letters) != len(self._written) or first >= len(self._written):
            return None
        return self._written[first][0], self._written[max(first, last)][1]

    def stretch(self, start: int, end: int) -> tuple[int, int] | None:
        """Give where in the file just this stretch of the text is written, blanks at its ends too; None where it is not seen."""
        words, found = self.scalar.text[start:end], self.offsets(start, end)
        if found is None or not words:
            return None
        text = self.text.text
        begin = found[0] - (len(words) - len(words.lstrip()))
        stop = found[1] + (len(words) - len(words.rstrip()))
        # A blank with others beside it may be one of an indent, or of the end of a line.
        is_indent = words[0].isspace() and text[begin - 1].isspace()
        is_line_end = words[-1].isspace() and text[stop : stop + 1].isspace()
        is_written = not (is_indent or is_line_end) and read_within(text[begin:stop], self.scalar.style) == words
        return (begin, stop) if is_written else None


def _find_written(text: str, scalar: Scalar) -> Iterator[tuple[int, int]]:
    """Give where each letter that is no blank begins and ends in the file."""
    start, end = scalar.start, scalar.end
    match scalar.style:
        case "|" | ">":
            header = re.compile(r"[^\r\n]*").match(text, start)
            yield from (found.span() for found in _PLAIN.finditer(text, header.end() if header else start, end))
        case "'":
            yield from (found.span() for found in _DOUBLED.finditer(text, start + 1, end - 1))
        case '"':
            yield from (found.span() for found in _ESCAPED.finditer(text, start + 1, end - 1) if not _is_blank(found))
        case _:
            yield from (found.span() for found in _PLAIN.finditer(text, start, end))


def _is_blank(found: re.Match[str]) -> bool:
    if found["plain"] is not None:
        return False
    if found["sign"] is not None:
        return found["sign"] in _BLANK_SIGNS
    return chr(int(found["two"] or found["four"] or found["eight"], 16)).isspace()
