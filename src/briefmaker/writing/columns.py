"""Shares the width of a table among its columns, alike on the page and in Word."""

from collections.abc import Sequence

_NARROWEST, _WIDEST = 5, 60
_GAP = 3
"""Room beside the letters of a column, in letters, so that a word as long as its column is not cut."""


def weigh_columns(lengths: Sequence[Sequence[int]]) -> list[int]:
    """Give the weight of each column by its longest text, so that none starves and none takes all.

    ``lengths`` holds the number of characters of each cell, row by row.
    """
    longest = (max(row[column] for row in lengths) for column in range(len(lengths[0])))
    return [min(max(length, _NARROWEST), _WIDEST) + _GAP for length in longest]
