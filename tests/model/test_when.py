"""Dates and times as a brief writes them."""

import datetime
import re
from typing import Any

import pytest
from pydantic import TypeAdapter
from pydantic_core import PydanticCustomError, ValidationError

from briefmaker.model.when import MOMENT_PATTERN, Date, Moment, PartialDate, StepTime, read_moment

NEW_YEAR = datetime.date(2026, 1, 1)


@pytest.mark.parametrize(
    ("text", "moment"),
    [
        ("2026-01-01", Moment(NEW_YEAR)),
        ("2026-01-01 15:00", Moment(NEW_YEAR, datetime.time(15))),
        ("2026-01-01T15:00", Moment(NEW_YEAR, datetime.time(15))),
        ("2026-01-01 15:00Z", Moment(NEW_YEAR, datetime.time(15), datetime.UTC)),
        (
            "2026-01-01T15:00 +05:30",
            Moment(NEW_YEAR, datetime.time(15), datetime.timezone(datetime.timedelta(hours=5, minutes=30))),
        ),
        (
            "2026-01-01 15:00-03:30",
            Moment(NEW_YEAR, datetime.time(15), datetime.timezone(-datetime.timedelta(minutes=210))),
        ),
    ],
)
def test_a_moment_is_a_day_with_or_without_time_and_offset(text: str, moment: Moment) -> None:
    """Written back it reads the same."""
    assert read_moment(text) == moment
    assert read_moment(str(moment)) == moment
    assert read_moment(moment) is moment


@pytest.mark.parametrize(
    ("text", "error"),
    [
        ("2026-02-30", "date_impossible"),
        ("2026-01-01 24:00", "date_impossible"),
        ("2026-01-01 15:00+24:00", "date_impossible"),
        ("0000-01-01", "date_impossible"),
        ("2026-1-1", "date_shape"),
        ("2026-01-01 15", "date_shape"),
        ("2026-01-01\n", "date_shape"),
        ("٢٠٢٦-01-01", "date_shape"),
        ("tomorrow", "date_shape"),
        (20260101, "date_shape"),
        (None, "date_shape"),
    ],
)
def test_what_is_no_moment_is_refused_by_its_kind(text: Any, error: str) -> None:
    """A wrong shape is one thing, a day that is not in the calendar another."""
    with pytest.raises(PydanticCustomError) as refused:
        read_moment(text)
    assert refused.value.type == error


def accepts(field: Any, value: Any) -> bool:
    """Tell whether a field takes a value."""
    try:
        TypeAdapter(field).validate_python(value)
    except ValidationError:
        return False
    return True


@pytest.mark.parametrize(
    ("field", "good", "bad"),
    [
        (Date, ["2026-01-01", "2024-02-29"], ["2025-02-29", "2026-01", "2026-01-01 15:00", "", 2026, True]),
        (PartialDate, ["2026", "2026-01", "2026-01-31"], ["2026-13", "2026-02-30", "26", "2026-", "", 2026]),
        (StepTime, ["00:00", "23:59", "2026-01-01", "2026-01-01 15:00"], ["24:00", "9:00", "2026-02-30", "900", 900]),
    ],
)
def test_dates_parts_of_dates_and_times_of_steps(field: Any, good: list[Any], bad: list[Any]) -> None:
    """Each takes what a desk officer writes, and nothing that cannot be."""
    assert all(accepts(field, value) for value in good)
    assert not any(accepts(field, value) for value in bad)


def test_the_pattern_for_editors_takes_what_the_model_takes() -> None:
    """A blank between day and time, which `format: date-time` would refuse."""
    schema = TypeAdapter(Moment).json_schema()
    assert schema == {"type": "string", "pattern": MOMENT_PATTERN}
    assert re.search(schema["pattern"], "2026-01-01 15:00 +02:00")
