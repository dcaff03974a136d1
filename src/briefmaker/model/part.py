"""What all parts of a brief have in common: no unknown fields, no change once read, and what a portion may carry."""

from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, Field, GetCoreSchemaHandler, GetJsonSchemaHandler, model_validator
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema, PydanticCustomError, core_schema

from briefmaker.model.text import Id, ShortText, Words


def _check_list(value: Any) -> Any:
    if not isinstance(value, (list, tuple)):
        raise PydanticCustomError("list_expected", "a list is expected here")
    return value


class ListField:
    """Makes a field a list: one value alone is none."""

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        """Check before the entries are read; without pydantic's own validator for the reason that ``TextField`` gives."""
        return core_schema.no_info_before_validator_function(_check_list, handler(source))


AsList = ListField()


class Part(BaseModel):
    """A part of a brief; unknown fields are refused, and nothing changes after reading."""

    # Built when first used: most commands read few kinds of parts.
    model_config = ConfigDict(extra="forbid", frozen=True, hide_input_in_errors=True, defer_build=True)


class PortionMark(Part):
    """What a field says of who may see it: a marking as plain text, or ``{marking: ..., handling: [...], editions: [...]}``."""

    marking: Words | None = Field(None, description="The marking of this portion alone; never above the brief's own.")
    handling: Annotated[tuple[Words, ...], AsList] | None = Field(
        None, description="The caveats of this portion alone, instead of those around it; [] for none."
    )
    editions: Annotated[tuple[Id, ...], AsList] | None = Field(
        None, description="The editions that may show this portion."
    )

    @property
    def is_marking(self) -> bool:
        """Tell whether it says what the field carries, and not only which editions may show it."""
        return self.marking is not None or self.handling is not None

    @model_validator(mode="before")
    @classmethod
    def _from_plain_text(cls, value: Any) -> Any:
        return {"marking": value} if isinstance(value, str) else value

    @classmethod
    def __get_pydantic_json_schema__(cls, schema: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        """Accept the marking itself, or the mapping."""
        return with_plain_text(handler(schema), handler, "A marking, or a mapping with marking, handling or editions.")


class Marked(Part):
    """A part that may say for itself, and for its fields, who may see it."""

    marking: Words | None = Field(None, description="The marking of this portion alone; never above the brief's own.")
    handling: Annotated[tuple[Words, ...], AsList] | None = Field(
        None, description="The caveats of this portion alone, instead of those around it; [] for none."
    )
    editions: Annotated[tuple[Id, ...], AsList] | None = Field(
        None, description="The editions that may show this portion."
    )
    portions: dict[str, PortionMark] = Field({}, description="Markings of its fields, each under the field's name.")


class Portion(Marked):
    """A part that stands in a list: it may have a name of its own, a marking, and readers it is meant for."""

    id: Id | None = Field(
        None, description="A short name for this entry, unique in the brief, that stays when it moves."
    )


class Line(Portion):
    """One text in a list: written as plain text, or as ``{text: ..., marking: ..., editions: [...], id: ...}``."""

    text: ShortText = Field(description="The text itself, one line.")

    @model_validator(mode="before")
    @classmethod
    def _from_plain_text(cls, value: Any) -> Any:
        if isinstance(value, dict | Line):
            return value
        if isinstance(value, str):
            return {"text": value}
        raise PydanticCustomError("text_expected", "text is expected here")

    @classmethod
    def __get_pydantic_json_schema__(cls, schema: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        """Accept the text itself, or the mapping."""
        words = "One line of text, or a mapping with the text and its marking, editions or id."
        return with_plain_text(handler(schema), handler, words)


def with_plain_text(mapping: JsonSchemaValue, handler: GetJsonSchemaHandler, description: str) -> JsonSchemaValue:
    """Give the schema of a part that may be written as plain text too."""
    definition = handler.resolve_ref_schema(mapping)
    if "anyOf" not in definition:
        as_mapping = dict(definition)
        definition.clear()
        definition["title"] = as_mapping["title"]
        definition["description"] = description
        definition["anyOf"] = [{"type": ["string", "number", "boolean"]}, as_mapping]
    return mapping


Lines = Annotated[tuple[Line, ...], AsList]
Ids = Annotated[tuple[Id, ...], AsList]
