"""A share is worked out again from the two numbers beside it, each rounded as it is."""

import pytest
from tests.checking import check_text, lines_of


@pytest.mark.parametrize(
    ("words", "is_found"),
    [
        ("One ally pays 845 of 1,404 billion dollars, or 60.18 %.", False),
        ("One ally pays 980 of 1,588 billion dollars, or 60.18 %.", True),
        ("One ally pays 60.18 % of 1,404, i.e. 845.", False),
        ("One ally pays 60.18 % of 1,588, i.e. 845.", True),
        ("Two thirds came: 20 of 30 (67 %).", False),
        ("Two thirds came: 20 of 30 (66 %).", False),
        ("Two thirds came: 20 of 30 (68 %).", True),
        ("It grew from 80 to 110 billion, an increase of 38 %.", False),
        ("It grew from 80 to 110 billion, an increase of 27 %.", True),
        ("It has 15 of 27 states, with 65 % of the people.", False),
    ],
)
def test_a_share_fits_the_numbers_or_is_found(words: str, is_found: bool) -> None:
    """Rounded up or down, or cut off."""
    found = check_text(f"bottom_line: |\n  {words}\n", "NUM004")
    assert lines_of(found, "NUM004") == [2] * is_found


def test_the_message_says_what_it_should_be() -> None:
    """With as many decimals as were typed."""
    (found,) = check_text("bottom_line: |\n  One ally pays 980 of 1,588 billion dollars, or 60.18 %.\n", "NUM004")
    assert "61.71 %" in found.message
