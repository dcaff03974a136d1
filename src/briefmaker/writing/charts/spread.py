"""Moves labels apart that would stand on one another."""

from collections.abc import Sequence


def move_apart(middles: Sequence[float], heights: Sequence[float], bottom: float) -> list[float]:
    """Give how far down each label moves from its wished middle, between 0 and the bottom."""
    tops = spread_out(middles, heights, 0, bottom)
    return [round(top + height / 2 - middle, 2) for top, height, middle in zip(tops, heights, middles, strict=True)]


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
