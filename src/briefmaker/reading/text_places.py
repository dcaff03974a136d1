"""Where in a file a stretch of a text stands, once YAML has taken its indentation, quotes and line breaks away."""

from briefmaker.diagnostics import Span
from briefmaker.reading.text_file import FileText
from briefmaker.reading.yaml_nodes import Scalar


def place_in_text(text: FileText, scalar: Scalar, offset: int, length: int) -> Span:
    """Give the span of ``length`` characters at an offset in a scalar's text; at worst that of the scalar's start."""
    raw = text.text[scalar.start : scalar.end]
    if scalar.style == "|":
        start = _place_in_block(text, scalar, offset)
    elif scalar.text in raw:
        start = raw.index(scalar.text) + offset
    else:
        start = _find_same(raw, scalar.text, offset, length)
    if start is None:
        return text.span(scalar.start, scalar.start + 1)
    end = min(scalar.start + start + length, scalar.end)
    line = text.rest_of_line(scalar.start + start)
    return text.span(scalar.start + start, min(end, scalar.start + start + max(len(line), 1)))


def _place_in_block(text: FileText, scalar: Scalar, offset: int) -> int | None:
    """Find a place in a block under ``|``: its lines are those of the file, without their indentation."""
    line_start = scalar.text.rfind("\n", 0, offset) + 1
    line = scalar.text[line_start:].split("\n", maxsplit=1)[0]
    number = text.position(scalar.start)[0] + scalar.text.count("\n", 0, offset) + 1
    if number > len(text.lines):
        return None
    in_file = text.lines[number - 1]
    indentation = len(in_file) - len(line) if in_file.endswith(line) else 0
    return text.offset(number) - scalar.start + indentation + offset - line_start


def _find_same(raw: str, decoded: str, offset: int, length: int) -> int | None:
    """Find the same words in the file, counting how often they stand before."""
    words = decoded[offset : offset + length].split("\n", maxsplit=1)[0]
    if not words:
        return None
    before = decoded.count(words, 0, offset)
    start = raw.find(words)
    for _ in range(min(before, 1000)):
        start = raw.find(words, start + len(words)) if start >= 0 else start
    return start if start >= 0 else None
