"""A register of dated facts: what was true from when to when, and the words by which a text says it."""

import re
from typing import Annotated

from pydantic import AfterValidator, ConfigDict, Field
from pydantic_core import PydanticCustomError

from briefmaker.model.part import AsList, Part
from briefmaker.model.text import Words, YesNo
from briefmaker.model.when import PartialDate

SLOT = "{value}"
LONGEST_PHRASE = 300
MOST_WRITINGS = 1_000
"""In how many ways the values of a topic may be written, all together."""
_PARTS = re.compile(r"\(([^(){}]*)\)|(\{value\})|([^(){}|]+)")


def read_phrase(phrase: str) -> tuple[tuple[str, ...], ...]:
    """Give the parts of a phrase, each as its alternatives: ``the (NATO|) {value}`` -> ("the ",), ("NATO", ""), ("{value}",).

    Raises ValueError where a bracket or a bar is left over, and where the phrase says nothing or is too long.
    """
    parts, end = [], 0
    for found in _PARTS.finditer(phrase[:LONGEST_PHRASE]):
        if found.start() != end:
            break
        end = found.end()
        parts.append(tuple(found[1].split("|")) if found[1] is not None else (found.group(),))
    says_something = re.search(r"[^\W_]", phrase.replace(SLOT, "")) or SLOT in phrase
    if end != len(phrase) or not says_something:
        raise ValueError(phrase)
    return tuple(parts)


def _check_phrase(value: str) -> str:
    try:
        read_phrase(value)
    except ValueError as broken:
        raise PydanticCustomError("phrase_shape", "a phrase of a register is expected here") from broken
    return value


Phrase = Annotated[Words, AfterValidator(_check_phrase)]
"""Words, ``{value}``, and alternatives in brackets: ``(all|the) {value} (NATO|) allies``. No regular expression."""
WordsOfTopic = Annotated[tuple[Words, ...], AsList]


class RegisterValue(Part):
    """What was true for a time."""

    value: Words = Field(description="The value, as a figure or a name; figures are found as words too.")
    also: WordsOfTopic = Field((), description="Other ways to write it.")
    since: PartialDate | None = Field(None, description="From when on it was true.")
    until: PartialDate | None = Field(
        None, description="When it ceased to be; usually the day on which the next value began."
    )
    holds: Words | None = Field(
        None, description="A sentence without full stop that says it, where `holds` of the topic does not."
    )
    source: Words = Field(description="Where this is known from.")


class RegisterTopic(Part):
    """One thing that changed, with its values in the order of time."""

    topic: Words = Field(description="What it is about.")
    said_as: Annotated[tuple[Phrase, ...], AsList] = Field(
        description="Phrases by which a text says a value: words, {value}, and alternatives as (one|other|)."
    )
    holds: Words | None = Field(None, description="A sentence without full stop that says a value, with {value} in it.")
    afterwards: Words | None = Field(None, description="What holds after the last value ceased to.")
    near: WordsOfTopic = Field((), description="Words of which the sentence, or the brief's title, has to have one.")
    unless: WordsOfTopic = Field((), description="Words with which the sentence is about something else.")
    unless_followed_by: WordsOfTopic = Field(
        (), description="Words right behind the phrase with which it is about a part only."
    )
    past_is_right: YesNo = Field(
        False, description="true where a sentence in the past tense is right after the end too, as of a mission."
    )
    values: Annotated[tuple[RegisterValue, ...], AsList] = Field(description="The values, the oldest first.")


class Register(Part):
    """Dated facts about one subject."""

    model_config = ConfigDict(title="briefmaker register of dated facts")

    register_of: Words = Field(description="What the register is about.")
    topics: Annotated[tuple[RegisterTopic, ...], AsList] = Field(description="What changed.")
