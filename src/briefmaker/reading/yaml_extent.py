"""How far each part of a YAML file reaches: where its last character stands, which dash it hangs on, what is a comment."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from briefmaker.reading.yaml_nodes import Mapping, Node, Scalar, Sequence

_BLOCK_HEADER = re.compile(r"[|>][-+0-9]*[ \t]*")
_LINE_BREAK = re.compile(r"\r\n|\n|\r")
_COMMENT = re.compile(r"(?:^|(?<=[ \t\r\n]))#[^\r\n]*")


@dataclass(frozen=True, slots=True)
class Extents:
    """Answers where parts of one text begin and end; all offsets count characters."""

    text: str

    def line_start(self, offset: int) -> int:
        """Give where the line of an offset begins."""
        return max(self.text.rfind("\n", 0, offset), self.text.rfind("\r", 0, offset)) + 1

    def line_end(self, offset: int) -> int:
        """Give where the line of an offset ends, before its line break."""
        found = _LINE_BREAK.search(self.text, offset)
        return found.start() if found else len(self.text)

    def next_line(self, offset: int) -> int:
        """Give where the next line begins; at the end of the file, its end."""
        found = _LINE_BREAK.search(self.text, offset)
        return found.end() if found else len(self.text)

    def begins_line(self, offset: int) -> bool:
        """Tell whether only blanks stand before an offset on its line."""
        return not self.text[self.line_start(offset) : offset].strip(" ")

    def start(self, node: Node) -> int:
        """Give where a part begins; YAML's own mark of a mapping without braces is that of its first field."""
        if isinstance(node, Mapping) and not node.is_flow and node.entries:
            return node.entries[0].key.start
        return node.start

    def end(self, node: Node) -> int:
        """Give where a part ends: YAML's own mark runs on over what follows lists, mappings and texts under ``|``."""
        match node:
            case Scalar(style="|" | ">"):
                return self._block_end(node)
            case Mapping(is_flow=False, entries=[*_, last]):
                return max(last.key.end, self.end(last.value))
            case Sequence(is_flow=False, entries=[*_, last]):
                return self.end(last)
            case _:
                return node.end

    def _block_end(self, scalar: Scalar) -> int:
        """Give the end of the last line that belongs to a text under ``|``: comments that follow it stand further left."""
        offset, end = self.next_line(scalar.start), self.line_end(scalar.start)
        indent = 0
        while offset < len(self.text):
            stop = self.line_end(offset)
            line = self.text[offset:stop]
            if line.strip():
                here = len(line) - len(line.lstrip(" "))
                indent = indent or here
                if here < indent or offset >= scalar.end:
                    break
                end = stop
            offset = self.next_line(offset)
        return end

    def block_indent(self, scalar: Scalar) -> int:
        """Give how far the lines of a text under ``|`` are indented; 0 where it has none."""
        lines = _LINE_BREAK.split(self.text[self.next_line(scalar.start) : self.end(scalar)])
        return next((len(line) - len(line.lstrip(" ")) for line in lines if line.strip()), 0)

    def header_comment(self, scalar: Scalar) -> str:
        """Give the comment on the line of ``|``, with the blanks before it."""
        if scalar.style not in ("|", ">"):
            return ""
        header = self.text[scalar.start : self.line_end(scalar.start)]
        sign = _BLOCK_HEADER.match(header)
        if sign is None or header[sign.end() : sign.end() + 1] != "#":
            return ""
        return header[len(sign.group().rstrip()) :]

    def dash(self, sequence: Sequence, number: int) -> int:
        """Give the dash that an entry of a list without brackets hangs on; all of a list stand in one column."""
        if number == 0:
            return sequence.start
        column = sequence.start - self.line_start(sequence.start)
        line = self.line_start(self.start(sequence.entries[number]))
        while self.text[line : line + column].strip() or self.text[line + column : line + column + 1] != "-":
            line = self.line_start(line - 1)
        return line + column

    def comments(self, root: Node | None) -> Iterator[tuple[int, str]]:
        """Give the comments of the file in order, each with where it begins."""
        offset = 0
        for start, end in [*sorted(self._scalars(root)), (len(self.text), len(self.text))]:
            for found in _COMMENT.finditer(self.text, offset, start):
                yield found.start(), found.group()
            offset = max(offset, end)

    def _scalars(self, node: Node | None) -> Iterator[tuple[int, int]]:
        match node:
            case Scalar(style="|" | ">"):
                yield node.start, node.start + 1
                yield self.line_end(node.start), self.end(node)
            case Scalar():
                yield node.start, node.end
            case Mapping():
                for entry in node.entries:
                    yield entry.key.start, entry.key.end
                    yield from self._scalars(entry.value)
            case Sequence():
                for each in node.entries:
                    yield from self._scalars(each)
            case _:
                pass
