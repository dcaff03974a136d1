"""A YAML file as a tree of our own: every scalar the text that was typed, every node with its place in the file."""

from dataclasses import dataclass

MAX_DEPTH = 50
MAX_NODES = 400_000


@dataclass(frozen=True, slots=True)
class Scalar:
    """A text; ``style`` is empty for plain text, else ``'``, ``"``, ``|`` or ``>``; offsets count characters."""

    text: str
    start: int
    end: int
    style: str = ""

    @property
    def is_null(self) -> bool:
        """Tell whether nothing was filled in: no text, ``~`` or ``null``, without quotes."""
        return not self.style and self.text in {"", "~", "null"}


@dataclass(frozen=True, slots=True)
class Entry:
    """One key of a mapping, and its value."""

    key: Scalar
    value: "Node"


@dataclass(frozen=True, slots=True)
class Mapping:
    """Keys with values, each key once, in the order of the file; ``is_flow`` when written in braces."""

    entries: tuple[Entry, ...]
    start: int
    end: int
    is_flow: bool = False


@dataclass(frozen=True, slots=True)
class Sequence:
    """A list; ``is_flow`` when written in brackets."""

    entries: tuple["Node", ...]
    start: int
    end: int
    is_flow: bool = False


@dataclass(frozen=True, slots=True)
class Refused:
    """A value that could not be read and has been told of; nothing more is said about it."""

    start: int
    end: int


Node = Scalar | Mapping | Sequence | Refused
