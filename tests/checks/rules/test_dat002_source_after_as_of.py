"""Nothing that a brief rests on is later than what it knows."""

import pytest
from tests.checking import check_text, places_of

SOURCE = "as_of: 2025-10-21 12:00\nsources:\n  one: {{title: One, {field}: {date}}}"


@pytest.mark.parametrize(
    ("field", "date", "is_later"),
    [
        ("date", "2025-10-21", False),
        ("date", "2025-10-22", True),
        ("date", "2025-10", False),
        ("date", "2025-11", True),
        ("date", "2025", False),
        ("date", "2026", True),
        ("accessed", "2025-10-21", False),
        ("accessed", "2025-10-22", True),
    ],
)
def test_the_day_of_publication_and_that_of_reading_are_looked_at(field: str, date: str, is_later: bool) -> None:
    """A month or year that has begun may be meant."""
    found = check_text(SOURCE.format(field=field, date=date), "DAT002")
    assert places_of(found, "DAT002") == [(3, f"sources.one.{field}")] * is_later


def test_a_fact_of_tomorrow_is_told() -> None:
    """It cannot be known."""
    lines = "date: 2025-10-21\nfacts:\n  - {id: a, value: 1, as_of: 2025-12}"
    assert places_of(check_text(lines, "DAT002"), "DAT002") == [(3, "facts[0].as_of")]
