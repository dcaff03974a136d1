"""A pack: several briefs, and PDF files of others, bound as one document; one YAML file of ``packs/``."""

from typing import Annotated, Any

from pydantic import ConfigDict, Field, GetJsonSchemaHandler, model_validator
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema

from briefmaker.model.brief import Format, LanguageTag, Status
from briefmaker.model.part import AsList, Ids, Lines, Part, with_plain_text
from briefmaker.model.people import Contact
from briefmaker.model.text import ShortText, VersionNumber, Words, YesNo
from briefmaker.model.when import Date, StepTime


class Tab(Part):
    """One brief of a pack, behind a tab of its own: written as the brief's name, or as ``{brief: ..., title: ...}``."""

    brief: Words = Field(description="Name of the brief in briefs/, or its file as seen from the pack's.")
    title: ShortText | None = Field(None, description="What the contents call it; else the brief's own title.")

    @model_validator(mode="before")
    @classmethod
    def _from_plain_text(cls, value: Any) -> Any:
        return {"brief": value} if isinstance(value, str) else value

    @classmethod
    def __get_pydantic_json_schema__(cls, schema: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        """Accept the name itself, or the mapping."""
        return with_plain_text(handler(schema), handler, "The name of a brief, or a mapping with brief and title.")


class PackAnnex(Part):
    """A PDF file that goes with a pack."""

    file: Words = Field(description="The PDF file, as seen from the pack's file.")
    title: ShortText = Field(description="What the contents call it.")
    marking: Words | None = Field(None, description="Its marking, of the scheme of the briefs.")


class PackStep(Part):
    """One step of a visit's programme."""

    at: StepTime | None = Field(
        None, description='Time of day, in quotes: "15:00"; with the day where there are several.'
    )
    step: ShortText = Field(description="What happens.")
    place: ShortText | None = Field(None, description="Where.")
    brief: Words | None = Field(None, description="The brief for it: one of the tabs.")


class Pack(Part):
    """Several briefs bound as one document; every field is text until it is read here."""

    model_config = ConfigDict(
        title="briefmaker pack",
        json_schema_extra={
            "$schema": "https://json-schema.org/draft/2020-12/schema",
            "allOf": [{"required": ["tabs"]}],  # told by reading, in words of its own
        },
    )

    format: Format = Field(description="Version of this file format: 1.")
    title: ShortText = Field(description="Title of the pack.")
    reference: Words | None = Field(None, description="Registry number, kept exactly as typed.")
    version: VersionNumber = Field(1, description="Version number, raised each time the pack is issued anew.")
    status: Status = Field(Status.DRAFT, description="draft, in-clearance, cleared, final or replaced.")
    language: LanguageTag = Field("en-GB", description="Language of the cover and the contents.")
    date: Date = Field(description="Date of issue.")
    marking: Words | None = Field(
        None, description="Marking of the whole; else the highest of what is in it, below which it may not be."
    )
    handling: Annotated[tuple[Words, ...], AsList] = Field((), description="Caveats that stand beside the marking.")
    to: Lines = Field((), description="To whom the pack goes.")
    prepared_by: Contact | None = Field(None, description="Who put it together.")
    distribution: Lines = Field((), description="Who gets a copy, an entry each.")
    lists: Ids = Field(
        (), description="Distribution lists of the workspace that it is mailed to; printed after `distribution`."
    )
    tabs: Annotated[tuple[Tab, ...], AsList] = Field(
        (), description="The briefs, in order.", json_schema_extra={"minItems": 1}
    )
    annexes: Annotated[tuple[PackAnnex, ...], AsList] = Field((), description="PDF files that follow the briefs.")
    programme: Annotated[tuple[PackStep, ...], AsList] = Field((), description="The steps of a visit, in order.")
    double_sided: YesNo = Field(False, description="true to begin every tab and annex on a right-hand page.")
    dividers: YesNo = Field(False, description="true to put a sheet with the tab's name before every tab and annex.")
