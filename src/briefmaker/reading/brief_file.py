"""A brief's file into a brief: its fields, the texts in them, what they refer to, and its data."""

import hashlib
from collections.abc import Iterator

from pydantic import ValidationError

from briefmaker.diagnostics import Code, Diagnostic, Places
from briefmaker.model import Brief, Figure, TextKind
from briefmaker.model.picture import Picture
from briefmaker.reading.cross_references import check_references, collect_names
from briefmaker.reading.figure_data import read_figure_data
from briefmaker.reading.limit import limit_findings
from briefmaker.reading.markdown import count_markup
from briefmaker.reading.people_file import PeopleReading, fill_in_person, name_people, read_people, tell_unknown_people
from briefmaker.reading.portraits import read_portraits
from briefmaker.reading.read_model import ModelReading, read_model
from briefmaker.reading.reading import Reading, SourceFile
from briefmaker.reading.sound_part import read_sound_part
from briefmaker.reading.text_checks import TextChecker
from briefmaker.reading.translation_pair import check_translation
from briefmaker.reading.walk import FoundField, walk_fields
from briefmaker.reading.yaml_nodes import Scalar
from briefmaker.workspace.files import BriefFolder

MAX_MARKUP = 300_000
_STAND_INS = {"format": "1", "title": "–", "date": "2000-01-01"}


def read_brief(content: bytes, file: str, folder: BriefFolder | None) -> Reading:
    """Give a brief from a file's bytes, with everything that is wrong with it; never raises.

    ``file`` is the name by which diagnostics speak of it. ``folder`` is where its data, pictures and people are looked
    for; without one they are not read. Ask ``has_errors(reading.diagnostics)`` before making anything of the brief.
    """
    fingerprint = hashlib.sha256(content).hexdigest()
    read = read_model(content, file, Brief)
    fields = list(walk_fields(read.root, Brief))
    names = collect_names(fields)
    found = [*read.diagnostics, *check_references(fields, names, read.places)]
    checker = TextChecker(read.text, read.places, names.citable)
    found += (problem for field in fields for problem in checker.check(field))
    found += _check_total_markup(fields, read)
    figures = read_figure_data(_figures(read), folder, read.places)
    found += figures.diagnostics
    brief, pictures = read.value, dict[str, Picture]()
    if folder is not None:
        people = _read_people(fields, names.citable, folder, read)
        portraits = read_portraits(fields, people, folder, read)
        found += (*people.diagnostics, *portraits.diagnostics)
        brief, pictures = _with_people(brief, people, folder), portraits.pictures
        found += check_translation(brief, file, folder, read.places) if brief else ()
    sound_part = brief or read_sound_part(read.data.value, Brief, _STAND_INS)
    found += _tell_definition(brief, read.places)
    told = limit_findings(found)
    source = SourceFile(read.text, read.root, tuple(fields))
    return Reading(brief, figures.tables, read.places, told, fingerprint, sound_part, content, pictures, source)


def _tell_definition(brief: Brief | None, places: Places) -> Iterator[Diagnostic]:
    """Tell of a file that is written for many briefs where one is wanted."""
    if brief is not None and brief.for_each is not None:
        message = "this file is written for many briefs, one for each row"
        hint = "`briefmaker build` and `briefmaker check` make them; take `for_each` out for a single brief"
        yield places.finding(Code.ROW_DEFINITION, "for_each", message, hint, span=places.key("for_each"))


def _check_total_markup(fields: list[FoundField], read: ModelReading[Brief]) -> Iterator[Diagnostic]:
    """Tell of the field with which all texts together have more markup than can be read in some seconds."""
    total = 0
    for field in fields:
        if isinstance(field.node, Scalar) and field.kind not in (None, TextKind.WORDS):
            total += count_markup(field.node.text)
            if total > MAX_MARKUP:
                message = f"up to here there are more than {MAX_MARKUP:,} brackets, stars and bars in the texts"
                yield read.places.finding(Code.TEXT_TOO_DEEP, field.path, message, "make several briefs of it")
                return


def _figures(read: ModelReading[Brief]) -> dict[str, Figure]:
    """Give the figures; of a brief that has other mistakes, those that are right in themselves."""
    if read.value is not None:
        return read.value.figures
    raw = read.data.value.get("figures") if isinstance(read.data.value, dict) else None
    figures = {}
    for name, value in raw.items() if isinstance(raw, dict) else ():
        try:
            figures[name] = Figure.model_validate(value)
        except ValidationError:
            continue
    return figures


def _read_people(
    fields: list[FoundField], citable: dict[str, str] | None, folder: BriefFolder, read: ModelReading[Brief]
) -> PeopleReading:
    named = name_people(fields)
    if not named:
        return PeopleReading()
    people = read_people(set(named.values()), citable, folder)
    people.diagnostics += tell_unknown_people(named, people, read.places)
    return people


def _with_people(brief: Brief | None, people: PeopleReading, folder: BriefFolder) -> Brief | None:
    if brief is None or not people.people:
        return brief
    participants = (
        fill_in_person(participant, people.people[participant.person], folder)
        if participant.person in people.people
        else participant
        for participant in brief.participants
    )
    return brief.model_copy(update={"participants": tuple(participants)})
