"""The workspace's people: ``people.yaml``, from which a brief takes a participant's name and details."""

import os
from collections.abc import Iterator
from dataclasses import dataclass, field

from pydantic import ConfigDict, RootModel, ValidationError

from briefmaker.diagnostics import Code, Diagnostic, Places
from briefmaker.model import Participant
from briefmaker.model.people import Person
from briefmaker.model.text import Id
from briefmaker.reading.read_model import ModelReading, read_model
from briefmaker.reading.suggest import did_you_mean
from briefmaker.reading.text_checks import TextChecker
from briefmaker.reading.walk import FoundField, walk_fields
from briefmaker.reading.yaml_nodes import Mapping, Scalar
from briefmaker.reading.yaml_problems import shorten
from briefmaker.workspace.files import BriefFolder, PathOutsideError, UnreadableFileError

PEOPLE_FILE = "people.yaml"
MAX_BYTES = 5_000_000


class People(RootModel[dict[Id, Person]]):
    """All people that briefs of a workspace can name, each under an id."""

    model_config = ConfigDict(defer_build=True)  # most briefs name none


@dataclass(slots=True)
class PeopleReading:
    """The people that a brief names, and what is wrong with them; ``problem`` says why the file could not be read.

    ``places`` are those of ``people.yaml``.
    """

    people: dict[str, Person] = field(default_factory=dict)
    known: tuple[str, ...] = ()
    problem: str = ""
    places: Places = field(default_factory=lambda: Places(PEOPLE_FILE))
    diagnostics: list[Diagnostic] = field(default_factory=list)


def read_people(named: set[str], citable: dict[str, str] | None, folder: BriefFolder) -> PeopleReading:
    """Give those people of ``people.yaml`` that a brief names; mistakes in the others are not told."""
    root = folder.at(folder.root)
    try:
        content = root.read(PEOPLE_FILE, MAX_BYTES)
    except (PathOutsideError, UnreadableFileError) as unreadable:
        return PeopleReading(problem=str(unreadable))
    read = read_model(content, PEOPLE_FILE, People)
    entries = read.root.entries if isinstance(read.root, Mapping) else ()
    reading = PeopleReading(known=tuple(entry.key.text for entry in entries), places=read.places)
    reading.people = dict(_validate_named(read, named))
    reading.diagnostics += (found for found in read.diagnostics if _is_about(found, named))
    reading.diagnostics += _check_texts(read, named, citable)
    return reading


def _validate_named(read: ModelReading[People], named: set[str]) -> Iterator[tuple[str, Person]]:
    """Give those that are right in themselves, whatever is wrong with the others; what is wrong is in ``read``."""
    raw = read.data.value if isinstance(read.data.value, dict) else {}
    for name in sorted(named & raw.keys()):
        try:
            yield name, Person.model_validate(raw[name])
        except ValidationError:
            continue


def _is_about(found: Diagnostic, named: set[str]) -> bool:
    return not found.path or found.path.split(".")[0] in named


def _check_texts(read: ModelReading[People], named: set[str], citable: dict[str, str] | None) -> Iterator[Diagnostic]:
    checker = TextChecker(read.text, read.places, citable)
    for found in walk_fields(read.root, People):
        if found.path.split(".")[0] in named:
            yield from checker.check(found)


def name_people(fields: list[FoundField]) -> dict[str, str]:
    """Give the people that a brief names: the paths of the fields by which it does, and the ids."""
    return {
        found.path: found.node.text
        for found in fields
        if found.is_in(Participant, "person") and isinstance(found.node, Scalar) and not found.node.is_null
    }


def tell_unknown_people(named: dict[str, str], reading: PeopleReading, places: Places) -> Iterator[Diagnostic]:
    """Tell of each person whom the brief names and ``people.yaml`` does not have."""
    for path, name in named.items():
        if reading.problem:
            hint = f"make {PEOPLE_FILE} in the workspace's folder, or write `name:` here"
            message = f"`{shorten(name)}` cannot be looked up: {reading.problem}"
            yield places.finding(Code.PERSON_UNKNOWN, path, message, hint)
        elif name not in reading.known:
            message = f"there is no `{shorten(name)}` in {PEOPLE_FILE}"
            hint = did_you_mean(name, reading.known, f"add the person to {PEOPLE_FILE}, or write `name:` here")
            yield places.finding(Code.PERSON_UNKNOWN, path, message, hint)


def fill_in_person(participant: Participant, person: Person, folder: BriefFolder) -> Participant:
    """Give a participant with the person's details wherever the brief does not say otherwise.

    A portrait in ``people.yaml`` is seen from the workspace's folder; here it is seen from the brief's.
    """
    details = {name: value for name, value in person if value is not None and name not in participant.model_fields_set}
    if "portrait" in details:
        details["portrait"] = see_from_brief(str(details["portrait"]), folder)
    return participant.model_copy(update=details)


def see_from_brief(path: str, folder: BriefFolder) -> str:
    """Give a path that is seen from the workspace's folder as it is seen from the brief's."""
    return os.path.relpath(folder.root / path, folder.base).replace(os.sep, "/")
