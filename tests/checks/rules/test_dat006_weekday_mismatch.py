"""A weekday that its date is not is told with both days that it is."""

import pytest
from tests.checking import check_text

LINES = "date: 2025-10-21\ntemplate: information\nbackground: {}"


def messages(text: str) -> list[tuple[str, str]]:
    """Give what is told of a text, with the hint."""
    return [(each.message, each.hint) for each in check_text(LINES.format(text), "DAT006")]


def test_it_says_which_day_it_is_and_which_are_meant() -> None:
    """Before and after."""
    assert messages("We meet on Monday 22 October 2025.") == [
        (
            "`Monday 22 October 2025`: 2025-10-22 is a Wednesday",
            "mend the weekday, or the date: `Monday` is 2025-10-20 or 2025-10-27",
        )
    ]


def test_a_day_that_there_is_not_is_told() -> None:
    """Whatever its weekday."""
    assert messages("We meet on Monday 31 November 2025.")[0][0].endswith("there is no such day")


@pytest.mark.parametrize(
    ("text", "is_told"),
    [
        ("On Wednesday 22 October we meet.", False),
        ("On Thursday 22 October we meet.", True),
        ("On Tuesday 17 February we meet.", False),
        ("On Monday 17 February we meet.", False),
        ("In 2020 we met on Thursday 22 October.", False),
    ],
)
def test_without_a_year_the_nearest_ones_are_tried(text: str, *, is_told: bool) -> None:
    """And the years that the sentence names."""
    assert bool(messages(text)) == is_told


def test_titles_of_sources_are_left() -> None:
    """They are quoted as they are."""
    lines = "date: 2025-10-21\nsources:\n  a: {title: Talks on Monday 22 October 2025, publisher: P}"
    assert check_text(lines, "DAT006") == ()
