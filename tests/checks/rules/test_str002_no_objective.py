"""What is wanted may be said in three ways; kinds of document that show none of them are not asked."""

import pytest
from tests.checking import check_text, places_of


@pytest.mark.parametrize(
    "lines",
    [
        "objectives: [A date]",
        "template: submission\ndecision: {ask: Agree.}",
        "agenda: [{topic: One, objective: A date}, {topic: Two, objective: A fee}]",
        "template: weekly",
        "template: scene-setter",
    ],
)
def test_what_says_it_or_cannot_is_not_told(lines: str) -> None:
    """Objectives, an ask, an objective at every item; a weekly brief asks nothing."""
    assert check_text(lines, "STR002") == ()


@pytest.mark.parametrize(
    ("lines", "path"),
    [
        ("agenda: [{topic: One, objective: A date}, {topic: Two}]", "objectives"),
        ("template: submission", "decision"),
        ("template: summary", "objectives"),
    ],
)
def test_what_does_not_say_it_is_told_at_the_field_of_its_kind(lines: str, path: str) -> None:
    """One item without an objective is enough."""
    assert [path for _, path in places_of(check_text(lines, "STR002"), "STR002")] == [path]
