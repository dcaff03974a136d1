"""What a brief says of its changes since last time: what it is compared with, and why its judgements moved."""

from typing import Any, Final

from pydantic import Field, GetJsonSchemaHandler, model_validator
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema, PydanticCustomError

from briefmaker.model.part import Part, with_plain_text
from briefmaker.model.text import RichText, Words

AUTO: Final = "auto"
"""Stands for the version that readers were given last."""


class Changes(Part):
    """The box of changes: written as ``auto``, as what to compare with, or as ``{since: ..., why: ...}``."""

    since: Words = Field(
        AUTO,
        description="What to compare with: auto for the version that was issued last, an earlier brief such as "
        "weekly-2025-10-13.yaml, or a revision of this file in git such as HEAD~3.",
    )
    why: RichText | None = Field(None, description="Why it changed, in your own words; printed below the changes.")

    @model_validator(mode="before")
    @classmethod
    def _from_plain_text(cls, value: Any) -> Any:
        if isinstance(value, dict | Changes):
            return value
        if isinstance(value, str):
            return {"since": value}
        raise PydanticCustomError("text_expected", "text is expected here")

    @classmethod
    def __get_pydantic_json_schema__(cls, schema: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        """Accept what to compare with itself, or the mapping."""
        words = "auto, an earlier brief, or a revision in git; or a mapping with since and why."
        return with_plain_text(handler(schema), handler, words)
