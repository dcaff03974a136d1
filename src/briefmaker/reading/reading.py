"""What reading a brief gives back: the brief, its data, where everything stands, and all that is wrong."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from briefmaker.diagnostics import Diagnostic, Places
from briefmaker.model import Brief, is_void
from briefmaker.model.content_fingerprint import fingerprint_content
from briefmaker.model.picture import Picture
from briefmaker.reading.text_file import FileText
from briefmaker.reading.walk import FoundField
from briefmaker.reading.yaml_nodes import Node


@dataclass(frozen=True, slots=True)
class DataTable:
    """The data of a figure: its chosen columns by their names in the file, and the cells of each row as text."""

    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Reading:
    """A brief as it was read.

    ``brief`` is None when its fields could not be read; it may be there beside errors (a source that is cited but not
    listed). ``sound_part`` is then what is right of a brief, with stand-ins for what it must have, so that later steps
    can tell what they find there too; nothing is ever made of it. ``tables`` holds the data of each figure that has any, by
    the figure's name; ``pictures`` holds each picture by its path, seen from the brief's folder. ``fingerprint`` is the
    SHA-256 of the file's bytes, in hexadecimal, ``content`` those bytes. ``source`` is the file itself, as far
    as it could be read. ``seen`` are all files that were asked for, by their path in the workspace, each with the SHA-256 of
    what was read. ``cleared_as`` is the fingerprint of what is cleared with it where that is more than this brief: all that are
    made of the rows beside it. ``void`` are the places of clearances that were given to other content, where that is known by the
    whole brief of which this is an edition.
    """

    brief: Brief | None
    tables: Mapping[str, DataTable]
    places: Places
    diagnostics: tuple[Diagnostic, ...]
    fingerprint: str
    sound_part: Brief | None = None
    content: bytes = b""
    pictures: Mapping[str, Picture] = field(default_factory=dict)
    source: "SourceFile | None" = None
    seen: Mapping[str, str] = field(default_factory=dict)
    cleared_as: str = ""
    void: frozenset[int] | None = None


def fingerprint_cleared(brief: Brief, reading: Reading) -> str:
    """Give the fingerprint of what is cleared with a brief; empty where no clearance names one, to save the time."""
    if all(each.of is None for each in brief.clearances):
        return ""
    return reading.cleared_as or fingerprint_content(brief, reading.tables, reading.pictures)


def find_void(brief: Brief, reading: Reading) -> frozenset[int]:
    """Give the places of a brief's clearances that were given to other content than it has now."""
    if reading.void is not None:
        return reading.void
    content = fingerprint_cleared(brief, reading)
    return frozenset(index for index, each in enumerate(brief.clearances) if is_void(each, content))


@dataclass(frozen=True, slots=True)
class SourceFile:
    """A brief's file: its text, its tree, and every field that the model knows, in the order of the file."""

    text: FileText
    root: Node | None
    fields: tuple[FoundField, ...]
