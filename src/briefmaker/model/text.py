"""The kinds of text a field can hold, and how a value from YAML becomes one.

Reading hands the model strings exactly as they were typed, so ``reference: 0007`` stays ``0007``; what a number, a date or
a yes is, each field says for itself.
"""

import re
from enum import StrEnum
from typing import Annotated, Any

from pydantic import AfterValidator, BeforeValidator, GetCoreSchemaHandler, GetJsonSchemaHandler, WithJsonSchema
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema, PydanticCustomError, core_schema


class TextKind(StrEnum):
    """How a text is read: as plain words, as one line of Markdown, or as paragraphs, lists and tables."""

    WORDS = "words"
    SHORT = "short"
    RICH = "rich"


def _as_text(value: Any) -> str:
    if isinstance(value, str):
        return value
    if isinstance(value, list) and len(value) == 1 and isinstance(value[0], str) and value[0].startswith("@"):
        raise PydanticCustomError("text_is_citation", "a citation needs quotes")
    raise PydanticCustomError("text_expected", "text is expected here")


def _one_line(value: str) -> str:
    # A carriage return alone would begin a line too, wherever a text is put: in the head of a message, for one.
    if re.search(r"[\r\n]", value.strip()):
        raise PydanticCustomError("text_one_line", "one line is expected here")
    return value.strip()


class TextField:
    """Makes a field text of one kind, in the model and in its JSON Schema."""

    def __init__(self, kind: TextKind) -> None:
        self.kind = kind

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        """Say what reads a text; pydantic's own validators would be looked into anew for each of some 200 fields."""
        text = core_schema.no_info_before_validator_function(_as_text, core_schema.str_schema())
        if self.kind is TextKind.RICH:
            return text
        return core_schema.no_info_after_validator_function(_one_line, text)

    def __get_pydantic_json_schema__(self, schema: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        """Let editors accept a number or true/false where text is meant, since it is kept as typed."""
        return {"type": ["string", "number", "boolean"]}


Words = Annotated[str, TextField(TextKind.WORDS)]
ShortText = Annotated[str, TextField(TextKind.SHORT)]
RichText = Annotated[str, TextField(TextKind.RICH)]

ID_PATTERN = r"^[A-Za-z0-9][A-Za-z0-9_-]*$"


def _identifier(value: str) -> str:
    if not re.fullmatch(ID_PATTERN, value):
        raise PydanticCustomError("id_shape", "an id has letters, digits, - and _ only")
    return value


Id = Annotated[
    str,
    BeforeValidator(_as_text),
    AfterValidator(_identifier),
    WithJsonSchema({"type": ["string", "number"], "pattern": ID_PATTERN}),
]


_LARGEST_NUMBER = 999999


def _whole_number(value: Any) -> Any:
    if isinstance(value, str) and re.fullmatch(r"[0-9]{1,6}", value):
        return int(value)
    if isinstance(value, int) and not isinstance(value, bool) and 0 <= value <= _LARGEST_NUMBER:
        return value
    raise PydanticCustomError("whole_number", "a whole number from 0 to 999999 is expected here")


WholeNumber = Annotated[
    int, BeforeValidator(_whole_number), WithJsonSchema({"type": "integer", "minimum": 0, "maximum": _LARGEST_NUMBER})
]


def _positive(value: int) -> int:
    if value < 1:
        raise PydanticCustomError("version_number", "a whole number from 1 to 999999 is expected here")
    return value


VersionNumber = Annotated[
    int,
    BeforeValidator(_whole_number),
    AfterValidator(_positive),
    WithJsonSchema({"type": "integer", "minimum": 1, "maximum": _LARGEST_NUMBER}),
]


def _decimal(value: Any) -> Any:
    if isinstance(value, (int, float)) and not isinstance(value, bool):
        return str(value)
    if isinstance(value, str) and re.fullmatch(r"-?[0-9]{1,15}(\.[0-9]{1,15})?", value):
        return value
    raise PydanticCustomError("decimal_number", "a number such as 2 or 3.5 is expected here")


DecimalNumber = Annotated[str, BeforeValidator(_decimal), WithJsonSchema({"type": "number"})]


def _yes_or_no(value: Any) -> Any:
    if isinstance(value, bool):
        return value
    if value in ("true", "false"):
        return value == "true"
    raise PydanticCustomError("yes_no", "true or false is expected here")


YesNo = Annotated[bool, BeforeValidator(_yes_or_no), WithJsonSchema({"type": "boolean"})]


def _web_address(value: str) -> str:
    if not re.fullmatch(r"https?://[^\s<>\"]+", value):
        raise PydanticCustomError("web_address", "an address that begins with http:// or https:// is expected here")
    return value


WebAddress = Annotated[
    str,
    BeforeValidator(_as_text),
    AfterValidator(_one_line),
    AfterValidator(_web_address),
    WithJsonSchema({"type": "string", "pattern": "^https?://"}),
]
