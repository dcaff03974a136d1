"""What stands within quotation marks is told from what stands beside them."""

import pytest

from briefmaker.checks.quotations import is_quoted


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("He said “Kiev” twice", True),
        ('He said "Kiev" twice', True),
        ("Il dit « Kiev »", True),
        ("He said ‘to Kiev, please’", True),
        ("Ukraine’s Kiev and Moldova’s Kyiv", False),
        ("“Yes”, said Kiev. “No.”", False),
        ('an inch is 1" and Kiev', False),
    ],
)
def test_a_place_is_quoted_or_not(words: str, expected: bool) -> None:
    """Apostrophes are no quotation marks, and a mark without its fellow quotes nothing."""
    assert is_quoted(words, words.index("Kiev")) is expected
