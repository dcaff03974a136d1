"""Keeps what the readers of an edition were given, as JSON, and says what has changed for them since."""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from pydantic import ValidationError

from briefmaker.delivery.postings import Issued
from briefmaker.diagnostics import Code, Diagnostic, Places, Severity
from briefmaker.jobs.desk import Desk
from briefmaker.jobs.templates.open_template import open_template
from briefmaker.model import Brief
from briefmaker.model.house_style import DateStyle
from briefmaker.reading import Reading
from briefmaker.reading.reading import DataTable
from briefmaker.view.change_sentences import ChangeLine, write_changes
from briefmaker.view.change_shape import Change
from briefmaker.view.changes import compare_briefs

LAYOUT = 1
"""The version of the JSON; what a later one writes is not guessed at."""


@dataclass(frozen=True, slots=True)
class IssuedContent:
    """What the readers of an edition see: its brief, the data of its figures, and the fields that are shown of it.

    ``shows`` is None where all are, or where it is not known.
    """

    brief: Brief
    tables: Mapping[str, DataTable] = field(default_factory=dict)
    shows: tuple[str, ...] | None = None


@dataclass(frozen=True, slots=True)
class ChangesSince:
    """What has changed for the readers of an edition, with a sentence for each; why it cannot be told, if it cannot."""

    changes: tuple[Change, ...] = ()
    lines: tuple[ChangeLine, ...] = ()
    diagnostics: tuple[Diagnostic, ...] = ()


def find_content(reading: Reading, desk: Desk, edition: str = "") -> IssuedContent | None:
    """Give what readers of an edition see of a brief, or of all of it for no edition; None where there is nothing to be made.

    What an edition withholds is not in what comes back.
    """
    template = desk.templates.get(reading.brief.template) if reading.brief else None
    description = open_template(template).description if template else None
    if reading.brief is None or description is None:
        return None
    if not edition:
        return IssuedContent(reading.brief, reading.tables, description.shows)
    # Imported here, as for whoever views an edition.
    from briefmaker.view.edition import make_edition

    making = make_edition(reading.brief, reading.tables, reading.places, desk.settings, description, edition)
    return IssuedContent(making.brief, making.tables, making.description.shows) if making.brief else None


def write_issued(brief: Brief, tables: Mapping[str, DataTable]) -> str:
    """Give a brief and the data of its figures as JSON; the same gives the same text."""
    written = {
        "layout": LAYOUT,
        "brief": brief.model_dump(mode="json", exclude_none=True),
        "tables": {name: {"columns": table.columns, "rows": table.rows} for name, table in tables.items()},
    }
    return json.dumps(written, ensure_ascii=False, separators=(",", ":"))


def read_issued(content: str) -> IssuedContent | None:
    """Give what was written as JSON; None for what a later briefmaker wrote, or nobody can read."""
    try:
        data: dict[str, Any] = json.loads(content)
        if data["layout"] != LAYOUT:
            return None
        tables = {name: _read_table(**each) for name, each in data["tables"].items()}
        return IssuedContent(Brief.model_validate(data["brief"]), tables)
    except (AttributeError, KeyError, TypeError, ValueError, ValidationError):
        return None


def _read_table(columns: Sequence[str], rows: Sequence[Sequence[str]]) -> DataTable:
    return DataTable(tuple(columns), tuple(tuple(row) for row in rows))


def changes_for(
    edition: str,
    version: int,
    issued: Iterable[Issued],
    now: IssuedContent,
    places: Places,
    style: DateStyle = DateStyle.LANGUAGE,
) -> ChangesSince:
    """Give what has changed for the readers of an edition since ``version``, by what was issued to them then.

    ``issued`` is what was issued under the brief's key, ``now`` what the same readers see now: as both hold nothing else,
    nothing else can come out. What cannot be compared is a warning at the brief's version.
    """
    former = next((each for each in issued if (each.version, each.edition) == (version, edition)), None)
    before = read_issued(former.content) if former else None
    if before is None:
        why = "was not kept" if former is None else "was kept in a way that this briefmaker does not know"
        return ChangesSince(diagnostics=(_tell_incomparable(edition, version, why, places),))
    changes = compare_briefs(before.brief, now.brief, old_tables=before.tables, new_tables=now.tables, shows=now.shows)
    return ChangesSince(changes, write_changes(changes, now.brief, style))


def _tell_incomparable(edition: str, version: int, why: str, places: Places) -> Diagnostic:
    of = f" of the edition `{edition}`" if edition else ""
    message = f"what version {version}{of} said {why}, so the correction cannot list what has changed"
    hint = "say in the reason of the correction what has changed"
    return places.finding(Code.CORRECTION_INCOMPARABLE, "version", message, hint, severity=Severity.WARNING)
