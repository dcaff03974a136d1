"""The axis of values: round ends, round steps, zero where lengths are compared."""

import pytest
from babel import Locale

from briefmaker.view.chart_scale import make_scale
from briefmaker.view.printed_numbers import NumberPrinter

PRINTER = NumberPrinter(Locale("en"), 2, is_share=False)

SCALES = [
    ([1.4, 2.2], True, (0, 2.5, 0.5)),
    ([4.48, 0.88], True, (0, 5, 1)),
    ([-1.5, 2.5], True, (-2, 3, 1)),
    ([-3, -7], True, (-8, 0, 2)),
    ([0, 0], True, (0, 1, 0.2)),
    ([100, 104], False, (100, 104, 1)),
    ([61.3, 80.1], False, (60, 85, 5)),
    ([5, 90], False, (0, 100, 20)),
    ([1e9, 9e9], True, (0, 10e9, 2e9)),
    ([0.0001, 0.0003], True, (0, 0.0003, 0.0001)),
    ([7], False, (6, 8, 2)),
]


@pytest.mark.parametrize(("values", "has_zero", "expected"), SCALES)
def test_a_scale_has_round_ends_around_all_values(
    values: list[float], has_zero: bool, expected: tuple[float, float, float]
) -> None:
    """Its ticks go from end to end at one step, at most six of them."""
    scale = make_scale(values, PRINTER, has_zero=has_zero)
    assert (scale.low, scale.high, scale.step) == expected
    assert scale.low <= min(values) <= max(values) <= scale.high
    assert [tick.value for tick in scale.ticks][:: len(scale.ticks) - 1] == [scale.low, scale.high]
    assert 2 <= len(scale.ticks) <= 7
