"""Moves labels apart that would stand on one another."""

from collections.abc import Sequence


def spread_out(middles: Sequence[float], heights: Sequence[float], top: float, bottom: float) -> list[float]:
    """Give the top of each label, as near to its wished middle as can be, none over another and none outside.

    Where all together are higher than the room they begin at its top.
    """
    order = sorted(range(len(middles)), key=lambda each: middles[each])
    tops = [0.0] * len(middles)
    free = top
    for each in order:
        tops[each] = max(middles[each] - heights[each] / 2, free)
        free = tops[each] + heights[each]
    end = bottom
    for each in reversed(order):
        tops[each] = max(min(tops[each], end - heights[each]), top)
        end = tops[each]
    return tops
