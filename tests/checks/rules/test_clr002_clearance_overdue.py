"""A clearance that is asked for past its day is found, as seen from the date of the brief."""

import pytest
from tests.checking import check_text

LINES = "date: {date}\nclearances: [{{unit: Legal Adviser, state: {state}, due: 2025-10-20}}]"


@pytest.mark.parametrize(
    ("date", "state", "count"),
    [
        ("2025-10-21", "requested", 1),
        ("2025-10-20", "requested", 0),
        ("2025-10-19", "requested", 0),
        ("2025-10-21", "cleared", 0),
        ("2025-10-21", "no-response", 0),
        ("2025-10-21", "information", 0),
        ("soon", "requested", 0),
    ],
)
def test_the_day_itself_is_not_over(date: str, state: str, count: int) -> None:
    """And only what is still asked for can be late; without a date nobody knows."""
    found = [each for each in check_text(LINES.format(date=date, state=state), "CLR002") if each.code == "CLR002"]
    assert len(found) == count


def test_days_are_counted() -> None:
    """In the right number."""
    messages = [check_text(LINES.format(date=date, state="requested"), "CLR002")[0].message for date in _DATES]
    assert [message.partition(" was to answer ")[2].partition(" before")[0] for message in messages] == [
        "1 day",
        "10 days",
    ]


_DATES = ("2025-10-21", "2025-10-30")
