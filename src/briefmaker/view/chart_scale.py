"""The axis of values of a chart: ends and steps that are round numbers, with zero where lengths are compared."""

import math
from collections.abc import Sequence

from briefmaker.view.chart_shape import ChartScale, Tick
from briefmaker.view.printed_numbers import NumberPrinter

_STEPS = (1, 2, 2.5, 5, 10)
_MOST_STEPS = 5


def make_scale(values: Sequence[float], printer: NumberPrinter, *, has_zero: bool) -> ChartScale:
    """Give a scale from a round number below all values to one above; ``has_zero`` for bars, whose lengths count.

    A line shows zero too where its lowest value is nearer to zero than to the highest.
    """
    lowest, highest = min(values), max(values)
    if has_zero or 0 < lowest < highest - lowest or highest - lowest > -highest > 0:
        lowest, highest = min(lowest, 0.0), max(highest, 0.0)
    highest = highest or float(lowest == 0)
    step = _choose_step(highest - lowest or abs(highest))
    first, last = math.floor(_even(lowest / step)), math.ceil(_even(highest / step))
    last = max(last, first + 1)
    marks = [_even(number * step) for number in range(first, last + 1)]
    written = printer.write_steps(marks)
    return ChartScale(marks[0], marks[-1], step, tuple(map(Tick, marks, written)), printer.steps_format(marks))


def _choose_step(span: float) -> float:
    """Give the smallest round step that divides a span into five or fewer."""
    rough = span / _MOST_STEPS
    power = 10.0 ** math.floor(math.log10(rough))
    return _even(min(step for step in _STEPS if step * power >= rough * (1 - 1e-9)) * power)


def _even(number: float) -> float:
    """Give a number without what binary fractions add to it: 0.3 for 0.30000000000000004."""
    return float(f"{number:.12g}")
