"""What can be done with a field of a brief from Word: a longer text, an entry of a list of lines, a line, or nothing."""

import re
from enum import Enum, auto
from functools import lru_cache

from briefmaker.model import Brief, Line
from briefmaker.model.text import TextKind
from briefmaker.reading.fields import FieldShape, shape_at

_STEP = re.compile(r"\[([0-9]+)\]|([^.\[\]]+)")


class Kind(Enum):
    """The kind of a field."""

    RICH = auto()
    LINE = auto()
    SHORT = auto()
    WORDS = auto()
    WORKED_OUT = auto()

    @property
    def text(self) -> TextKind:
        """Give how a text of this kind is read."""
        return {Kind.RICH: TextKind.RICH, Kind.LINE: TextKind.SHORT, Kind.SHORT: TextKind.SHORT}.get(
            self, TextKind.WORDS
        )


@lru_cache(maxsize=4096)
def kind_of(path: str) -> Kind:
    """Give the kind of a field by its path."""
    shape = shape_at(FieldShape(part=Brief), split_path(path))
    if shape.part is Line:
        return Kind.LINE
    kinds = {TextKind.RICH: Kind.RICH, TextKind.SHORT: Kind.SHORT, TextKind.WORDS: Kind.WORDS}
    return kinds[shape.text] if shape.text else Kind.WORKED_OUT


def split_path(path: str) -> tuple[str | int, ...]:
    """Give the steps of a path; a name under figures, sources or glossary is one step whatever signs it has."""
    head, _, rest = path.partition(".")
    if head == "glossary" and rest:
        return head, rest
    return tuple(int(found[1]) if found[1] else found[2] for found in _STEP.finditer(path))


def list_of(path: str) -> tuple[str, int] | None:
    """Give the list and the number of the entry that a path is or stands in, the innermost; None for one in no list."""
    found = re.match(r"(.*)\[([0-9]+)\]", path)
    return (found[1], int(found[2])) if found else None


def lists_around(path: str) -> list[tuple[str, int]]:
    """Give all lists that a path stands in, the innermost first, each with the number of the entry."""
    found = []
    while (around := list_of(path)) is not None:
        found.append(around)
        path = around[0]
    return found
