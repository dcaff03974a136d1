"""Which entries of a list were moved: the fewest that explain its new order."""

from collections.abc import Iterator, Sequence


def find_moved(before: Sequence[int], after: Sequence[int]) -> Iterator[tuple[int, int | None]]:
    """Give the entries that were moved, the fewest that explain the new order, each with the one that it comes behind."""
    kept = _longest_rising([before.index(each) for each in after])
    still = {before[place] for place in kept}
    for place, each in enumerate(after):
        if each not in still:
            yield each, after[place - 1] if place else None


def _longest_rising(numbers: Sequence[int]) -> list[int]:
    """Give the longest row of numbers that rise from one to the next."""
    best: list[list[int]] = []
    for number in numbers:
        longest = max((row for row in best if row[-1] < number), key=len, default=[])
        best.append([*longest, number])
    return max(best, key=len, default=[])
