"""Texts with ``{{ row.name }}`` in them: what may stand there, which columns they ask for, and what a row makes of them.

Only values and a few filters are allowed, by a list of what may stand in an expression: there are no loops, calls, macros or
imports, so that a text costs about as much as it is long, whoever wrote it.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any, NoReturn

from jinja2 import Template, TemplateSyntaxError, Undefined, UndefinedError, nodes
from jinja2.sandbox import ImmutableSandboxedEnvironment

ROW = "row"
_MARKER = re.compile(r"\{\{|\{%|\{#")
FILTERS = frozenset(
    {"capitalize", "default", "d", "first", "int", "float", "last", "length", "lower", "markdown", "replace", "round", "title",
     "trim", "upper"}
)  # fmt: skip
ALLOWED_NODES = (
    nodes.Template, nodes.Output, nodes.TemplateData, nodes.Name, nodes.Getattr, nodes.Getitem, nodes.Const, nodes.If,
    nodes.CondExpr, nodes.Compare, nodes.Operand, nodes.And, nodes.Or, nodes.Not, nodes.Filter, nodes.Add, nodes.Sub,
    nodes.Concat, nodes.Neg, nodes.Keyword,
)  # fmt: skip
_SPECIAL = re.compile(r"([\\`*_\[\]<>|~])")
_BEGINS_BLOCK = re.compile(r"^(\s*)([#+-]|[0-9]+[.)])(?=\s)", re.MULTILINE)
TOO_DEEP = "an expression in this text goes too deep"
TOO_DEEP_HINT = "a text holds short expressions: what needs a long one is better worked out beforehand"
_DEEPEST = 50
"""jinja2 takes seconds for an expression of 200 levels, and for a deeper one raises whatever Python does."""
LONGEST_TEXT = 500_000
"""No text of a brief has more letters, whatever a row puts in."""


class RowTextError(Exception):
    """A text cannot be read, or a row has not what it needs; ``offset`` is where in the text, ``length`` for how long."""

    def __init__(self, message: str, hint: str, offset: int = 0, length: int = 1) -> None:
        super().__init__(message)
        self.hint = hint
        self.offset = offset
        self.length = length


class _Written(str):
    """Words that are put in as they are, signs of Markdown too."""

    __slots__ = ()


class _EmptyCell(Undefined):
    """What a row has not: it may be asked about (``if``, ``or``, ``default``), but never be printed."""

    def _refuse(self, *_: Any, **__: Any) -> NoReturn:
        self._fail_with_undefined_error()

    __str__ = _refuse
    __iter__ = _refuse
    __len__ = _refuse
    __add__ = __radd__ = __sub__ = __rsub__ = _refuse


def has_marker(text: str) -> bool:
    """Tell whether a text has something of a row in it."""
    return _MARKER.search(text) is not None


@dataclass(frozen=True)
class RowText:
    """A text that a row fills in; ``is_markdown`` says whether signs of Markdown that a cell holds are put in as letters."""

    source: str
    is_markdown: bool = True

    @cached_property
    def _template(self) -> Template:
        environment = MARKDOWN if self.is_markdown else WORDS
        try:
            tree = environment.parse(self.source)
        except TemplateSyntaxError as broken:
            offset, length = find_marker(self.source, broken.lineno)
            hint = "what a row gives stands in two braces: {{ row.name }}; around text may stand {% if row.x %}...{% endif %}"
            raise RowTextError(f"this cannot be read: {broken.message}", hint, offset, length) from broken
        except RecursionError as deep:
            raise RowTextError(TOO_DEEP, TOO_DEEP_HINT) from deep
        if is_too_deep(tree):
            raise RowTextError(TOO_DEEP, TOO_DEEP_HINT)
        self._check_allowed(tree)
        return environment.from_string(tree)

    @cached_property
    def columns(self) -> tuple[str, ...]:
        """The columns it asks for, each once, in their order. Raises RowTextError where something stands that may not."""
        self._template  # noqa: B018 - refuses what may not stand there
        tree = (MARKDOWN if self.is_markdown else WORDS).parse(self.source)
        return tuple(
            dict.fromkeys(name for name in map(_column_of, tree.find_all((nodes.Getattr, nodes.Getitem))) if name)
        )

    def find_column(self, column: str) -> tuple[int, int]:
        """Give where a column is first asked for, and how long that is."""
        found = re.search(
            rf"{ROW}\s*(?:\.\s*{re.escape(column)}\b|\[\s*['\"]{re.escape(column)}['\"]\s*\])", self.source
        )
        return (found.start(), found.end() - found.start()) if found else (0, 1)

    def fill(self, cells: Mapping[str, str]) -> str:
        """Give the text with what a row holds. Raises RowTextError where the row has no value that has to be printed."""
        try:
            filled = self._template.render({ROW: dict(cells)})
        except UndefinedError as missing:
            column = next((each for each in self.columns if each not in cells and f"'{each}'" in str(missing)), "")
            offset, length = self.find_column(column)
            message = f"this row has nothing under `{column}`" if column else f"this row lacks something: {missing}"
            hint = f'fill the cell in, or say what stands there without it: {{{{ {ROW}.{column} or "..." }}}}'
            raise RowTextError(message, hint, offset, length) from missing
        except (TypeError, ValueError, ArithmeticError) as odd:
            raise RowTextError(f"this cannot be worked out: {odd}", "look at the values of this row") from odd
        if len(filled) > LONGEST_TEXT:
            raise RowTextError(f"with this row the text has more than {LONGEST_TEXT:,} letters", "shorten the cell")
        return filled

    def _check_allowed(self, tree: nodes.Template) -> None:
        for node in iterate_nodes(tree):
            problem = _refuse(node)
            if problem:
                offset, length = find_marker(self.source, node.lineno)
                hint = "a text may hold {{ row.NAME }} with filters such as upper, default or replace, and {% if %}"
                raise RowTextError(problem, hint, offset, length)


def find_marker(source: str, line: int) -> tuple[int, int]:
    """Give where the first marker on a line of a text stands, counted from the text's beginning, and how long it is."""
    lines = source.split("\n")
    start = sum(len(each) + 1 for each in lines[: line - 1])
    rest = lines[line - 1] if line <= len(lines) else ""
    found = re.search(r"\{[{%#].*?(?:[}%#]\}|$)", rest)
    return (start + found.start(), found.end() - found.start()) if found else (start, max(len(rest), 1))


def is_too_deep(tree: nodes.Node) -> bool:
    """Tell whether expressions of a text stand within one another more often than anybody writes."""
    level: list[nodes.Node] = [tree]
    for _ in range(_DEEPEST):
        level = [child for node in level for child in node.iter_child_nodes()]
        if not level:
            return False
    return True


def iterate_nodes(node: nodes.Node) -> Iterator[nodes.Node]:
    """Give a part of a text that was taken apart, and all parts under it."""
    yield node
    for child in node.iter_child_nodes():
        yield from iterate_nodes(child)


def _refuse(node: nodes.Node) -> str:
    """Give the sentence that says why a part of an expression may not stand in a text; empty for one that may."""
    if isinstance(node, nodes.Filter) and node.name not in FILTERS:
        return f"there is no filter `{node.name}` here"
    if isinstance(node, nodes.Name) and node.name != ROW:
        return f"there is no `{node.name}` here, only `{ROW}`"
    if not isinstance(node, ALLOWED_NODES):
        return f"a text may hold no {type(node).__name__.lower()}"
    return ""


def _column_of(node: nodes.Node) -> str:
    """Give the column that a part of an expression asks for: ``row.name`` or ``row["name"]``."""
    if not isinstance(node, nodes.Getattr | nodes.Getitem) or not isinstance(node.node, nodes.Name):
        return ""
    if isinstance(node, nodes.Getattr):
        return node.attr
    return str(node.arg.value) if isinstance(node.arg, nodes.Const) else ""


def _write(value: Any) -> str:
    """Put a value into plain words as it is."""
    return str(value)


def _write_escaped(value: Any) -> str:
    """Put a value into Markdown as letters, whatever signs it holds."""
    text = str(value)
    if isinstance(value, _Written):
        return text
    return _BEGINS_BLOCK.sub(r"\1\\\2", _SPECIAL.sub(r"\\\1", text))


def _replace(value: Any, old: str, new: str) -> str:
    """Replace words, but not so that a text grows without end."""
    text = str(value)
    if len(text) + text.count(old) * len(new) > LONGEST_TEXT:
        raise ValueError("the text would become too long")
    return text.replace(old, new)


class _Environment(ImmutableSandboxedEnvironment):
    def getattr(self, obj: Any, attribute: str) -> Any:
        """Give a cell by its column: never a method of what holds the cells."""
        return self.getitem(obj, attribute)

    def getitem(self, obj: Any, argument: Any) -> Any:
        """Give a cell by its column; nothing else has parts."""
        if isinstance(obj, dict) and argument in obj:
            return obj[argument]
        return self.undefined(f"'{argument}' is not there")


def _make_environment(finalize: Any) -> _Environment:
    environment = _Environment(undefined=_EmptyCell, autoescape=False, finalize=finalize, keep_trailing_newline=True)
    environment.filters = {name: each for name, each in environment.filters.items() if name in FILTERS}
    environment.filters |= {"markdown": _Written, "replace": _replace}
    environment.globals.clear()
    return environment


WORDS, MARKDOWN = _make_environment(_write), _make_environment(_write_escaped)
"""What fills in a text of plain words, and one of Markdown, in which values are put in as letters."""
