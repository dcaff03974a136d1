"""Puts entries into the lists of a YAML file and moves them; every other character, comment and line end stays."""

from collections import Counter
from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import Any

import yaml

from briefmaker.diagnostics import join_path
from briefmaker.reading.yaml_edit import EditError
from briefmaker.reading.yaml_edit import Path as Steps
from briefmaker.reading.yaml_extent import Extents
from briefmaker.reading.yaml_nodes import Mapping as MappingNode
from briefmaker.reading.yaml_nodes import Node, Scalar
from briefmaker.reading.yaml_nodes import Sequence as ListNode
from briefmaker.reading.yaml_scalar import write_scalar
from briefmaker.reading.yaml_tree import TooMuchError, build_tree

_BYTE_ORDER_MARK = "\ufeff"
Fields = Mapping[str, str | Sequence[str]]
Entry = str | Mapping[str, str | Sequence[str | Fields]]
"""A new entry: a text, or by the names of fields texts, lists of texts, and lists of entries with fields of their own."""

_SHORT = 20
"""Texts of a list that are no longer stand in brackets, one behind the other."""


def read_data(content: bytes) -> Any:
    """Give all that a YAML file says as plain data, every value the text that was typed. Raises EditError."""
    return _as_data(_build(content.decode().removeprefix(_BYTE_ORDER_MARK)))


def insert_entry(content: bytes, path: Steps, number: int, entry: Entry) -> bytes:
    """Put an entry into a list so that it has this number, counted from 0. Raises EditError where that cannot be done."""
    file = _ListFile(content, path)
    after = file.insert(number, entry)
    _prove(content, after, path, lambda old: [*old[:number], _as_plain(entry), *old[number:]])
    return after


def reorder_entries(content: bytes, path: Steps, order: Sequence[int]) -> bytes:
    """Put the entries of a list into another order; comments right above an entry go with it. Raises EditError."""
    file = _ListFile(content, path)
    after = file.reorder(order)
    _prove(content, after, path, lambda old: [old[number] for number in order])
    return after


def _prove(before: bytes, after: bytes, path: Steps, change: Any) -> None:
    """Make sure that nothing but one list has changed, and no comment is lost."""
    wanted = change_at(read_data(before), path, change)
    if read_data(after) != wanted:
        raise EditError("other values would change with those that are wanted")
    if _comments(before) != _comments(after):
        raise EditError("a comment would be lost")


def _comments(content: bytes) -> Counter[str]:
    text = content.decode().removeprefix(_BYTE_ORDER_MARK)
    return Counter(comment for _, comment in Extents(text).comments(_build(text)))


def change_at(data: Any, path: Steps, change: Any) -> Any:
    """Give plain data with what stands at a path changed."""
    if not path:
        return change(data)
    step = path[0]
    if isinstance(data, list) and isinstance(step, int):
        return [change_at(each, path[1:], change) if number == step else each for number, each in enumerate(data)]
    return {name: change_at(each, path[1:], change) if name == step else each for name, each in data.items()}


def _as_plain(entry: Entry) -> Any:
    return entry if isinstance(entry, str) else dict(entry)


@lru_cache(maxsize=8)
def _build(text: str) -> Node | None:
    """Give the tree of a file; each step of an edit asks for that of the file before it and behind it."""
    try:
        return build_tree(text).root
    except (yaml.YAMLError, TooMuchError) as broken:
        raise EditError("the file is no YAML") from broken


def _as_data(node: Node | None) -> Any:
    match node:
        case Scalar():
            return None if node.is_null else node.text
        case MappingNode():
            return {each.key.text: _as_data(each.value) for each in node.entries}
        case ListNode():
            return [_as_data(each) for each in node.entries]
        case _:
            return None


class _ListFile:
    """One list of a file, and the text around it."""

    def __init__(self, content: bytes, path: Steps) -> None:
        text = content.decode()
        self._mark = _BYTE_ORDER_MARK if text.startswith(_BYTE_ORDER_MARK) else ""
        self._text = text.removeprefix(_BYTE_ORDER_MARK)
        self._extents = Extents(self._text)
        self._newline = "\r\n" if "\r\n" in self._text else "\n"
        node = _find(_build(self._text), path)
        if not isinstance(node, ListNode) or not node.entries:
            raise EditError(f"there is no list at `{join_path(path)}`")
        self._list = node

    def insert(self, number: int, entry: Entry) -> bytes:
        return self._insert_in_brackets(number, entry) if self._list.is_flow else self._insert_lines(number, entry)

    def reorder(self, order: Sequence[int]) -> bytes:
        if sorted(order) != list(range(len(self._list.entries))):
            raise EditError("the new order does not name every entry once")
        stretches = self._flow_stretches() if self._list.is_flow else self._line_stretches()
        texts = [self._text[start:end] for start, end in stretches]
        changed = self._text
        for place in reversed(range(len(order))):
            start, end = stretches[place]
            changed = changed[:start] + self._fit(texts[order[place]], texts[place]) + changed[end:]
        return self._encode(changed)

    def _fit(self, text: str, stood: str) -> str:
        """Give lines with a line end only where those that stood there had one: the file's last line may have none."""
        if self._list.is_flow or stood.endswith("\n") == text.endswith("\n"):
            return text
        return text + self._newline if stood.endswith("\n") else text.rstrip("\r\n")

    def _flow_stretches(self) -> list[tuple[int, int]]:
        return [(self._extents.start(each), self._extents.end(each)) for each in self._list.entries]

    def _line_stretches(self) -> list[tuple[int, int]]:
        """Give the lines of each entry, those of comments right above it with it, but for the first."""
        stretches: list[tuple[int, int]] = []
        for number, entry in enumerate(self._list.entries):
            dash = self._extents.dash(self._list, number)
            if not self._extents.begins_line(dash):
                raise EditError("an entry does not begin its line")
            start = self._extents.line_start(dash)
            if number:
                start = self._with_comments(start, stretches[-1][1])
            stretches.append((start, self._extents.next_line(self._extents.end(entry))))
        return stretches

    def _with_comments(self, start: int, least: int) -> int:
        while start > least:
            above = self._extents.line_start(start - 1)
            if above < least or not self._text[above:start].lstrip().startswith("#"):
                break
            start = above
        return start

    def _insert_lines(self, number: int, entry: Entry) -> bytes:
        dashes = [self._extents.dash(self._list, place) for place in range(len(self._list.entries))]
        indent = dashes[0] - self._extents.line_start(dashes[0])
        if number:
            at = self._extents.next_line(self._extents.end(self._list.entries[number - 1]))
        elif self._extents.begins_line(dashes[0]):
            at = self._extents.line_start(dashes[0])
        else:
            raise EditError("the first entry does not begin its line")
        written = self._write(entry, " " * indent)
        lead = "" if at == 0 or self._text[at - 1 : at] in ("\n", "\r") else self._newline
        return self._encode(self._text[:at] + lead + written + self._newline + self._text[at:])

    def _write(self, entry: Entry, indent: str) -> str:
        """Write an entry as lines: a text behind its dash, or its fields one below the other."""
        like = self._style()
        if isinstance(entry, str):
            return f"{indent}- {write_scalar(entry, like, len(indent) + 2, self._newline)}"
        fields = [f"{name}:{self._write_field(value, indent)}" for name, value in entry.items()]
        return f"{indent}- " + f"{self._newline}{indent}  ".join(fields)

    def _write_field(self, value: str | Sequence[str | Fields], indent: str) -> str:
        """Write what stands behind the name of a field: a text, words in brackets, or entries one below the other."""
        if isinstance(value, str):
            return f" {self._write_value(value, len(indent) + 4)}"
        words = [each for each in value if isinstance(each, str) and len(each) <= _SHORT]
        if len(words) == len(value):
            return f" {self._write_value(words, len(indent) + 4)}"
        return self._newline + self._newline.join(self._write_inner(each, indent + " " * 4) for each in value)

    def _write_inner(self, entry: str | Fields, indent: str) -> str:
        if isinstance(entry, str):
            return f"{indent}- {write_scalar(entry, Scalar('', 0, 0), len(indent) + 2, self._newline)}"
        fields = [f"{name}: {self._write_value(value, len(indent) + 4)}" for name, value in entry.items()]
        return f"{indent}- " + f"{self._newline}{indent}  ".join(fields)

    def _write_value(self, value: Entry | Sequence[str | Fields], indent: int, *, is_flow: bool = False) -> str:
        if isinstance(value, Mapping):
            fields = (f"{name}: {self._write_value(each, indent, is_flow=True)}" for name, each in value.items())
            return "{" + ", ".join(fields) + "}"
        if not isinstance(value, str):
            return f"[{', '.join(self._write_value(each, indent, is_flow=True) for each in value)}]"
        return write_scalar(value, Scalar("", 0, 0), indent, self._newline, is_on_line=is_flow, is_flow=is_flow)

    def _style(self) -> Scalar:
        """Give the style in which the texts of the list are written."""
        scalars = [each for each in self._list.entries if isinstance(each, Scalar)]
        return Scalar("", 0, 0, scalars[-1].style if scalars else "")

    def _insert_in_brackets(self, number: int, entry: Entry) -> bytes:
        like = self._style()
        if isinstance(entry, str):
            written = write_scalar(entry, like, 0, self._newline, is_on_line=True, is_flow=True)
        else:
            written = self._write_value(entry, 0, is_flow=True)
        stretches = self._flow_stretches()
        if number:
            at = stretches[number - 1][1]
            return self._encode(f"{self._text[:at]}, {written}{self._text[at:]}")
        at = stretches[0][0]
        return self._encode(f"{self._text[:at]}{written}, {self._text[at:]}")

    def _encode(self, text: str) -> bytes:
        return (self._mark + text).encode()


def _find(node: Node | None, path: Steps) -> Node | None:
    for step in path:
        if isinstance(node, MappingNode):
            node = next((each.value for each in node.entries if each.key.text == step), None)
        elif isinstance(node, ListNode) and isinstance(step, int) and step < len(node.entries):
            node = node.entries[step]
        else:
            return None
    return node
