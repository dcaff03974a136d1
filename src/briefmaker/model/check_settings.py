"""What a workspace says of the rules of ``check``: which are applied, how severe each is, and from when on a fact is old."""

from typing import Annotated, Any

from pydantic import Field, GetJsonSchemaHandler, model_validator
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema

from briefmaker.diagnostics import Severity
from briefmaker.model.part import AsList, Part
from briefmaker.model.text import VersionNumber, Words


class SeverityChoice(Part):
    """How severe what a rule finds is: one word for all briefs, or ``{draft: warning, final: error}``."""

    draft: Severity | None = Field(None, description="error or warning, until the brief is final.")
    final: Severity | None = Field(None, description="error or warning, for a brief with `status: final`.")

    @model_validator(mode="before")
    @classmethod
    def _from_one_word(cls, value: Any) -> Any:
        if not isinstance(value, str):
            return value
        # A word that is no severity is told once.
        return {"draft": value, "final": value} if value in tuple(Severity) else {"draft": value}

    @classmethod
    def __get_pydantic_json_schema__(cls, schema: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        """Accept the one word, or the mapping."""
        described = handler(schema)
        definition = handler.resolve_ref_schema(described)
        if "anyOf" not in definition:
            as_mapping = dict(definition)
            definition.clear()
            words = {"enum": [each.value for each in Severity], "type": "string"}
            definition |= {"title": as_mapping["title"], "description": as_mapping["description"]}
            definition["anyOf"] = [words, as_mapping]
        return described


Selectors = Annotated[tuple[Words, ...], AsList]
"""Rules by their code (``SRC002``), their name (``incomplete-source``) or their family (``SRC``)."""


class WordChoice(Part):
    """What a workspace changes of a word list: phrases that it adds, and those that it leaves out."""

    add: dict[Words, Words] = Field(
        {}, description='Phrases to look for as well, each with what to say instead, or with "".'
    )
    leave: Annotated[tuple[Words, ...], AsList] = Field((), description="Phrases of the list that are right here.")


class CheckSettings(Part):
    """Which rules are applied; every setting may be left out, and then all are."""

    select: Selectors = Field((), description="The rules that are applied, by code, name or family; usually all.")
    ignore: Selectors = Field((), description="Rules that are not applied, of those.")
    severities: dict[Words, SeverityChoice] = Field(
        {}, description="error or warning, by code, name or family, where it is not as usual."
    )
    stale_after: VersionNumber = Field(
        365, description="How many days old a fact may be, seen from the moment whose knowledge the brief holds."
    )
    words: dict[Words, WordChoice] = Field(
        {}, description="What is added to the lists of words that rules look for, and left out of them, by list."
    )
