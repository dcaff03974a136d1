"""Days, times and people as words tell them."""

import datetime

import pytest

from briefmaker.review.importing.text_values import find_date, find_times, read_contact

DAY = datetime.date(2026, 3, 2)


@pytest.mark.parametrize("text", [
    "2026-03-02", "2 March 2026", "Monday, March 2nd, 2026", "2 mars 2026", "2. März 2026", "2 de marzo de 2026", "02.03.2026",
    "1er jour ... 2 mars 2026", "on the 2nd of March 2026",
])  # fmt: skip
def test_a_day_is_found_as_people_write_it(text: str) -> None:
    """In the languages that have labels."""
    found = find_date(text)
    assert found is not None
    assert found.day == DAY


def test_a_day_in_figures_may_mean_two() -> None:
    """The day first, but in the United States; and it is told that it is not plain."""
    found, american = find_date("02/03/2026"), find_date("02/03/2026", "en-US")
    assert found is not None
    assert american is not None
    assert (found.day, american.day) == (DAY, datetime.date(2026, 2, 3))
    assert not found.is_plain
    assert find_date("30 February 2026") is None
    assert find_date("in March") is None


@pytest.mark.parametrize(("text", "times"), [
    ("15:00–16:00", ["15:00", "16:00"]), ("3 pm", ["15:00"]), ("from 9.30 to 10.15", ["09:30", "10:15"]), ("15h30", ["15:30"]),
    ("12 a.m.", ["00:00"]), ("room 4, 20 people", []),
])  # fmt: skip
def test_times_of_day_are_found(text: str, times: list[str]) -> None:
    """With a colon, a point, an h, or in halves of a day."""
    assert find_times(text) == times


def test_a_line_names_a_person_a_unit_and_how_to_reach_them() -> None:
    """In whatever order address and number stand."""
    assert read_contact("A. Drafter, Policy Unit, Floor 2, a.drafter@example.int, tel. +32 2 000 0000") == {
        "name": "A. Drafter", "unit": "Policy Unit, Floor 2", "email": "a.drafter@example.int", "phone": "+32 2 000 0000",
    }  # fmt: skip
    assert read_contact("+32 2 000 0000") == {}
