"""The substance: agenda items with lines to take, implications, decisions, next steps and short entries."""

from enum import StrEnum
from typing import Annotated

from pydantic import Field

from briefmaker.model.part import AsList, Ids, Lines, Part, Portion
from briefmaker.model.text import RichText, ShortText, WholeNumber, Words, YesNo
from briefmaker.model.when import Date


class Exchange(Portion):
    """A question that may come, and the answer."""

    they_say: ShortText = Field(description="What they may say.")
    we_say: ShortText = Field(description="What we answer.")


class AgendaItem(Portion):
    """One point of the agenda and all that is needed to speak to it."""

    topic: ShortText = Field(description="The point, as it stands on the agenda.")
    lead: ShortText | None = Field(None, description="Who opens: a participant's id, or a name.")
    minutes: WholeNumber | None = Field(None, description="Time set aside.")
    objective: ShortText | None = Field(None, description="What we want from this point.")
    issue: RichText | None = Field(None, description="What it is about.")
    our_position: RichText | None = Field(None, description="Where we stand.")
    their_position: RichText | None = Field(None, description="Where they stand.")
    lines_to_take: Lines = Field((), description="What is to be said, one breath a line.")
    if_raised: Annotated[tuple[Exchange, ...], AsList] = Field((), description="What they may raise, and our answer.")
    avoid: Lines = Field((), description="What not to say.")
    background: RichText | None = Field(None, description="What one may need to know, after what can be said.")
    figures: Ids = Field((), description="Figures to show with this point, by their names under `figures`.")


class Confidence(StrEnum):
    """How good the basis of a judgement is."""

    LOW = "low"
    MODERATE = "moderate"
    HIGH = "high"


class Implication(Portion):
    """A judgement, how likely it is, and what follows from it."""

    statement: ShortText = Field(description="The judgement in one sentence, without its likelihood or confidence.")
    concerns: ShortText | None = Field(None, description="Whom or what it concerns.")
    horizon: ShortText | None = Field(None, description="By when.")
    likelihood: Words | None = Field(None, description="A term of the brief's scale; its range is printed beside it.")
    confidence: Confidence | None = Field(None, description="low, moderate or high.")
    basis: ShortText | None = Field(None, description="What the judgement rests on, with sources.")
    so_what: ShortText | None = Field(None, description="What follows for us.")


class DecisionOption(Portion):
    """One of the ways open."""

    name: ShortText = Field(description="The option in a few words.")
    text: RichText | None = Field(None, description="What it means, for and against.")
    recommended: YesNo = Field(False, description="true for the option that is recommended.")


class Decision(Part):
    """What is asked of the reader."""

    ask: ShortText = Field(description="What the reader is asked to agree to, note or choose.")
    options: Annotated[tuple[DecisionOption, ...], AsList] = Field((), description="The ways open.")
    by: Date | None = Field(None, description="The day by which the decision is needed.")
    because: ShortText | None = Field(None, description="Why by then.")


class NextStep(Portion):
    """Something to be done after the meeting."""

    action: ShortText = Field(description="What is to be done.")
    owner: ShortText | None = Field(None, description="Who does it.")
    due: Date | None = Field(None, description="By when.")


class Section(Portion):
    """A free section."""

    heading: ShortText = Field(description="Heading of the section.")
    text: RichText = Field(description="Its text.")


class Annex(Portion):
    """A text that goes with the brief, at its end."""

    title: ShortText = Field(description="Title of the annex.")
    text: RichText = Field(description="Its text.")


class Item(Portion):
    """One short entry of a weekly brief."""

    title: ShortText = Field(description="What happened, in a few words.")
    theme: ShortText | None = Field(None, description="Region or theme under which it stands.")
    text: RichText | None = Field(None, description="What is known.")
    judgement: ShortText | None = Field(
        None, description="What we judge, in one sentence without its likelihood or confidence."
    )
    likelihood: Words | None = Field(None, description="A term of the brief's scale, for the judgement.")
    confidence: Confidence | None = Field(None, description="low, moderate or high.")
    basis: ShortText | None = Field(None, description="What the judgement rests on, with sources.")
    so_what: ShortText | None = Field(None, description="What follows for us.")
    carry: YesNo = Field(False, description="true to keep the entry when the next issue is begun from this one.")


class Translation(Part):
    """The other language version of the same brief."""

    brief: Words = Field(description="File of the version that this one translates.")
    version: WholeNumber = Field(description="Version number of that file when it was translated.")
    fingerprint: Words | None = Field(
        None,
        description="Fingerprint of that file then, as briefmaker told it; it tells a change that kept the version.",
    )
