"""A brief as the text of its file, with the place of each key and value in it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import yaml

_BLOCK = "|>"


@dataclass(frozen=True, slots=True)
class Spot:
    """One value in the file: its path with numbers for entries of lists, and its offsets; ``key`` is where its line begins."""

    path: str
    value: str
    start: int
    end: int
    key: int
    style: str | None
    is_scalar: bool

    @property
    def field(self) -> str:
        """Give the path without the numbers of entries, such as ``agenda.issue``."""
        return re.sub(r"\[\d+\]", "", self.path)


@dataclass(frozen=True)
class BriefText:
    """The text of one brief."""

    name: str
    text: str

    @classmethod
    def read(cls, path: Path) -> "BriefText":
        """Read the text of a file."""
        return cls(path.stem, path.read_text("utf-8"))

    @cached_property
    def spots(self) -> tuple[Spot, ...]:
        """Give all values, in the order of the file."""
        return tuple(_walk(yaml.compose(self.text, Loader=yaml.SafeLoader), "", 0))

    def find(self, pattern: str) -> list[Spot]:
        """Give the values whose path without numbers fits a pattern as a whole."""
        return [spot for spot in self.spots if re.fullmatch(pattern, spot.field)]

    def value(self, path: str) -> str:
        """Give the value of one path; empty where there is none."""
        return next((spot.value for spot in self.spots if spot.path == path), "")

    def raw(self, spot: Spot) -> str:
        """Give a value as it stands in the file, without blank lines at its end."""
        return self.text[spot.start : spot.end].rstrip()

    def line(self, offset: int) -> int:
        """Give the line of an offset, from 1."""
        return self.text.count("\n", 0, offset) + 1

    def offset(self, line: int) -> int:
        """Give the offset at which a line begins."""
        return sum(len(each) + 1 for each in self.text.split("\n")[: line - 1])

    def line_start(self, offset: int) -> int:
        """Give the offset at which the line of an offset begins."""
        return self.text.rfind("\n", 0, offset) + 1

    def line_of(self, spot: Spot) -> str:
        """Give the line on which a value begins."""
        return self.text[self.line_start(spot.start) :].split("\n", 1)[0]

    def block_end(self, spot: Spot) -> int:
        """Give the offset behind the last line of a value with its own lines."""
        return spot.start + len(self.raw(spot)) + 1

    def list_prose(self, fields: str) -> Iterator[tuple[Spot, int]]:
        """Give texts that end with a full stop, each with the offset at which another sentence may follow."""
        for spot in self.find(fields):
            raw = self.raw(spot)
            closing = {'"': 1}.get(spot.style or "", 0)
            end = len(raw) - closing
            last = raw[:end].rsplit("\n", 1)[-1].strip()
            is_sentence = raw[:end].endswith(".") and not last.startswith(("|", "-", "1", "2", "3"))
            is_apart = spot.style in tuple(_BLOCK) or ("\n" not in raw and "{" not in self.line_of(spot))
            if spot.is_scalar and is_sentence and is_apart and spot.style != "'":
                yield spot, spot.start + end


def _walk(node: yaml.Node, path: str, key: int) -> Iterator[Spot]:
    style = node.style if isinstance(node, yaml.ScalarNode) else None
    value = node.value if isinstance(node, yaml.ScalarNode) else ""
    yield Spot(path, value, node.start_mark.index, node.end_mark.index, key, style, isinstance(node, yaml.ScalarNode))
    if isinstance(node, yaml.MappingNode):
        for name, inner in node.value:
            yield from _walk(inner, f"{path}.{name.value}" if path else name.value, name.start_mark.index)
    elif isinstance(node, yaml.SequenceNode):
        for index, inner in enumerate(node.value):
            yield from _walk(inner, f"{path}[{index}]", inner.start_mark.index)
