"""The portraits of a brief's participants: its own, and those that its people bring from ``people.yaml``."""

from collections.abc import Sequence
from dataclasses import dataclass

from briefmaker.diagnostics import Diagnostic
from briefmaker.model import Brief, Participant
from briefmaker.model.picture import Picture
from briefmaker.reading.people_file import PeopleReading, see_from_brief
from briefmaker.reading.pictures import PORTRAIT_BOX, PictureReader
from briefmaker.reading.read_model import ModelReading
from briefmaker.reading.walk import FoundField
from briefmaker.reading.yaml_nodes import Scalar
from briefmaker.workspace.files import BriefFolder


@dataclass(frozen=True, slots=True)
class Portraits:
    """Portraits by their paths, seen from the brief's folder, and what is wrong with them."""

    pictures: dict[str, Picture]
    diagnostics: tuple[Diagnostic, ...]


def read_portraits(
    fields: Sequence[FoundField], people: PeopleReading, folder: BriefFolder, read: ModelReading[Brief]
) -> Portraits:
    """Give the portraits; one that is wrong is told where it is named, in the brief or in ``people.yaml``."""
    own = PictureReader(folder, read.places)
    for field in fields:
        if field.is_in(Participant, "portrait") and isinstance(field.node, Scalar) and not field.node.is_null:
            own.read(field.path, field.node.text, PORTRAIT_BOX)
    lent = PictureReader(folder.at(folder.root), people.places)
    for participant in read.value.participants if read.value else ():
        person = people.people.get(participant.person or "")
        if person is not None and person.portrait is not None and participant.portrait is None:
            lent.read(f"{participant.person}.portrait", person.portrait, PORTRAIT_BOX)
    seen = {see_from_brief(name, folder): picture for name, picture in lent.pictures.items()}
    return Portraits(own.pictures | seen, (*own.diagnostics, *lent.diagnostics))
