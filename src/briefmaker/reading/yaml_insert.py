"""Puts new fields and entries into a YAML file where it stands; every character that was there stays."""

import re
from collections.abc import Mapping as AnyMapping
from typing import Any

from briefmaker.diagnostics import join_path
from briefmaker.reading.yaml_edit import EditError, Path, Splice, YamlEditor
from briefmaker.reading.yaml_nodes import Mapping, Scalar, Sequence
from briefmaker.reading.yaml_scalar import write_scalar

_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_PLAIN, _PLAIN_DATE = Scalar("", 0, 0), Scalar("2000-01-01", 0, 0)

Fields = AnyMapping[str, str]


class InsertingEditor(YamlEditor):
    """Collects edits as YamlEditor does, and fields and entries to be put in beside them."""

    def __init__(self, content: bytes) -> None:
        super().__init__(content)
        self._added: list[tuple[Path, Fields]] = []
        self._appended: list[tuple[Path, Fields]] = []

    def add_fields(self, path: Path, fields: Fields, after: str) -> None:
        """Put fields that a mapping has not behind one that it has, each on a line of its own, or within its braces.

        Raises EditError where there is no such field.
        """
        node = self._find(path)
        entries = node.entries if isinstance(node, Mapping) else ()
        entry = next((each for each in entries if each.key.text == after), None)
        if not isinstance(node, Mapping) or entry is None:
            raise EditError(f"there is no `{join_path((*path, after))}`")
        end = max(entry.key.end, self._extents.end(entry.value))
        if node.is_flow or self._is_in_flow(path):
            self._splices.append(Splice(end, end, f", {self._write_flow(fields)}"))
        else:
            column = entry.key.start - self._extents.line_start(entry.key.start)
            lines = (f"{name}: {self._write_new(value, is_flow=False)}" for name, value in fields.items())
            self._insert_lines(end, [" " * column + line for line in lines])
        self._added.append((path, fields))

    def append_entry(self, name: str, fields: Fields) -> None:
        """Put a mapping at the end of one of the file's own lists, which is made where there is none."""
        node, entry = self._find((name,)), f"{{{self._write_flow(fields)}}}"
        match node:
            case None:
                self._add_list(name, entry)
            case Scalar(is_null=True):
                is_glued = self._text[node.start - 1 : node.start] == ":"
                self._splices.append(Splice(node.start, node.end, f"{' ' * is_glued}[{entry}]"))
            case Sequence(entries=[*_, last], is_flow=False):
                end, dash = self._extents.end(last), node.start - self._extents.line_start(node.start)
                self._insert_lines(end, [" " * dash + f"- {entry}"])
            case Sequence(entries=[*_, last]):
                end = self._extents.end(last)
                self._splices.append(Splice(end, end, f", {entry}"))
            case Sequence():
                self._splices.append(Splice(node.start + 1, node.start + 1, entry))
            case _:
                raise EditError(f"`{name}` is no list")
        self._appended.append(((name,), fields))

    def _add_list(self, name: str, entry: str) -> None:
        root = self._find(())
        if not isinstance(root, Mapping) or not root.entries:
            raise EditError("the file has no fields")
        end = self._extents.end(root) if not root.is_flow else self._extents.end(root.entries[-1].value)
        if root.is_flow:
            self._splices.append(Splice(end, end, f", {name}: [{entry}]"))
        else:
            self._insert_lines(end, [f"{name}:", f"  - {entry}"])

    def _insert_lines(self, end: int, lines: list[str]) -> None:
        """Put whole lines below the one in which something ends."""
        place = self._extents.next_line(end)
        is_last = place == self._extents.line_end(end)  # a file's last line, which has no line break
        text = self._newline.join(lines)
        self._splices.append(Splice(place, place, self._newline + text if is_last else text + self._newline))

    def _write_flow(self, fields: Fields) -> str:
        return ", ".join(f"{name}: {self._write_new(value, is_flow=True)}" for name, value in fields.items())

    def _write_new(self, value: str, *, is_flow: bool) -> str:
        before = _PLAIN_DATE if _DATE.fullmatch(value) else _PLAIN
        return write_scalar(value, before, 0, self._newline, is_on_line=True, is_flow=is_flow)

    def _expect(self) -> Any:
        data = super()._expect()
        for path, fields in self._added:
            part = data
            for step in path:
                part = part[step]
            part.update(fields)
        for (name, *_), fields in self._appended:
            data[name] = [*(data.get(name) or ()), dict(fields)]
        return data
