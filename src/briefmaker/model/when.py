"""Dates and times as a brief writes them: ``2025-10-22``, ``2025-10-22 15:00``, ``15:00``."""

import datetime
import re
from dataclasses import dataclass
from typing import Annotated, Any

from pydantic import BeforeValidator, GetCoreSchemaHandler, GetJsonSchemaHandler, WithJsonSchema
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema, PydanticCustomError, core_schema

DATE_PATTERN = r"^[0-9]{4}-[0-9]{2}-[0-9]{2}$"
PARTIAL_DATE_PATTERN = r"^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$"
MOMENT_PATTERN = r"^[0-9]{4}-[0-9]{2}-[0-9]{2}([ T][0-9]{2}:[0-9]{2}( ?(Z|[+-][0-9]{2}:[0-9]{2}))?)?$"
CLOCK_PATTERN = r"^[0-9]{2}:[0-9]{2}$"
STEP_TIME_PATTERN = f"{CLOCK_PATTERN}|{MOMENT_PATTERN}"


@dataclass(frozen=True, slots=True)
class Moment:
    """A day, or a time on a day; ``offset`` is the distance from UTC when the brief states one itself."""

    date: datetime.date
    time: datetime.time | None = None
    offset: datetime.timezone | None = None

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        """Read from text; write as text."""
        return core_schema.no_info_plain_validator_function(
            read_moment, serialization=core_schema.plain_serializer_function_ser_schema(str)
        )

    @classmethod
    def __get_pydantic_json_schema__(cls, schema: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        """Describe the text form; ``format: date-time`` would refuse the blank between day and time."""
        return {"type": "string", "pattern": MOMENT_PATTERN}

    def __str__(self) -> str:
        """Write it the way a brief does."""
        text = self.date.isoformat()
        if self.time is not None:
            text += f" {self.time:%H:%M}"
        if self.offset is not None:
            text += f" {self.offset.tzname(None).removeprefix('UTC') or 'Z'}"
        return text


def read_moment(value: Any) -> Moment:
    """Give the moment that a text such as ``2025-10-22 15:00`` or ``2025-10-22T15:00+02:00`` stands for.

    Raises PydanticCustomError: ``date_shape`` for another shape, ``date_impossible`` for a day or hour that is not.
    """
    if isinstance(value, Moment):
        return value
    if not isinstance(value, str) or not re.fullmatch(MOMENT_PATTERN, value):
        raise PydanticCustomError("date_shape", "a date, with or without a time, is expected here")
    try:
        day = datetime.date.fromisoformat(value[:10])
        if len(value) == len("2025-10-22"):
            return Moment(day)
        clock = datetime.time.fromisoformat(value[11:16])
        return Moment(day, clock, _read_offset(value[16:].strip()))
    except ValueError as impossible:
        raise PydanticCustomError("date_impossible", "there is no such date or time") from impossible


def _read_offset(text: str) -> datetime.timezone | None:
    if not text:
        return None
    if text == "Z":
        return datetime.UTC
    hours, minutes = int(text[1:3]), int(text[4:6])
    distance = datetime.timedelta(hours=hours, minutes=minutes)
    return datetime.timezone(-distance if text[0] == "-" else distance)


def _read_date(value: Any) -> Any:
    if isinstance(value, datetime.date):
        return value
    if not isinstance(value, str) or not re.fullmatch(DATE_PATTERN, value):
        raise PydanticCustomError("date_shape", "a date is expected here")
    try:
        return datetime.date.fromisoformat(value)
    except ValueError as impossible:
        raise PydanticCustomError("date_impossible", "there is no such date") from impossible


def _check_partial_date(value: Any) -> Any:
    if not isinstance(value, str) or not re.fullmatch(PARTIAL_DATE_PATTERN, value):
        raise PydanticCustomError("partial_date_shape", "a year, a month or a date is expected here")
    try:
        datetime.date.fromisoformat((value + "-01-01")[:10])
    except ValueError as impossible:
        raise PydanticCustomError("date_impossible", "there is no such date") from impossible
    return value


def _check_clock(value: Any) -> Any:
    if not isinstance(value, str) or not re.fullmatch(CLOCK_PATTERN, value):
        raise PydanticCustomError("time_shape", "a time such as 15:00 is expected here")
    try:
        datetime.time.fromisoformat(value)
    except ValueError as impossible:
        raise PydanticCustomError("date_impossible", "there is no such time") from impossible
    return value


def _check_step_time(value: Any) -> Any:
    """Accept a time of day, or a day with its time where a programme runs over several days."""
    if isinstance(value, str) and len(value) > len("15:00"):
        read_moment(value)
        return value
    return _check_clock(value)


Date = Annotated[
    datetime.date, BeforeValidator(_read_date), WithJsonSchema({"type": "string", "pattern": DATE_PATTERN})
]
PartialDate = Annotated[
    str,
    BeforeValidator(_check_partial_date),
    WithJsonSchema({"type": ["string", "integer"], "pattern": PARTIAL_DATE_PATTERN}),
]
StepTime = Annotated[
    str, BeforeValidator(_check_step_time), WithJsonSchema({"type": "string", "pattern": STEP_TIME_PATTERN})
]
