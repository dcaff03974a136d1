"""The meeting itself: when, where, in what form, and step by step."""

from typing import Annotated

from pydantic import Field

from briefmaker.model.part import AsList, Part, Portion
from briefmaker.model.text import RichText, ShortText, WholeNumber
from briefmaker.model.when import Date, Moment, StepTime


class LastMet(Part):
    """The last time both sides met."""

    date: Date | None = Field(None, description="Day of the last meeting.")
    place: ShortText | None = Field(None, description="Where it was.")
    outcome: ShortText | None = Field(None, description="What came of it.")


class ProgrammeStep(Portion):
    """One step of the programme."""

    at: StepTime | None = Field(
        None, description='Time of day, in quotes: "15:00"; with the day where there are several.'
    )
    step: ShortText = Field(description="What happens.")
    lead: ShortText | None = Field(None, description="Who leads: a participant's id, or a name.")
    minutes: WholeNumber | None = Field(None, description="How long it takes.")
    press: ShortText | None = Field(None, description="open, closed, or what the press may see.")


class Meeting(Part):
    """What, when, where, and how."""

    purpose: ShortText | None = Field(None, description="Why the meeting takes place, in one sentence.")
    start: Moment | None = Field(None, description="Start, such as 2025-10-22 15:00, in the brief's timezone.")
    end: Moment | None = Field(None, description="End, in the same form.")
    place: ShortText | None = Field(None, description="Room, building, city.")
    kind: ShortText | None = Field(None, description="Form of the meeting: bilateral, working lunch, plenary ...")
    press: ShortText | None = Field(None, description="What the press sees, and when.")
    interpreter: ShortText | None = Field(None, description="Interpretation: none, consecutive, languages.")
    logistics: RichText | None = Field(None, description="Access, cars, seating, gifts.")
    last_met: LastMet | None = Field(None, description="The last meeting of the two sides.")
    programme: Annotated[tuple[ProgrammeStep, ...], AsList] = Field((), description="The programme, step by step.")
