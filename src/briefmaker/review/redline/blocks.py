"""The paragraphs and tables of a Word document, each with what it is told from others by."""

from collections import Counter
from collections.abc import Iterator
from copy import deepcopy
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from briefmaker.review.redline.aligning import liken_words
from briefmaker.review.redline.carrying import Lists
from briefmaker.review.redline.package import Relations, canonise
from briefmaker.review.redline.stretches import Content, read_content
from briefmaker.writing.word.wordml import W

_ALIKE = 0.4
"""So much of their words share paragraphs, and rows, that are taken for one."""
_LEAST = 0.01
"""How much any two tables are alike that stand in the same place: one table is worked into the other, row by row."""


@dataclass(frozen=True, slots=True)
class Side:
    """One of both documents: what its parts refer to, and its lists."""

    relations: Relations
    lists: Lists
    is_old: bool


@dataclass
class Block:
    """A paragraph or a table."""

    element: Any
    side: Side

    @property
    def is_paragraph(self) -> bool:
        """Tell whether it is a paragraph."""
        return bool(self.element.tag == f"{W}p")

    @cached_property
    def content(self) -> Content:
        """Give what a paragraph holds."""
        return read_content(self.element, self.side.relations)

    @cached_property
    def properties(self) -> str:
        """Give how a paragraph is set, with its list as it looks in place of its number."""
        found = self.element.find(f"{W}pPr")
        if found is None:
            return ""
        if found.find(f"{W}numPr") is None and found.find(f"{W}rPr") is None:
            return canonise(found)
        kept = deepcopy(found)
        for each in kept.findall(f"{W}rPr"):
            kept.remove(each)
        for number in kept.iter(f"{W}numId"):
            number.set(f"{W}val", self.side.lists.name_kind(number.get(f"{W}val"), is_old=self.side.is_old))
        return canonise(kept)

    @cached_property
    def rows(self) -> tuple["Row", ...]:
        """Give the rows of a table."""
        return tuple(Row(row, self.side) for row in self.element.findall(f"{W}tr"))

    @cached_property
    def key(self) -> object:
        """Give what is equal for two blocks between which a reader finds no difference."""
        if self.is_paragraph:
            return self.properties, self.content.stretches
        return tuple(row.key for row in self.rows)

    @cached_property
    def words(self) -> "Counter[str]":
        """Give the words of it all."""
        if self.is_paragraph:
            return Counter(self.content.text.split())
        return sum((row.words for row in self.rows), Counter())

    @cached_property
    def numbers(self) -> list[str]:
        """Give the numbers of the lists that its paragraphs belong to."""
        return [str(each.get(f"{W}val")) for each in self.element.iter(f"{W}numId")]


@dataclass
class Row:
    """A row of a table."""

    element: Any
    side: Side

    @cached_property
    def cells(self) -> tuple[tuple[Block, ...], ...]:
        """Give the blocks of each cell."""
        return tuple(tuple(list_blocks(cell, self.side)) for cell in self.element.findall(f"{W}tc"))

    @cached_property
    def key(self) -> object:
        """Give what is equal for two rows between which a reader finds no difference."""
        return tuple(tuple(block.key for block in cell) for cell in self.cells)

    @cached_property
    def words(self) -> "Counter[str]":
        """Give the words of all cells."""
        return sum((block.words for cell in self.cells for block in cell), Counter())

    @cached_property
    def first(self) -> "Counter[str]":
        """Give the words of the first cell, which often names the row."""
        return sum((block.words for block in self.cells[0]), Counter()) if self.cells else Counter()


def list_blocks(container: Any, side: Side) -> Iterator[Block]:
    """Give the paragraphs and tables of a body, a cell, or the head or foot of a page."""
    return (Block(each, side) for each in container if each.tag in (f"{W}p", f"{W}tbl"))


def liken_blocks(old: Block, new: Block) -> float:
    """Give how much two blocks are alike: paragraphs by their words, tables always a little."""
    if old.is_paragraph is not new.is_paragraph:
        return 0.0
    likeness = liken_words(old.words, new.words)
    if not old.is_paragraph:
        return max(likeness, _LEAST)
    if old.properties != new.properties:
        likeness -= _LEAST
    return likeness if likeness >= _ALIKE else 0.0


def liken_rows(old: Row, new: Row) -> float:
    """Give how much two rows are alike; those of other columns are not."""
    if len(old.cells) != len(new.cells):
        return 0.0
    likeness = liken_words(old.words, new.words)
    if old.first and old.first == new.first:
        likeness = (1 + likeness) / 2
    return likeness if likeness >= _ALIKE else 0.0
