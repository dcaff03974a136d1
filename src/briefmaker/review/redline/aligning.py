"""Aligns two rows of things, such as paragraphs or the rows of a table: which is which, what is gone, what is new."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Hashable, Iterator, Sequence
from typing import Generic, TypeVar

T = TypeVar("T")

Pair = tuple[int | None, int | None]
"""A place in the old row and one in the new; None where the thing is not there."""

_MOST_PAIRS = 10_000
"""Stretches with more pairs than these are not searched for likeness: what differs in them is told as gone and new."""


def align(
    old: Sequence[T],
    new: Sequence[T],
    identify: Callable[[T], Hashable],
    liken: Callable[[T, T], float],
) -> list[Pair]:
    """Give both rows as one, in the order of each: pairs of the same thing, and single ones, those gone before those new.

    ``identify`` gives what two equal things have in common; ``liken`` says how much two others are alike, from 0, which is
    never a pair, to 1.
    """
    # By numbers, as what is equal may be long, and is asked for its hash again and again.
    numbers: dict[Hashable, int] = {}
    old_keys, new_keys = ([numbers.setdefault(identify(each), len(numbers)) for each in row] for row in (old, new))
    return [*_Alignment(old, new, old_keys, new_keys, liken).find(0, len(old), 0, len(new))]


class _Alignment(Generic[T]):
    def __init__(
        self,
        old: Sequence[T],
        new: Sequence[T],
        old_keys: Sequence[int],
        new_keys: Sequence[int],
        liken: Callable[[T, T], float],
    ) -> None:
        self._old, self._new = old, new
        self._old_keys, self._new_keys = old_keys, new_keys
        self._liken = liken

    def find(self, i: int, i_end: int, j: int, j_end: int) -> Iterator[Pair]:
        """Align two stretches: what is equal at both ends, what is equal and there once, then what is alike."""
        while i < i_end and j < j_end and self._old_keys[i] == self._new_keys[j]:
            yield (i, j)
            i, j = i + 1, j + 1
        ending = 0
        while i < i_end - ending and j < j_end - ending and self._is_equal_before(i_end - ending, j_end - ending):
            ending += 1
        i_end, j_end = i_end - ending, j_end - ending
        anchors = self._find_anchors(i, i_end, j, j_end)
        if anchors:
            for here, there in [*anchors, (i_end, j_end)]:
                yield from self.find(i, here, j, there)
                if here < i_end:
                    yield (here, there)
                i, j = here + 1, there + 1
        else:
            yield from self._find_alike(i, i_end, j, j_end)
        yield from ((i_end + k, j_end + k) for k in range(ending))

    def _is_equal_before(self, i: int, j: int) -> bool:
        return self._old_keys[i - 1] == self._new_keys[j - 1]

    def _find_anchors(self, i: int, i_end: int, j: int, j_end: int) -> list[tuple[int, int]]:
        """Give the equal things that are there once in each stretch, the most of them that stand in one order."""
        old, new = Counter(self._old_keys[i:i_end]), Counter(self._new_keys[j:j_end])
        places = {key: place for place, key in enumerate(self._new_keys[j:j_end], start=j) if new[key] == 1}
        pairs = [
            (place, places[key])
            for place, key in enumerate(self._old_keys[i:i_end], start=i)
            if old[key] == 1 and key in places
        ]
        return _keep_rising(pairs)

    def _find_alike(self, i: int, i_end: int, j: int, j_end: int) -> Iterator[Pair]:
        """Pair the likest things in one order, by the heaviest path through all pairs."""
        rows, columns = i_end - i, j_end - j
        if not rows or not columns or rows * columns > _MOST_PAIRS:
            yield from ((each, None) for each in range(i, i_end))
            yield from ((None, each) for each in range(j, j_end))
            return
        likeness = [[self._weigh(i + row, j + column) for column in range(columns)] for row in range(rows)]
        best = _sum_up(likeness, rows, columns)
        row = column = 0
        gone: list[Pair] = []
        come: list[Pair] = []
        while row < rows or column < columns:
            here = best[row][column]
            if row < rows and column < columns and _is_pair(likeness, best, row, column):
                yield from (*gone, *come, (i + row, j + column))
                gone, come = [], []
                row, column = row + 1, column + 1
            elif row < rows and best[row + 1][column] == here:
                gone.append((i + row, None))
                row += 1
            else:
                come.append((None, j + column))
                column += 1
        yield from (*gone, *come)

    def _weigh(self, i: int, j: int) -> float:
        if self._old_keys[i] == self._new_keys[j]:
            return 1.0
        return self._liken(self._old[i], self._new[j])


def _sum_up(likeness: list[list[float]], rows: int, columns: int) -> list[list[float]]:
    """Give the greatest sum that can still be reached from each place."""
    best = [[0.0] * (columns + 1) for _ in range(rows + 1)]
    for row in range(rows - 1, -1, -1):
        below, here, likely = best[row + 1], best[row], likeness[row]
        for column in range(columns - 1, -1, -1):
            skipped = max(below[column], here[column + 1])
            paired = below[column + 1] + likely[column]
            here[column] = paired if likely[column] and paired > skipped else skipped
    return best


def _is_pair(likeness: list[list[float]], best: list[list[float]], row: int, column: int) -> bool:
    paired = best[row + 1][column + 1] + likeness[row][column]
    skipped = max(best[row + 1][column], best[row][column + 1])
    return likeness[row][column] > 0 and paired > skipped


def _keep_rising(pairs: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """Give the longest part of pairs, ordered by their first, whose second ones rise too (patience sorting)."""
    ends: list[int] = []
    numbers: list[int] = []
    before: list[int] = []
    for number, (_, place) in enumerate(pairs):
        rank = bisect_left(ends, place)
        before.append(numbers[rank - 1] if rank else -1)
        ends[rank:] = [place, *ends[rank + 1 :]]
        numbers[rank:] = [number, *numbers[rank + 1 :]]
    kept: list[tuple[int, int]] = []
    here = numbers[-1] if numbers else -1
    while here >= 0:
        kept.append(pairs[here])
        here = before[here]
    return kept[::-1]


def liken_words(old: Counter[str], new: Counter[str]) -> float:
    """Give how many of their words two texts share, from 0 to 1."""
    total = old.total() + new.total()
    return 2 * (old & new).total() / total if total else 0.0


_LEAST_WORDS = 8
_LEAST_SHARED, _MOSTLY_WITHIN = 0.3, 0.6
"""Of the words of two texts, so many have to be shared, or of those of the shorter one, for both to be read as one."""


def is_replaced(old: Counter[str], new: Counter[str]) -> bool:
    """Tell whether a longer text has so few words of another that it stands in its place, and is not more or less of it."""
    is_longer = min(old.total(), new.total()) >= _LEAST_WORDS
    return is_longer and share_too_little((old & new).total(), old.total(), new.total())


def share_too_little(shared: int, old: int, new: int) -> bool:
    """Tell by how many words two texts have, and share, whether reading them as one makes no sense."""
    return 2 * shared < _LEAST_SHARED * (old + new) and shared < _MOSTLY_WITHIN * min(old, new)
