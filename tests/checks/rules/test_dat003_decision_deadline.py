"""A decision has a day, and the reader five working days until then."""

import pytest
from tests.checking import check_text, places_of

DECISION = "template: submission\ndate: 2025-10-21\ndecision:\n  ask: Agree.\n"


@pytest.mark.parametrize(
    ("by", "days"),
    [
        ("2025-10-28", None),
        ("2025-10-27", "4 working days"),
        ("2025-10-22", "1 working day"),
        ("2025-10-21", "no working day"),
    ],
)
def test_working_days_are_counted(by: str, days: str | None) -> None:
    """From Tuesday to Tuesday there are five; Saturday and Sunday do not count."""
    found = check_text(f"{DECISION}  by: {by}", "DAT003")
    assert places_of(found, "DAT003") == [(5, "decision.by")] * (days is not None)
    assert all(f"the reader has {days} from the date" in each.message for each in found)


def test_no_day_is_told_at_the_decision() -> None:
    """Its field is not there."""
    assert places_of(check_text(DECISION, "DAT003"), "DAT003") == [(4, "decision.by")]


def test_who_asks_for_nothing_needs_no_day() -> None:
    """That nothing is asked, another rule tells."""
    assert check_text("template: submission", "DAT003") == ()
