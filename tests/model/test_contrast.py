"""The contrast of two colours, by WCAG's own numbers."""

import pytest

from briefmaker.model.contrast import WHITE, find_darker, find_lighter, find_paler, measure_contrast

# Pairs whose ratio is known: the ends of the scale, the greys that just pass and just fail AA, and pure colours.
KNOWN = [
    ("#000000", WHITE, 21.0),
    (WHITE, WHITE, 1.0),
    ("#767676", WHITE, 4.54),
    ("#777777", WHITE, 4.48),
    ("#949494", WHITE, 3.03),
    ("#959595", WHITE, 2.995),
    ("#ff0000", WHITE, 3.998),
    ("#008000", WHITE, 5.14),
    ("#0000ff", WHITE, 8.59),
    ("#ffff00", "#0000ff", 8.00),
    ("#ff0000", "#0000ff", 2.15),
]


@pytest.mark.parametrize(("one", "other", "ratio"), KNOWN)
def test_known_pairs_have_their_known_ratio(one: str, other: str, ratio: float) -> None:
    """Whichever colour is named first."""
    assert measure_contrast(one, other) == pytest.approx(ratio, abs=0.005)
    assert measure_contrast(other, one) == measure_contrast(one, other)


def test_the_nearest_that_passes_is_one_step_from_one_that_does_not() -> None:
    """The grey that fails by a hair becomes the one that passes by a hair; what passes already stays."""

    def passes(tried: str) -> bool:
        return measure_contrast(tried, WHITE) >= 4.5

    assert find_darker("#777777", passes) == "#767676"
    assert find_darker("#767676", passes) == "#767676"
    orange = find_darker("#e67e22", passes)
    assert orange is not None
    assert passes(orange)
    red, green, blue = (int(orange[at : at + 2], 16) for at in (1, 3, 5))
    assert red > green > blue


def test_where_nothing_passes_there_is_none() -> None:
    """Black on a dark ground is no better than grey."""
    assert find_darker("#777777", lambda tried: measure_contrast(tried, "#333333") >= 4.5) is None
    assert find_lighter("#777777", lambda tried: measure_contrast(tried, "#333333") >= 4.5) is not None


def test_a_paler_colour_keeps_the_contrast_asked_for() -> None:
    """It is as pale as can be, and one that has less stays as it is."""
    paler = find_paler("#1b365d", 3)
    assert 3 <= measure_contrast(paler, WHITE) < 3.1
    assert find_paler("#1b365d", 21) == "#1b365d"
    assert find_paler("#1b365d", 1) == WHITE
