"""Changes a YAML file where it stands: only the named values change; every other character, comment and line end stays."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import yaml

from briefmaker.diagnostics import Fix, join_path
from briefmaker.reading.exact_places import ExactPlaces
from briefmaker.reading.text_file import FileText
from briefmaker.reading.yaml_extent import Extents
from briefmaker.reading.yaml_nodes import Mapping, Node, Scalar
from briefmaker.reading.yaml_nodes import Sequence as ListNode
from briefmaker.reading.yaml_scalar import is_harmless_within, write_scalar, write_within
from briefmaker.reading.yaml_tree import TooMuchError, build_tree

Path = tuple[str | int, ...]
_BYTE_ORDER_MARK = b"\xef\xbb\xbf"


class EditError(Exception):
    """An edit cannot be carried out without harm to something else in the file; the text says which."""


@dataclass(frozen=True, slots=True)
class Splice:
    """Characters to stand instead of those from ``start`` to ``end``."""

    start: int
    end: int
    text: str = ""


class YamlEditor:
    """Collects edits of one file and carries them out together; all paths are those of the file as it was.

    It wants a file that holds one YAML document without mistakes, and raises EditError for another.
    """

    def __init__(self, content: bytes) -> None:
        self._has_mark = content.startswith(_BYTE_ORDER_MARK)
        self._text = content.removeprefix(_BYTE_ORDER_MARK).decode()
        self._root = _read(self._text)
        self._extents = Extents(self._text)
        self._newline = "\r\n" if "\r\n" in self._text else "\n"
        self._splices: list[Splice] = []
        self._values: dict[Path, str] = {}
        self._removed: set[Path] = set()
        self._comments: list[str] = []

    def has(self, *path: str | int) -> bool:
        """Tell whether the file has something at this path."""
        return self._find(path) is not None

    def find_steps(self, path: str) -> Path | None:
        """Give the steps of a path as findings name it, ``agenda[0].background``; None where the file has nothing there."""
        return self._steps.get(path)

    @cached_property
    def _file(self) -> FileText:
        return FileText("", self._text)

    @cached_property
    def _steps(self) -> dict[str, Path]:
        return {join_path(steps): steps for steps in _iterate_steps(self._root, ())}

    def text_at(self, *path: str | int) -> str | None:
        """Give the text that was typed at this path; None where there is none."""
        node = self._find(path)
        return node.text if isinstance(node, Scalar) and not node.is_null else None

    def count(self, *path: str | int) -> int:
        """Give how many entries a list or a mapping has; 0 for all else."""
        node = self._find(path)
        return len(node.entries) if isinstance(node, Mapping | ListNode) else 0

    def set_value(self, path: Path, value: str) -> None:
        """Give a scalar another value, in its own style where that can hold it. Raises EditError where there is none."""
        node = self._find(path)
        if not isinstance(node, Scalar):
            raise EditError(f"there is no text at `{join_path(path)}`")
        start, end = node.start, self._extents.end(node)
        written = self._write(path, node, value, self._text[end : self._extents.line_end(end)])
        is_glued = start == end and self._text[start - 1 : start] in (":", "-")
        self._splices.append(Splice(start, end, " " + written if is_glued else written))
        self._values[path] = value

    def replace_within(self, path: Path, fixes: Sequence[Fix]) -> None:
        """Replace stretches of a text that do not overlap, and leave all around them as it is written, line breaks too.

        Where a stretch runs over a line break that YAML folds, or cannot be written in the text's style, the whole text is
        written anew. Raises EditError where there is none.
        """
        node = self._find(path)
        if not isinstance(node, Scalar):
            raise EditError(f"there is no text at `{join_path(path)}`")
        value = replace_stretches(node.text, fixes)
        splices = self._splice_within(node, fixes)
        # Reading the whole file anew is what takes time, and `result` does so once more for all edits together.
        is_harmless = splices is not None and all(self._is_harmless(node, each) for each in splices)
        if splices is None or not (is_harmless or self._holds(path, value, splices)):
            self.set_value(path, value)
            return
        self._splices += splices
        self._values[path] = value

    def _splice_within(self, node: Scalar, fixes: Sequence[Fix]) -> list[Splice] | None:
        exact = ExactPlaces.of(self._file, node)
        splices = []
        for fix in fixes:
            found = exact.stretch(fix.start, fix.end)
            if found is None:
                return None
            splices.append(Splice(*found, write_within(fix.text, node.style)))
        return splices

    def _is_harmless(self, node: Scalar, splice: Splice) -> bool:
        before, behind = self._text[splice.start - 1 : splice.start], self._text[splice.end : splice.end + 1]
        is_within = node.start < splice.start and splice.end < self._extents.end(node)
        return is_within and is_harmless_within(splice.text, before, behind)

    def _holds(self, path: Path, value: str, splices: Sequence[Splice]) -> bool:
        """Tell whether the file is read with this value and all else as before, once only these splices are made."""
        try:
            changed = _read(_carry_out(self._text, splices))
        except EditError:
            return False
        return bool(_as_data(changed) == _as_data(self._root, (), {path: value}))

    def _write(self, path: Path, node: Scalar, value: str, behind: str) -> str:
        """Write a value; under ``|`` only where nothing stands behind it on its line."""
        is_flow = self._is_in_flow(path)
        indent = self._extents.block_indent(node) if node.style in ("|", ">") else 0
        stays_on_line = is_flow or bool(behind.strip())
        written = write_scalar(
            value, node, indent or self._indent_under(path), self._newline, is_on_line=stays_on_line, is_flow=is_flow
        )
        comment = self._extents.header_comment(node)
        if not written.startswith("|"):
            return written + comment
        first, line_break, lines = written.partition(self._newline)
        is_last = self._extents.next_line(self._extents.end(node)) == self._extents.end(node)
        return first + comment + line_break + lines + (self._newline if is_last and value.endswith("\n") else "")

    def remove_fields(self, path: Path, names: Iterable[str]) -> None:
        """Take fields out of a mapping, with the rest of their last line; a name that it has not is passed over."""
        node, wanted = self._find(path), set(names)
        if not isinstance(node, Mapping):
            raise EditError(f"there are no fields at `{join_path(path)}`")
        gone = {number for number, entry in enumerate(node.entries) if entry.key.text in wanted}
        if gone and len(gone) == len(node.entries):
            self._remove_whole(path)
            return
        extents = [(each.key.start, max(each.key.end, self._extents.end(each.value))) for each in node.entries]
        self._splices += self._cut(extents, gone, is_flow=node.is_flow)
        self._removed |= {(*path, node.entries[number].key.text) for number in gone}

    def remove_entries(self, path: Path, numbers: Iterable[int]) -> None:
        """Take entries, counted from 0, out of a list; a list that would be empty goes with its field."""
        node, gone = self._find(path), set(numbers)
        if not isinstance(node, ListNode):
            raise EditError(f"there is no list at `{join_path(path)}`")
        if gone and len(gone) == len(node.entries):
            self._remove_whole(path)
            return
        extents = [
            (self._extents.start(each) if node.is_flow else self._extents.dash(node, number), self._extents.end(each))
            for number, each in enumerate(node.entries)
        ]
        self._splices += self._cut(extents, gone, is_flow=node.is_flow)
        self._removed |= {(*path, number) for number in gone}

    def _remove_whole(self, path: Path) -> None:
        if not path:
            raise EditError("nothing would be left of the file")
        step = path[-1]
        if isinstance(step, int):
            self.remove_entries(path[:-1], [step])
        else:
            self.remove_fields(path[:-1], [step])

    def add_comment(self, path: Path, comment: str) -> bool:
        """Put a comment on a line of its own above a field; False where the field does not begin its line."""
        parent = self._find(path[:-1])
        entries = parent.entries if isinstance(parent, Mapping) else ()
        start = next((each.key.start for each in entries if each.key.text == path[-1]), None)
        if start is None or self._is_in_flow(path) or not self._extents.begins_line(start):
            return False
        line = self._extents.line_start(start)
        self._splices.append(Splice(line, line, f"{self._text[line:start]}# {comment}{self._newline}"))
        self._comments.append(f"# {comment}")
        return True

    def result(self) -> bytes:
        """Give the file with all edits carried out.

        Raises EditError unless it then holds what was wanted and nothing else has changed: no other value, no comment.
        """
        text = _carry_out(self._text, self._splices)
        root = _read(text)
        if _as_data(root) != self._expect():
            raise EditError("other values would change with those that are wanted")
        kept = [comment for offset, comment in self._extents.comments(self._root) if not self._is_cut(offset)]
        if sorted(comment for _, comment in Extents(text).comments(root)) != sorted([*kept, *self._comments]):
            raise EditError("a comment would be lost")
        return (_BYTE_ORDER_MARK if self._has_mark else b"") + text.encode()

    def _expect(self) -> Any:
        """Give what the file is to hold with all edits carried out, as plain data."""
        return _as_data(self._root, (), self._values, self._removed)

    def _is_cut(self, offset: int) -> bool:
        return any(splice.start <= offset < splice.end and not splice.text for splice in self._splices)

    def _cut(self, extents: Sequence[tuple[int, int]], gone: set[int], *, is_flow: bool) -> Iterator[Splice]:
        if not gone:
            return iter(())
        return _cut_flow(extents, gone) if is_flow else self._cut_block(extents, gone)

    def _cut_block(self, extents: Sequence[tuple[int, int]], gone: set[int]) -> Iterator[Splice]:
        """Cut whole lines; entries that share their first line with what holds them give that place to the first that stays."""
        whole = set(gone)
        first = extents[0][0]
        if 0 in gone and not self._extents.begins_line(first):
            kept = min(set(range(len(extents))) - gone)
            if "#" in self._text[extents[kept - 1][1] : extents[kept][0]]:
                yield Splice(first, self._extents.line_end(extents[0][1]))
                whole -= {0}
            else:
                yield Splice(first, extents[kept][0])
                whole -= set(range(kept))
        for number in sorted(whole):
            start, end = extents[number]
            yield Splice(self._extents.line_start(start), self._extents.next_line(end))

    def _find(self, path: Sequence[str | int]) -> Node | None:
        node: Node | None = self._root
        for step in path:
            node = _child(node, step)
        return node

    def _is_in_flow(self, path: Path) -> bool:
        """Tell whether something stands within braces or brackets."""
        around = (self._find(path[:length]) for length in range(len(path)))
        return any(isinstance(node, Mapping | ListNode) and node.is_flow for node in around)

    def _indent_under(self, path: Path) -> int:
        """Give the indent of lines under ``|``: two more than that of the field or dash which they belong to."""
        parent, step = self._find(path[:-1]), path[-1]
        if isinstance(parent, ListNode) and isinstance(step, int):
            place = parent.start if parent.is_flow else self._extents.dash(parent, step)
        else:
            entries = parent.entries if isinstance(parent, Mapping) else ()
            place = next(each.key.start for each in entries if each.key.text == step)
        return place - self._extents.line_start(place) + 2


def replace_stretches(value: str, fixes: Iterable[Fix]) -> str:
    """Give a value with stretches of it replaced."""
    return _carry_out(value, [Splice(fix.start, fix.end, fix.text) for fix in fixes])


def _carry_out(text: str, splices: Iterable[Splice]) -> str:
    for splice in sorted(splices, key=lambda each: (each.start, each.end), reverse=True):
        text = text[: splice.start] + splice.text + text[splice.end :]
    return text


def _read(text: str) -> Node | None:
    try:
        return build_tree(text).root
    except (yaml.YAMLError, TooMuchError) as broken:
        raise EditError("the file is no YAML") from broken


def _cut_flow(extents: Sequence[tuple[int, int]], gone: set[int]) -> Iterator[Splice]:
    """Cut entries between commas: those before the first that stays with the comma behind them, others with the one before."""
    first_kept = min(set(range(len(extents))) - gone)
    if first_kept:
        yield Splice(extents[0][0], extents[first_kept][0])
    for number in sorted(each for each in gone if each > first_kept):
        yield Splice(extents[number - 1][1], extents[number][1])


def _child(node: Node | None, step: str | int) -> Node | None:
    if isinstance(node, Mapping):
        return next((entry.value for entry in node.entries if entry.key.text == step), None)
    if isinstance(node, ListNode) and isinstance(step, int) and step < len(node.entries):
        return node.entries[step]
    return None


def _iterate_steps(node: Node | None, path: Path) -> Iterator[Path]:
    """Give the path of every part of a tree."""
    yield path
    match node:
        case Mapping():
            for entry in node.entries:
                yield from _iterate_steps(entry.value, (*path, entry.key.text))
        case ListNode():
            for number, each in enumerate(node.entries):
                yield from _iterate_steps(each, (*path, number))


def _as_data(
    node: Node | None, path: Path = (), values: dict[Path, str] | None = None, removed: Iterable[Path] = ()
) -> Any:
    """Give a tree as plain data, with other values at some paths and without others."""
    match node:
        case Scalar():
            return (values or {}).get(path, None if node.is_null else node.text)
        case Mapping():
            fields = {each.key.text: each.value for each in node.entries if (*path, each.key.text) not in removed}
            return {name: _as_data(value, (*path, name), values, removed) for name, value in fields.items()}
        case ListNode():
            kept = [(number, each) for number, each in enumerate(node.entries) if (*path, number) not in removed]
            return [_as_data(each, (*path, number), values, removed) for number, each in kept]
        case _:
            return None
