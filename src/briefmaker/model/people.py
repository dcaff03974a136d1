"""Everyone named in a brief: who takes part, who wrote it, who clears it."""

from enum import StrEnum

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from briefmaker.model.part import Lines, Part, Portion
from briefmaker.model.text import Id, RichText, ShortText, Words
from briefmaker.model.when import Date


class Side(StrEnum):
    """Whose side of the table somebody sits on."""

    OURS = "ours"
    THEIRS = "theirs"
    OTHER = "other"


class Participant(Portion):
    """Somebody in the room: who they are, what they want and how to work with them."""

    person: Id | None = Field(None, description="A person of people.yaml, whose name and details are used here.")
    name: ShortText | None = Field(None, description="Full name, as it is written in the country concerned.")
    title: ShortText | None = Field(None, description="Office held, such as Minister of Fisheries.")
    organisation: ShortText | None = Field(None, description="State, ministry or organisation.")
    address_as: ShortText | None = Field(None, description="Form of address to be spoken, such as Excellency.")
    side: Side = Field(Side.OTHER, description="ours, theirs or other.")
    role: ShortText | None = Field(None, description="Part played in this meeting, such as principal or note-taker.")
    wants: Lines = Field((), description="What this person wants from the meeting, one want a line.")
    perspective: RichText | None = Field(None, description="How they see it.")
    approach: RichText | None = Field(None, description="How they work, and how to work with them.")
    biography: RichText | None = Field(None, description="Short biography.")
    portrait: Words | None = Field(None, description="Picture file, seen from the brief's folder.")

    @model_validator(mode="after")
    def _has_a_name(self) -> "Participant":
        if self.name is None and self.person is None:
            raise PydanticCustomError(
                "participant_without_name", "a participant needs a name, or a person of people.yaml"
            )
        return self


class Person(Part):
    """Somebody of people.yaml, whom any brief of the workspace can name as a participant."""

    name: ShortText = Field(description="Full name, as it is written in the country concerned.")
    title: ShortText | None = Field(None, description="Office held, such as Minister of Fisheries.")
    organisation: ShortText | None = Field(None, description="State, ministry or organisation.")
    address_as: ShortText | None = Field(None, description="Form of address to be spoken, such as Excellency.")
    role: ShortText | None = Field(None, description="Part usually played, such as principal or note-taker.")
    perspective: RichText | None = Field(None, description="How they see it.")
    approach: RichText | None = Field(None, description="How they work, and how to work with them.")
    biography: RichText | None = Field(None, description="Short biography.")
    portrait: Words | None = Field(None, description="Picture file, seen from the workspace's folder.")


class Contact(Part):
    """Somebody on our side who can be asked."""

    name: ShortText = Field(description="Full name.")
    unit: ShortText | None = Field(None, description="Unit or department.")
    email: Words | None = Field(None, description="E-mail address.")
    phone: Words | None = Field(None, description="Telephone number, in quotes so that the plus sign stays.")


class ClearanceState(StrEnum):
    """Where a clearance stands."""

    REQUESTED = "requested"
    CLEARED = "cleared"
    CLEARED_WITH_EDITS = "cleared-with-edits"
    NON_CONCUR = "non-concur"
    NO_RESPONSE = "no-response"
    INFORMATION = "information"


class Clearance(Portion):
    """One unit's clearance of this brief."""

    unit: ShortText = Field(description="Unit that clears.")
    by: ShortText | None = Field(None, description="Person who clears for the unit.")
    email: Words | None = Field(None, description="Where the unit is asked.")
    state: ClearanceState = Field(
        ClearanceState.REQUESTED,
        description="requested, cleared, cleared-with-edits, non-concur, no-response or information.",
    )
    due: Date | None = Field(None, description="By when the unit is to answer.")
    date: Date | None = Field(None, description="When the unit answered.")
    comment: ShortText | None = Field(None, description="What the unit said.")
    of: Words | None = Field(
        None, description="What was cleared: the fingerprint of the content, as `briefmaker approve` writes it."
    )


_ANSWERED = {ClearanceState.CLEARED, ClearanceState.CLEARED_WITH_EDITS, ClearanceState.INFORMATION}


def is_void(clearance: Clearance, content: str) -> bool:
    """Tell whether a clearance was given to other content than this, by its fingerprint; one that names none is of any."""
    return clearance.state in _ANSWERED and clearance.of is not None and clearance.of.casefold() != content


def is_open(clearance: Clearance) -> bool:
    """Tell whether a clearance still stands in the way by what was answered: asked and unanswered, or refused."""
    return clearance.state not in _ANSWERED
