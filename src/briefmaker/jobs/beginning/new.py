"""Begin a brief: a file that builds at once, and beside it the schema by which an editor helps to fill it in."""

import datetime
import json
from pathlib import Path
from string import Template as Scaffold

from briefmaker.diagnostics import BriefmakerError
from briefmaker.jobs.desk import open_desk, shown_path
from briefmaker.model.schema import write_schema
from briefmaker.workspace.output import write_files
from briefmaker.workspace.slug import safe_slug
from briefmaker.workspace.workspace import find_workspace
from briefmaker.writing.template import Template

SCAFFOLD_FILE = "scaffold.yaml"
SCHEMA_FILE = "brief.schema.json"
USUAL_LANGUAGE = "en-GB"

# The days that a scaffold may name, counted from the day of issue.
_DISTANCES = {"date": 0, "day_after": 1, "week_after": 7, "month_before": -30}

# For a template that brings no scaffold of its own.
_BARE_SCAFFOLD = """\
# yaml-language-server: $$schema=brief.schema.json
# An editor that knows YAML schemas lists the fields of a brief; the manual explains each of them.

format: 1
template: ${template}
title: ${title}
language: ${language}
date: ${date}
"""


def new(name: str, *, template: str = "meeting", date: datetime.date | None = None) -> Path:
    """Write ``briefs/NAME.yaml`` and ``briefs/brief.schema.json`` into the workspace here; gives the path of the brief.

    ``date`` is the day of issue, today unless given. Raises BriefmakerError when there is such a brief already, when there is
    no such template, and when the files cannot be written.
    """
    brief = name_brief(name)
    desk = open_desk(find_workspace(Path.cwd()))
    scaffold = _read_scaffold(desk.find_template(template))
    words = {"template": template, "language": next(iter(desk.settings.languages), USUAL_LANGUAGE)}
    text = _fill(scaffold, name, words, date or datetime.date.today())  # noqa: DTZ011 - the desk's own day
    write_with_schema(brief, text, SCHEMA_FILE, write_schema())
    return brief


def write_with_schema(file: Path, text: str, schema_name: str, schema: str) -> None:
    """Write a file that is begun, and its schema beside it. Raises BriefmakerError when they cannot be written."""
    try:
        write_files(file.parent, {file.name: text.encode(), schema_name: schema.encode()})
    except OSError as failure:
        raise BriefmakerError(f"{shown_path(file)} cannot be written: {failure.strerror}", exit_code=1) from failure


def name_brief(name: str) -> Path:
    """Give the file of a brief to be begun in the workspace here.

    Raises BriefmakerError for a name without letters or digits, and when there is such a brief already.
    """
    return name_file(name, find_workspace(Path.cwd()).briefs_folder, "brief")


def name_file(name: str, folder: Path, what: str) -> Path:
    """Give the file in a folder of what is to be begun under a name; raises as ``name_brief`` does."""
    if not any(letter.isalnum() for letter in name):
        raise BriefmakerError(
            f"a {what} needs a name with letters or digits", "it names the file and stands in the title"
        )
    file = folder / f"{safe_slug(name.removesuffix('.yaml').removesuffix('.yml')).lower()}.yaml"
    if file.exists():
        raise BriefmakerError(f"{shown_path(file)} is there already", "choose another name, or edit that one")
    return file


def _read_scaffold(template: Template) -> str:
    return template.read(SCAFFOLD_FILE).decode() if template.has(SCAFFOLD_FILE) else _BARE_SCAFFOLD


def _fill(scaffold: str, name: str, words: dict[str, str], day: datetime.date) -> str:
    dates = {word: _move(day, distance) for word, distance in _DISTANCES.items()}
    # JSON's quoting is YAML's too, so that any name is safe here.
    title = json.dumps(write_title(name), ensure_ascii=False)
    return Scaffold(scaffold).safe_substitute(words | dates, title=title)


def _move(day: datetime.date, days: int) -> str:
    try:
        return (day + datetime.timedelta(days=days)).isoformat()
    except OverflowError:
        raise BriefmakerError(f"the date {day} is too close to the end of the calendar") from None


def write_title(name: str) -> str:
    """Give the title that a brief of this name begins with: its words, the first with a capital."""
    words = name.removesuffix(".yaml").removesuffix(".yml").replace("-", " ").replace("_", " ").split()
    text = "".join(letter for letter in " ".join(words) if letter.isprintable()) or "Brief"
    return text[0].upper() + text[1:]
