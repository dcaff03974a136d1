"""The days that a year, a month or a date covers, and the working days between two dates."""

import datetime

import pytest

from briefmaker.checks.partial_dates import count_working_days, first_day, last_day

DAY = datetime.date.fromisoformat


@pytest.mark.parametrize(
    ("partial", "first", "last"),
    [
        ("2024", "2024-01-01", "2024-12-31"),
        ("2024-02", "2024-02-01", "2024-02-29"),
        ("2024-12", "2024-12-01", "2024-12-31"),
        ("2024-02-03", "2024-02-03", "2024-02-03"),
    ],
)
def test_the_first_and_the_last_day(partial: str, first: str, last: str) -> None:
    """Also of a leap year's February."""
    assert (first_day(partial), last_day(partial)) == (DAY(first), DAY(last))


@pytest.mark.parametrize(
    ("start", "end", "days"),
    [
        ("2025-10-21", "2025-10-28", 5),
        ("2025-10-24", "2025-10-26", 0),
        ("2025-10-24", "2025-10-27", 1),
        ("2025-10-21", "2025-10-20", 0),
    ],
)
def test_working_days_between_two_dates(start: str, end: str, days: int) -> None:
    """From Monday to Friday, the first day left out and the last one counted."""
    assert count_working_days(DAY(start), DAY(end)) == days


def test_dates_far_apart_are_not_counted_to_the_end() -> None:
    """Enough are counted to know that there are enough."""
    assert 40 < count_working_days(DAY("0001-01-01"), DAY("9999-12-31")) < 60
