"""A date in figures is told where two readers read two days."""

import pytest
from tests.checking import check_text


@pytest.mark.parametrize(
    ("written", "is_told"),
    [
        ("03/04/2025", True),
        ("3/4/25", True),
        ("03-04-2025", True),
        ("13/04/2025", False),
        ("04/04/2025", False),
        ("03.04.2025", False),
        ("3-4-25", False),
        ("2025/04/03", False),
        ("A/03/04/2025", False),
        ("03/04/2025/EC", False),
    ],
)
def test_only_what_can_be_read_in_two_ways_is_told(written: str, *, is_told: bool) -> None:
    """Not a day above twelve, points, an ISO date, or a document's number."""
    found = check_text(f"template: information\nbackground: It falls due on {written}, they say.", "DAT007")
    assert bool(found) == is_told


def test_both_days_are_named() -> None:
    """The month as a word."""
    (found,) = check_text("template: information\nbackground: Due on 03/04/25.", "DAT007")
    assert found.message == "`03/04/25` may be 3 April 2025 or 4 March 2025"
