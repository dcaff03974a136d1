"""What the other side wants may stand with a person or at an item; a position that is reported wants an answer."""

import pytest
from tests.checking import check_text, places_of

OURS = "participants:\n  - {name: A, side: ours, wants: [Peace]}\n"


def test_our_own_wants_are_not_theirs() -> None:
    """It is told at the participants."""
    assert places_of(check_text(OURS, "STR007"), "STR007") == [(1, "participants")]


@pytest.mark.parametrize(
    "lines",
    [
        "participants:\n  - {name: A, side: theirs, wants: [Peace]}",
        "participants:\n  - {name: A, perspective: They want peace.}",
        "agenda:\n  - topic: One\n    if_raised: [{they_say: A, we_say: B}]",
        "template: submission",
        "template: speaking-points\nagenda: [{topic: One}]",
    ],
)
def test_what_says_it_or_cannot_is_not_told(lines: str) -> None:
    """A card for the pocket shows neither wants nor positions."""
    assert check_text(lines, "STR007") == ()
