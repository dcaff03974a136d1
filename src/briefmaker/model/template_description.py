"""What a template says of itself: its ``template.yaml``."""

from typing import Annotated

from pydantic import Field

from briefmaker.model.limits import Limits
from briefmaker.model.part import AsList, Part
from briefmaker.model.text import ShortText, Words


class TemplateDescription(Part):
    """A template's name in each language, and the fields it shows; naming a field names all that stand under it.

    Sources are numbered in the order of ``shows``; where part of a field stands further down than the rest, as a meeting's
    programme does, it is named once more there.
    """

    name: dict[str, ShortText] = Field(description="Name of the kind of document by language: {en: Meeting brief}.")
    description: ShortText = Field(description="What the template is for, in one sentence.")
    shows: Annotated[tuple[Words, ...], AsList] = Field(
        description="Fields of a brief that the template shows, in the order of its page."
    )
    limits: Limits = Field(Limits(), description="How long such a document may be.")
