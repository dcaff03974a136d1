"""From PyYAML's events to our own tree, one event at a time, refusing what a brief must not hold."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import yaml

from briefmaker.diagnostics import Code, Severity
from briefmaker.reading.limit import MAX_TOLD
from briefmaker.reading.yaml_nodes import (
    MAX_DEPTH,
    MAX_NODES,
    Entry,
    Mapping,
    Node,
    Refused,
    Scalar,
    Sequence,
)
from briefmaker.reading.yaml_problems import QUOTE_HINT, Problem, shorten
from briefmaker.reading.yaml_traps import find_comma_cut, find_comment_cut, find_typographic_quotes, report_duplicate

_LOADER: Any = getattr(yaml, "CBaseLoader", yaml.BaseLoader)


@dataclass(frozen=True, slots=True)
class Tree:
    """What a text holds: its root (None when there is nothing), and what was refused on the way."""

    root: Node | None
    problems: tuple[Problem, ...]


class TooMuchError(Exception):
    """The text is too deep or too large to be read on; ``problem`` says where."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem.message)
        self.problem = problem


_TOO_DEEP_TO_READ = "exceeded maximum nesting depth"
"""What libyaml says from 0.2.6 on, which reads ahead of what it gives: of a thousand levels it gives none."""


def build_tree(text: str) -> Tree:
    """Give the tree of a text that holds one YAML document.

    Raises yaml.MarkedYAMLError where it is no YAML, TooMuchError past 50 levels or 400,000 values.
    """
    builder = _Builder(text)
    try:
        for event in yaml.parse(text, Loader=_LOADER):
            if not builder.read(event):
                break
    except yaml.MarkedYAMLError as broken:
        if broken.problem == _TOO_DEEP_TO_READ:
            raise TooMuchError(_describe_depth(broken.problem_mark.index if broken.problem_mark else 0)) from broken
        raise
    return Tree(builder.root, tuple(builder.problems))


def _describe_depth(start: int) -> Problem:
    message = f"the file is nested more than {MAX_DEPTH} levels deep here"
    hint = "a brief needs about ten; look for brackets that are not closed"
    return Problem(Code.YAML_TOO_DEEP, message, start, start + 1, hint)


@dataclass(slots=True)
class _Open:
    """A mapping or list whose end has not come yet."""

    start: int
    is_mapping: bool
    is_flow: bool
    refused: bool = False
    nodes: list[Node] = field(default_factory=list)
    entries: list[Entry] = field(default_factory=list)
    known: dict[str, Scalar] = field(default_factory=dict)
    key: Node | None = None

    def close(self, end: int) -> Node:
        if self.refused:
            return Refused(self.start, end)
        if self.is_mapping:
            return Mapping(tuple(self.entries), self.start, end, self.is_flow)
        return Sequence(tuple(self.nodes), self.start, end, self.is_flow)


class _Builder:
    def __init__(self, text: str) -> None:
        self.text = text
        self.root: Node | None = None
        self.problems: list[Problem] = []
        self._open: list[_Open] = []
        self._count = 0
        self._documents = 0
        self._kept: Counter[Severity] = Counter()

    def read(self, event: Any) -> bool:
        """Take one event in; False when nothing further is to be read."""
        kind: Any = event
        match kind:
            case yaml.ScalarEvent():
                self._add(self._read_scalar(event))
            case yaml.AliasEvent():
                self._add(self._refuse_alias(event))
            case yaml.MappingStartEvent() | yaml.SequenceStartEvent():
                self._begin(event)
            case yaml.MappingEndEvent() | yaml.SequenceEndEvent():
                self._add(self._open.pop().close(self._trim(event.end_mark.index)))
            case yaml.DocumentStartEvent():
                self._documents += 1
                if self._documents > 1:
                    self._tell_second_document(event)
                    return False
            case _:
                pass
        return True

    def _tell(self, code: Code, message: str, start: int, end: int, hint: str) -> None:
        self._keep(Problem(code, message, start, end, hint))

    def _keep(self, problem: Problem) -> None:
        self._kept[problem.severity] += 1
        if self._kept[problem.severity] <= 2 * MAX_TOLD:
            self.problems.append(problem)

    def _tell_second_document(self, event: Any) -> None:
        start = event.start_mark.index
        message = "a second document begins here; a brief is one document"
        self._tell(Code.YAML_SECOND_DOCUMENT, message, start, start + 3, "take the line `---` away")

    def _count_one(self, start: int) -> None:
        self._count += 1
        if self._count > MAX_NODES:
            message = f"there are more than {MAX_NODES:,} values in this file"
            raise TooMuchError(Problem(Code.YAML_TOO_MANY, message, start, start + 1, "move data into files of data/"))

    def _begin(self, event: Any) -> None:
        start = event.start_mark.index
        self._count_one(start)
        if len(self._open) >= MAX_DEPTH:
            raise TooMuchError(_describe_depth(start))
        is_mapping = isinstance(event, yaml.MappingStartEvent)
        opened = _Open(start, is_mapping, bool(event.flow_style), refused=self._has_refused_properties(event))
        self._open.append(opened)

    def _read_scalar(self, event: Any) -> Node:
        start, end = event.start_mark.index, event.end_mark.index
        style = event.style or ""
        if style in ("|", ">"):
            end = self._trim(end)
        self._count_one(start)
        if self._has_refused_properties(event):
            return Refused(start, end)
        return Scalar(event.value, start, end, style)

    def _has_refused_properties(self, event: Any) -> bool:
        if event.anchor is None and event.tag is None:
            return False
        start = event.start_mark.index
        written = self.text[start : start + 80].split(maxsplit=1)[0]
        end = start + len(written)
        if event.anchor is not None:
            message = f"`&{shorten(event.anchor)}` would name this value for use elsewhere; a brief has no such names"
            self._tell(Code.YAML_ALIAS, message, start, end, "take it away; if it is text, " + QUOTE_HINT)
        else:
            message = f"`{shorten(written)}` would tell YAML what kind of value this is; a brief has no such tags"
            self._tell(Code.YAML_TAG, message, start, end, "take it away; if it is text, " + QUOTE_HINT)
        return True

    def _refuse_alias(self, event: Any) -> Node:
        start, end = event.start_mark.index, event.end_mark.index
        self._count_one(start)
        message = (
            f"`*{shorten(event.anchor)}` would repeat a value from elsewhere; a brief says everything in its place"
        )
        self._tell(
            Code.YAML_ALIAS, message, start, end, "write it out; if it is text that begins with *, " + QUOTE_HINT
        )
        return Refused(start, end)

    def _add(self, node: Node) -> None:
        if not self._open:
            self.root = node
            return
        inside = self._open[-1]
        if not inside.is_mapping:
            self._tell_traps(node)
            inside.nodes.append(node)
        elif inside.key is None:
            inside.key = node
        else:
            key, inside.key = inside.key, None
            self._add_entry(inside, key, node)

    def _add_entry(self, inside: _Open, key: Node, value: Node) -> None:
        if not isinstance(key, Scalar) or (key.is_null and not key.style):
            self._refuse_key(inside, key)
            return
        entry = Entry(key, value)
        before = inside.entries[-1] if inside.entries else None
        cut = find_comma_cut(entry, before, self.text[key.end : value.start]) if inside.is_flow else None
        if cut:
            if self.text[inside.start - 1 : inside.start + 1] != "{{":
                self._keep(cut)
        elif key.text == "<<" and not key.style:
            message = "`<<` would merge another mapping in; a brief says everything in its place"
            self._tell(Code.YAML_MERGE_KEY, message, key.start, key.end, "write the fields out")
        elif key.text in inside.known:
            self._keep(report_duplicate(key, inside.known[key.text], self.text))
        else:
            self._tell_traps(value)
            inside.known[key.text] = key
            inside.entries.append(entry)

    def _refuse_key(self, inside: _Open, key: Node) -> None:
        is_placeholder = isinstance(key, Mapping | Refused) and self.text.startswith("{{", inside.start)
        if is_placeholder and inside.is_flow:
            inside.refused = True
            message = "text that begins with `{{` is read as a mapping"
            self._tell(Code.YAML_NEEDS_QUOTES, message, inside.start, key.end, QUOTE_HINT)
        elif not isinstance(key, Refused):
            message = "a field needs a name before the colon"
            hint = "write the name as plain text; if this is text, " + QUOTE_HINT
            self._tell(Code.YAML_KEY_NOT_TEXT, message, key.start, max(key.end, key.start + 1), hint)

    def _tell_traps(self, node: Node) -> None:
        if not isinstance(node, Scalar) or node.style:
            return
        if quotes := find_typographic_quotes(node):
            self._keep(quotes)
        if self.text.startswith((" #", "\t#"), node.end):
            stop = min(found for found in (*self._line_ends(node.end), len(self.text)) if found >= 0)
            cut = find_comment_cut(node, self.text[node.end : stop])
            if cut:
                self._keep(cut)

    def _line_ends(self, start: int) -> Iterator[int]:
        yield self.text.find("\n", start)
        yield self.text.find("\r", start)

    def _trim(self, end: int) -> int:
        while end and self.text[end - 1] in " \t\r\n":
            end -= 1
        return end
