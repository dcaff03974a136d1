"""The brief: one YAML file, as the rest of briefmaker knows it."""

from enum import StrEnum
from typing import Annotated, Any, Literal
from zoneinfo import ZoneInfo

from pydantic import AfterValidator, BeforeValidator, ConfigDict, Field, WithJsonSchema
from pydantic_core import PydanticCustomError

from briefmaker.model.evidence import Fact, Figure, Source
from briefmaker.model.meeting import Meeting
from briefmaker.model.part import AsList, Ids, Lines, Part, PortionMark
from briefmaker.model.people import Clearance, Contact, Participant
from briefmaker.model.substance import (
    AgendaItem,
    Annex,
    Decision,
    Implication,
    Item,
    NextStep,
    Section,
    Translation,
)
from briefmaker.model.text import Id, RichText, ShortText, VersionNumber, Words
from briefmaker.model.when import Date, Moment

FORMAT = 1


class Status(StrEnum):
    """Where the brief stands on its way to the reader."""

    DRAFT = "draft"
    IN_CLEARANCE = "in-clearance"
    CLEARED = "cleared"
    FINAL = "final"
    REPLACED = "replaced"


def _check_format(value: Any) -> Any:
    if value in (FORMAT, str(FORMAT)):
        return FORMAT
    raise PydanticCustomError("format_unknown", "this format is not known")


def _check_timezone(value: str) -> str:
    try:
        ZoneInfo(value)
    except (ValueError, KeyError, OSError) as unknown:
        raise PydanticCustomError("timezone_unknown", "there is no such time zone") from unknown
    return value


Format = Annotated[Literal[1], BeforeValidator(_check_format)]
LANGUAGE_TAG = r"^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$"
LanguageTag = Annotated[Words, Field(pattern=LANGUAGE_TAG)]
TimeZone = Annotated[Words, AfterValidator(_check_timezone)]
Rows = Annotated[
    Any,
    WithJsonSchema({"anyOf": [{"type": "string"}, {"type": "array", "items": {"type": "object"}}, {"type": "null"}]}),
]
"""What rows are, reading knows: see ``reading.row_definition``."""


class Brief(Part):
    """A policy brief, written once; every field is text until it is read here."""

    model_config = ConfigDict(
        title="briefmaker brief",
        json_schema_extra={"$schema": "https://json-schema.org/draft/2020-12/schema"},
    )

    format: Format = Field(description="Version of this file format: 1.")
    template: Id = Field(description="The kind of document: a folder of templates/, such as meeting.")
    title: ShortText = Field(description="Title of the brief.")
    reference: Words | None = Field(None, description="Registry number, kept exactly as typed.")
    version: VersionNumber = Field(1, description="Version number, raised each time the brief is issued anew.")
    status: Status = Field(Status.DRAFT, description="draft, in-clearance, cleared, final or replaced.")
    language: LanguageTag = Field("en-GB", description="Language of the brief, such as en-GB, fr or es.")
    timezone: TimeZone | None = Field(None, description="Time zone of the times below, such as America/New_York.")
    home_timezone: TimeZone | None = Field(
        None, description="Our own time zone, printed beside that of the meeting; the workspace has one for all briefs."
    )
    date: Date = Field(description="Date of issue.")
    as_of: Moment | None = Field(None, description="The moment whose knowledge the brief holds.")
    marking: Words | None = Field(None, description="Marking of the whole, of the workspace's scheme.")
    handling: Annotated[tuple[Words, ...], AsList] = Field((), description="Caveats that stand beside the marking.")
    portions: dict[str, PortionMark] = Field(
        {}, description="Markings of fields that are not entries of a list, such as title or meeting.logistics."
    )
    likelihood_scale: Id = Field("icd-203", description="Scale of likelihood terms: icd-203 or phia.")
    translation_of: Translation | None = Field(None, description="The other language version, if there is one.")
    drafted_with: ShortText | None = Field(None, description="Declaration of AI drafting, if any.")

    to: Lines = Field((), description="To whom the brief goes.")
    through: Lines = Field((), description="Through whom it goes.")
    copies: Lines = Field((), description="Who gets a copy.")
    prepared_by: Contact | None = Field(None, description="Who wrote it.")
    contact: Contact | None = Field(None, description="Who can be asked.")
    clearances: Annotated[tuple[Clearance, ...], AsList] = Field(
        (), description="Who clears it, and where that stands."
    )
    distribution: Ids = Field((), description="Distribution lists of the workspace.")

    bottom_line: RichText | None = Field(
        None, description="What the reader must know if nothing else is read; four lines."
    )
    objectives: Lines = Field((), description="What is to be achieved, each as a test of success.")
    decision: Decision | None = Field(None, description="What is asked of the reader.")
    meeting: Meeting | None = Field(None, description="What, when, where, how.")
    participants: Annotated[tuple[Participant, ...], AsList] = Field((), description="Who is in the room.")
    agenda: Annotated[tuple[AgendaItem, ...], AsList] = Field((), description="The points of the meeting, in order.")
    implications: Annotated[tuple[Implication, ...], AsList] = Field(
        (), description="What may follow, how likely, and so what."
    )
    next_steps: Annotated[tuple[NextStep, ...], AsList] = Field((), description="What is to be done afterwards.")
    facts: Annotated[tuple[Fact, ...], AsList] = Field((), description="Key figures, kept once and cited by id.")
    figures: dict[Id, Figure] = Field({}, description="Charts and tables, each under its name.")
    sources: dict[Id, Source] = Field(
        {}, description="What the brief rests on, each under the name by which it is cited."
    )
    glossary: dict[str, ShortText] = Field({}, description="Acronyms and what they stand for.")
    annexes: Annotated[tuple[Annex, ...], AsList] = Field((), description="Texts that go with the brief.")

    for_each: Rows = Field(
        None,
        description="The rows of which briefs are made, one each: a CSV, XLSX or YAML file, or a list of mappings.",
    )
    slug: Words | None = Field(None, description="What the files of a row's brief are called, such as {{ row.code }}.")

    summary: RichText | None = Field(None, description="The whole in a few sentences.")
    issue: RichText | None = Field(None, description="What is at stake.")
    background: RichText | None = Field(None, description="How it came about.")
    considerations: RichText | None = Field(None, description="What speaks for and against.")
    recommendation: RichText | None = Field(None, description="What is recommended.")
    key_points: Lines = Field((), description="The main points.")
    sections: Annotated[tuple[Section, ...], AsList] = Field((), description="Free sections, in order.")
    items: Annotated[tuple[Item, ...], AsList] = Field((), description="Short entries of a weekly brief.")
