"""What reading a brief gives back: the brief, its data, where everything stands, and all that is wrong."""

from collections.abc import Mapping
from dataclasses import dataclass

from briefmaker.diagnostics import Diagnostic, Places
from briefmaker.model import Brief


@dataclass(frozen=True, slots=True)
class DataTable:
    """The data of a figure: its chosen columns by their names in the file, and the cells of each row as text."""

    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Reading:
    """A brief as it was read.

    ``brief`` is None when too little of it could be read. Beside errors it is what is right of it, so that later steps
    can tell what they find there too; nothing may be made of it then. ``tables`` holds the data of each figure that has any, by
    the figure's name. ``fingerprint`` is the SHA-256 of the file's bytes, in hexadecimal.
    """

    brief: Brief | None
    tables: Mapping[str, DataTable]
    places: Places
    diagnostics: tuple[Diagnostic, ...]
    fingerprint: str
