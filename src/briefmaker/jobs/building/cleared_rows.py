"""What is cleared with a file that is written for many briefs: all that its rows make, so that a change of any row voids it."""

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from briefmaker.jobs.desk import Desk
from briefmaker.jobs.read import MOST_BYTES, read_content
from briefmaker.model.content_fingerprint import fingerprint_content, join_fingerprints
from briefmaker.reading import Reading
from briefmaker.workspace.files import BriefFolder

if TYPE_CHECKING:
    from briefmaker.reading.row_definition import Definition


def read_row_content(content: bytes, brief: Path, desk: Desk, definition: "Definition") -> Reading:
    """Read the brief that a row made; its clearances, where they name what they are of, are of all rows together.

    ``brief`` is the file of the definition. Then every row is read, once for a definition, and what was seen is that of all.
    """
    reading = read_content(content, brief, desk)
    made = reading.brief or reading.sound_part
    if made is None or all(each.of is None for each in made.clearances):
        return reading
    if definition.cleared is None:
        definition.cleared = fingerprint_rows(definition, brief, desk)
    fingerprint, seen = definition.cleared
    return replace(reading, cleared_as=fingerprint, seen={**seen, **reading.seen})


def fingerprint_rows(definition: "Definition", brief: Path, desk: Desk) -> tuple[str, dict[str, str]]:
    """Give the fingerprint of what all rows make, in their order, and every file that was asked for, with its SHA-256."""
    # Imported here, since it brings in Jinja2, and is there already where there is a definition.
    from briefmaker.reading.row_definition import read_definition

    folder = BriefFolder(brief.parent.resolve(), desk.workspace.root)
    read_definition(folder.read(brief.name, MOST_BYTES), definition.file, folder)  # for what it sees
    seen, fingerprints = folder.seen, []
    for row in definition.table.rows:
        made = definition.make(row, definition.slug_of(row))
        reading = read_content(made.content, brief, desk)
        seen |= reading.seen
        brief_of_row = None if made.diagnostics else reading.brief
        fingerprints.append(
            fingerprint_content(brief_of_row, reading.tables, reading.pictures) if brief_of_row is not None else ""
        )
    return join_fingerprints(fingerprints), seen
