"""What has changed in one place between two versions of a brief, as plain data."""

from dataclasses import dataclass
from enum import StrEnum

from briefmaker.model.rich_text import Blocks


class ChangeKind(StrEnum):
    """What has happened; the last ones are changes that readers are told of by name."""

    ADDED = "added"
    DROPPED = "dropped"
    CHANGED = "changed"
    MOVED = "moved"
    """An entry stands elsewhere in its list; what has changed in it is told beside this."""
    LIKELIHOOD = "likelihood moved"
    CONFIDENCE = "confidence moved"
    MARKING = "marking changed"
    POSITION = "position changed"
    CELL = "cell changed"
    """One cell of a figure's data."""
    DATED = "dated anew"
    """The day of issue, or the moment whose knowledge the brief holds: a new version has new ones by its nature."""


@dataclass(frozen=True, slots=True)
class Change:
    """One change: the field, its path in the old and in the new brief (empty where it is not), and what it says in each.

    ``before`` and ``after`` are plain words: days as 2025-10-24, choices by their names in a brief; paragraphs, items and cells
    are on lines of their own. They are equal where only emphasis, links, or cited sources have changed. ``old_blocks`` and
    ``new_blocks`` are the same as rich text where the field holds one. ``entry`` names the entry of a list that all this
    belongs to, by its topic, name or statement; ``row`` and ``column`` name the place in a figure's data.
    """

    kind: ChangeKind
    field: str
    old_path: str
    new_path: str
    before: str = ""
    after: str = ""
    entry: str = ""
    old_blocks: Blocks = ()
    new_blocks: Blocks = ()
    row: str = ""
    column: str = ""
