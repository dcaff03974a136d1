"""A sum may be off by what rounding is likely to have moved it, and two amounts that were set by nothing."""

import pytest

from briefmaker.checks.quantities import read_quantities
from briefmaker.checks.stated_sums import StatedSum


def stated(words: str) -> StatedSum:
    """Make a sum of the numbers of a text, the last of them the total."""
    *parts, total = read_quantities(words, "en")
    return StatedSum(tuple(parts), total.value, total, total.slack)


@pytest.mark.parametrize(
    ("words", "fits"),
    [
        ("2.1 million, 1.4 million, 0.9 million: 4.5 million", True),
        ("2.1 million, 1.4 million, 0.9 million: 4.6 million", False),
        ("14 million, 18 million: 32 million", True),
        ("14 million, 18 million: 31 million", False),
        ("845 billion, 559 billion: 1,405 billion", True),
        ("14, 18: 33", False),
    ],
)
def test_rounding_explains_so_much(words: str, fits: bool) -> None:
    """Of four numbers hardly two units of the last digit."""
    assert stated(words).fits is fits


def test_halves_of_all_last_digits_together_may_explain_more() -> None:
    """Where the text says that it is rounded."""
    assert stated("2.1 million, 1.4 million, 0.9 million: 4.6 million").may_be_rounded
    assert not stated("2.1 million, 1.4 million: 4.6 million").may_be_rounded
