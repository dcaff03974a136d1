"""A page of HTML as nodes that are compared: blocks with blocks in them, and lines of words."""

from collections import Counter
from collections.abc import Iterator
from copy import deepcopy
from dataclasses import dataclass
from functools import cached_property
from typing import Any, TypeAlias

from lxml import etree

from briefmaker.review.redline.aligning import is_replaced, liken_words
from briefmaker.review.redline.stretches import THING, Content, Look, Stretch, Thing, join_stretches

_WITHIN_LINES = frozenset(
    (
        "a",
        "abbr",
        "b",
        "bdi",
        "bdo",
        "br",
        "code",
        "em",
        "i",
        "img",
        "q",
        "s",
        "small",
        "span",
        "strong",
        "sub",
        "sup",
        "wbr",
    )
)
_ALIKE = 0.4
_LEAST = 0.01
"""How much two blocks of one kind are alike that stand in the same place and hold others."""
_PARTS = {"section", "article", "div", "li", "dl"}
"""Boxes that may be one entry of several: one that was replaced by another is shown whole, and then the other."""
CHART, _WHOLE = "chart", "chip"
"""A chart is shown as it is now; a chip, such as that of a likelihood, is replaced as a whole."""


@dataclass
class Line:
    """Words that stand in a block of their own, or beside other blocks: text and the elements within lines."""

    parts: tuple[Any, ...]
    """Texts and elements, in their order; the elements' tails are texts of their own."""

    @cached_property
    def content(self) -> Content:
        """Give the words with the elements that they stand in."""
        found = [each for part in self.parts for each in _read(part, ())]
        return Content(tuple(join_stretches(found)))

    @cached_property
    def key(self) -> object:
        """Give what is equal for two lines between which nobody sees a difference."""
        return "line", self.content.stretches

    @cached_property
    def words(self) -> "Counter[str]":
        """Give the words."""
        return Counter(self.content.text.split())

    @property
    def kind(self) -> tuple[str, str]:
        """Give what it can be paired with."""
        return "line", ""


@dataclass
class Box:
    """A block: an element with lines and blocks in it, or a picture, into which nobody looks."""

    element: Any

    @cached_property
    def nodes(self) -> tuple["Node", ...]:
        """Give what is in it."""
        return () if self.is_picture else tuple(list_nodes(self.element))

    @property
    def kind(self) -> tuple[str, str]:
        """Give what it can be paired with: a block of the same name and class."""
        return str(self.element.tag), " ".join(_list_classes(self.element))

    @property
    def is_picture(self) -> bool:
        """Tell whether it is one that is shown as a whole: a chart with its table, a column's width."""
        return CHART in _list_classes(self.element) or self.element.tag in ("colgroup", "col")

    @property
    def is_whole(self) -> bool:
        """Tell whether it is replaced as a whole where it has changed."""
        return _WHOLE in _list_classes(self.element)

    @cached_property
    def key(self) -> object:
        """Give what is equal for two blocks between which nobody sees a difference."""
        if self.is_picture:
            return etree.tostring(self.element, with_tail=False)
        return self.kind, tuple(node.key for node in self.nodes)

    @cached_property
    def words(self) -> "Counter[str]":
        """Give all words in it."""
        if self.is_picture:
            return Counter()
        return sum((node.words for node in self.nodes), Counter())

    @property
    def is_leaf(self) -> bool:
        """Tell whether it holds nothing but one line."""
        return all(isinstance(node, Line) for node in self.nodes)


Node: TypeAlias = Line | Box


def _list_classes(element: Any) -> list[str]:
    return str(element.get("class") or "").split()


def list_nodes(element: Any) -> Iterator[Node]:
    """Give the lines and blocks of an element; blanks between blocks are no line."""
    waiting: list[Any] = [element.text] if element.text else []
    for child in element:
        if not isinstance(child.tag, str):
            continue
        if child.tag in _WITHIN_LINES and _WHOLE not in _list_classes(child):
            waiting.append(child)
        else:
            yield from _make_line(waiting)
            yield Box(child)
            waiting = []
        if child.tail:
            waiting.append(child.tail)
    yield from _make_line(waiting)


def _make_line(parts: list[Any]) -> Iterator[Line]:
    if any(not isinstance(part, str) or part.strip() for part in parts):
        yield Line(tuple(parts))


def _read(part: Any, within: tuple[Any, ...]) -> Iterator[Stretch]:
    look = Look("".join(_sign(each) for each in within), within=within)
    if isinstance(part, str):
        yield Stretch(part, look)
    elif part.tag in ("br", "img", "wbr") or (not len(part) and not part.text):
        alone = deepcopy(part)
        alone.tail = None
        yield Stretch(THING, look, Thing(etree.tostring(alone, encoding="unicode"), (alone,)))
    else:
        inside = (*within, part)
        if part.text:
            yield Stretch(part.text, Look("".join(_sign(each) for each in inside), within=inside))
        for child in part:
            yield from _read(child, inside)
            if child.tail:
                yield from _read(child.tail, inside)


def _sign(element: Any) -> str:
    """Give an element as words that are equal for those that look alike; where a link leads to does not count."""
    return f"<{element.tag} {element.get('class') or ''}>"


def liken_nodes(old: Node, new: Node) -> float:
    """Give how much two nodes are alike; only those of one kind are."""
    if old.kind != new.kind:
        return 0.0
    likeness = liken_words(old.words, new.words)
    holds_others = isinstance(new, Box) and (new.is_picture or new.is_whole or not new.is_leaf)
    if holds_others and new.kind[0] != "tr":
        return 0.0 if new.kind[0] in _PARTS and is_replaced(old.words, new.words) else max(likeness, _LEAST)
    return likeness if likeness >= _ALIKE else 0.0
