"""The house style in ``briefmaker.yaml``: colours by what they are for, fonts, dates, fixed texts."""

import re
from collections.abc import Mapping
from enum import StrEnum
from typing import Annotated, Any, TypeVar

from pydantic import AfterValidator, BeforeValidator, Field, GetJsonSchemaHandler, WithJsonSchema, model_validator
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema, PydanticCustomError

from briefmaker.model.brief import LanguageTag
from briefmaker.model.part import Part
from briefmaker.model.style import Palette
from briefmaker.model.text import RichText, Words

_Text = TypeVar("_Text")
_COLOUR = r"^#[0-9A-Fa-f]{6}$"


def _read_colour(value: Any) -> str:
    if not isinstance(value, str) or not re.fullmatch(_COLOUR, value):
        raise PydanticCustomError("colour_shape", "a colour such as #1b365d is expected here")
    return value.lower()


Colour = Annotated[str, BeforeValidator(_read_colour), WithJsonSchema({"type": "string", "pattern": _COLOUR})]


_USUAL = Palette()


class Colours(Part):
    """The colours of a document, each by what it is for."""

    ink: Colour = Field(_USUAL.ink, description="Text, and the rule under the head of a table.")
    accent: Colour = Field(
        _USUAL.accent, description="Labels, numbers, the rules above headings, the bar beside lines."
    )
    quiet: Colour = Field(_USUAL.quiet, description="What is read last: notes, citations, running lines.")
    background: Colour = Field(_USUAL.background, description="The text of background passages.")
    caution: Colour = Field(_USUAL.caution, description="What to avoid, what is still open, the word DRAFT.")
    tint: Colour = Field(_USUAL.tint, description="The ground of what is to be spoken.")
    bar: Colour = Field(
        "#647b98",
        description="The rule that ends the facts of a meeting, and bars of charts; as the accent, if that is set.",
    )
    hairline: Colour = Field(_USUAL.hairline, description="Thin rules between rows.")


class FontFiles(Part):
    """A family: one that ships with briefmaker, by its name, or font files of the workspace."""

    family: Words | None = Field(None, description="Name of a family that ships with briefmaker.")
    regular: Words | None = Field(None, description="TTF or OTF file, seen from the workspace's folder.")
    italic: Words | None = Field(None, description="The same, for emphasis and the words of the other side.")
    bold: Words | None = Field(None, description="The same, for headings, labels and strong emphasis.")
    bold_italic: Words | None = Field(None, description="The same, for strong emphasis within emphasis.")
    semibold: Words | None = Field(None, description="The same, taken instead of bold in the PDF; Word has none.")
    fallback: Words | None = Field(None, description="The font that Word takes where this one is not installed.")

    @model_validator(mode="before")
    @classmethod
    def _from_name(cls, value: Any) -> Any:
        return {"family": value} if isinstance(value, str) else value

    @classmethod
    def __get_pydantic_json_schema__(cls, schema: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        """Accept the name itself, or the mapping."""
        mapping = handler(schema)
        definition = handler.resolve_ref_schema(mapping)
        if "anyOf" not in definition:
            as_mapping = dict(definition)
            definition.clear()
            definition["title"] = as_mapping["title"]
            definition["description"] = as_mapping.pop("description")
            definition["anyOf"] = [{"type": "string"}, as_mapping]
        return mapping


class Fonts(Part):
    """The families of a document."""

    serif: FontFiles | None = Field(None, description="For what is read or said.")
    sans: FontFiles | None = Field(None, description="For what is looked up: labels, tables, notes.")
    display: FontFiles | None = Field(None, description="For the title; one file is enough.")


class Boilerplate(Part):
    """Texts that the house puts into every document, by language: ``{en: ..., fr: ...}``."""

    first_page: dict[LanguageTag, RichText] = Field({}, description="At the foot of page one.")
    end: dict[LanguageTag, RichText] = Field({}, description="After everything else.")


class DateStyle(StrEnum):
    """How the house writes a date."""

    LANGUAGE = "language"
    DAY_MONTH_YEAR = "day-month-year"
    MONTH_DAY_YEAR = "month-day-year"
    WEEKDAY = "weekday"
    MILITARY = "military"
    ISO = "iso"


def _once(languages: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(languages))


Languages = Annotated[tuple[LanguageTag, ...], AfterValidator(_once)]


def find_text(texts: Mapping[str, _Text], language: str) -> _Text | None:
    """Give the text, or the texts, in a language (``fr-CA``), else in the language without its region, else None."""
    by_tag = {tag.lower(): text for tag, text in texts.items()}
    return by_tag.get(language.lower(), by_tag.get(language.lower().split("-")[0]))


def is_issued(language: str, languages: tuple[str, ...]) -> bool:
    """Tell whether a house issues in a language; a tag without a region stands for all its regions."""
    tag = language.lower()
    known = {each.lower() for each in languages}
    return not known or tag in known or tag.split("-")[0] in known
