"""To whom documents are mailed: distribution lists, and what each of their people may see and wants to have."""

from enum import StrEnum
from typing import Annotated

from pydantic import Field

from briefmaker.model.brief import LanguageTag
from briefmaker.model.mail_address import MailAddress
from briefmaker.model.part import AsList, Part
from briefmaker.model.text import Id, ShortText, Words


class MailedFormat(StrEnum):
    """A format in which a brief is attached to a message."""

    PDF = "pdf"
    DOCX = "docx"


class Recipient(Part):
    """Somebody of a distribution list: where mail reaches them, what they may see, and in which form they want it."""

    name: ShortText = Field(description="Full name.")
    email: MailAddress = Field(description="E-mail address.")
    clearance: Words | None = Field(
        None, description="The highest marking that this person may see; without it, only what bears no marking."
    )
    caveats: Annotated[tuple[Words, ...], AsList] = Field(
        (), description="The caveats that this person may see, as the scheme writes them."
    )
    language: LanguageTag | None = Field(
        None, description="Language in which the message is written; else the brief's own."
    )
    edition: Id | None = Field(None, description="The edition that this person gets; else the whole brief.")
    formats: Annotated[tuple[MailedFormat, ...], AsList] = Field(
        (MailedFormat.PDF, MailedFormat.DOCX),
        description="pdf, docx or both.",
        json_schema_extra={"minItems": 1, "uniqueItems": True},
    )


class DistributionList(Part):
    """People who get the same briefs; a brief names the list under `distribution`."""

    title: ShortText | None = Field(None, description="What the list is called, such as Private Office.")
    people: Annotated[tuple[Recipient, ...], AsList] = Field(
        description="Who is on it.", json_schema_extra={"minItems": 1}
    )
