"""Finds which entry of a new list is which of an old one: by id, by its words, else by likeness; and which have moved."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

_ALIKE = 0.5
"""So much of their words, counted in both, have entries in common that are taken for one."""
_MOST_PAIRS = 4_000
"""Lists in which more pairs than these are left share too little to be worth the search."""


@dataclass(frozen=True, slots=True)
class Entry:
    """What an entry is known by: its id, the words that name it, and all that it says.

    With ``is_line`` it is one text and no more, which keeps its place when it is written anew.
    """

    id: str | None
    name: str
    words: str
    is_line: bool = False


@dataclass(frozen=True, slots=True)
class Matching:
    """Places in the old list and in the new one that hold the same entry, in the order of the new; which of them moved."""

    pairs: tuple[tuple[int, int], ...]
    moved: frozenset[int] = frozenset()
    """Places in the new list."""

    def list_dropped(self, count: int) -> list[int]:
        """Give the places of the old list, which has ``count`` entries, that hold what the new one has not."""
        return sorted(set(range(count)) - {old for old, _ in self.pairs})

    def list_added(self, count: int) -> list[int]:
        """Give the places of the new list, which has ``count`` entries, that hold what the old one had not."""
        return sorted(set(range(count)) - {new for _, new in self.pairs})


def match_entries(old: Sequence[Entry], new: Sequence[Entry]) -> Matching:
    """Give which entry is which; every one is matched at most once; those of different ids only where they say the same."""
    search = _Search(old, new)
    search.pair_equal([each.id for each in old], [each.id for each in new])
    search.pair_equal([each.words for each in old], [each.words for each in new], is_whole=True)
    search.pair_equal([each.name for each in old], [each.name for each in new])
    search.pair_alike()
    search.pair_rewritten()
    pairs = sorted(((i, j) for i, j in search.found.items()), key=lambda pair: pair[1])
    return Matching(tuple(pairs), frozenset(find_moved(pairs)))


def find_moved(pairs: Sequence[tuple[int, int]]) -> set[int]:
    """Give the fewest new places that have to move for the rest to stand in the old order; those in their old place stay first.

    ``pairs`` are old and new places, in the order of the new.
    """
    start, end = 0, len(pairs)
    ranks = {old: rank for rank, old in enumerate(sorted(old for old, _ in pairs))}
    order = [ranks[old] for old, _ in pairs]
    while start < end and order[start] == start:
        start += 1
    while end > start and order[end - 1] == end - 1:
        end -= 1
    stays = _find_longest_rise(order[start:end], start)
    return {new for number, (_, new) in enumerate(pairs[start:end]) if number not in stays}


def _find_longest_rise(order: Sequence[int], start: int) -> set[int]:
    """Give the numbers of the longest rising row; of several, that with most values in their place, counted from ``start``."""
    best: list[tuple[int, int, int]] = []
    for number, value in enumerate(order):
        is_in_place = int(value == start + number)
        before = max(((*best[i][:2], i) for i in range(number) if order[i] < value), default=(0, 0, -1))
        best.append((before[0] + 1, before[1] + is_in_place, before[2]))
    here = max(range(len(best)), key=lambda number: best[number][:2], default=-1)
    stays = set()
    while here >= 0:
        stays.add(here)
        here = best[here][2]
    return stays


@dataclass(slots=True)
class _Search:
    old: Sequence[Entry]
    new: Sequence[Entry]
    found: dict[int, int] = field(default_factory=dict)

    def pair_equal(self, old: Sequence[str | None], new: Sequence[str | None], *, is_whole: bool = False) -> None:
        """Pair entries that say the same of themselves, in their order; with ``is_whole`` it is all that a reader sees."""
        waiting: dict[str, list[int]] = {}
        for index, words in enumerate(new):
            if words and index not in self.found.values():
                waiting.setdefault(words, []).append(index)
        for index, words in enumerate(old):
            if index not in self.found and words:
                fitting = (each for each in waiting.get(words, ()) if is_whole or self._may_be_one(index, each))
                if (chosen := next(fitting, None)) is not None:
                    self.found[index] = chosen
                    waiting[words].remove(chosen)

    def pair_alike(self) -> None:
        """Pair the entries that are left and have most words in common, the likest first, then the nearest."""
        olds, news = self._list_left()
        if len(olds) * len(news) > _MOST_PAIRS:
            return
        bags = {index: Counter(self.old[index].words.split()) for index in olds}
        others = {index: Counter(self.new[index].words.split()) for index in news}
        ranked = sorted((-_liken(bags[i], others[j]), abs(i - j), i, j) for i in olds for j in news)
        for likeness, _, i, j in ranked:
            if -likeness < _ALIKE:
                break
            if i not in self.found and j not in self.found.values() and self._may_be_one(i, j):
                self.found[i] = j

    def pair_rewritten(self) -> None:
        """Pair lines that are left over in the same place, as many in the old list as in the new: they are written anew."""
        taken = {new: old for old, new in self.found.items()}
        olds, news = self._list_left()
        gaps: dict[int, list[int]] = {}
        for index in news:
            before = next((each for each in range(index - 1, -1, -1) if each in taken), -1)
            gaps.setdefault(before, []).append(index)
        gone: dict[int, list[int]] = {}
        for index in olds:
            gone.setdefault(next((self.found[i] for i in range(index - 1, -1, -1) if i in self.found), -1), []).append(
                index
            )
        for before, places in gaps.items():
            left = gone.get(before, [])
            if len(left) == len(places):
                self.found |= {i: j for i, j in zip(left, places, strict=True) if self._is_rewritten(i, j)}

    def _list_left(self) -> tuple[list[int], list[int]]:
        taken = set(self.found.values())
        olds = [index for index in range(len(self.old)) if index not in self.found]
        return olds, [index for index in range(len(self.new)) if index not in taken]

    def _may_be_one(self, old: int, new: int) -> bool:
        ids = {self.old[old].id, self.new[new].id} - {None}
        return len(ids) < len(("old", "new"))

    def _is_rewritten(self, old: int, new: int) -> bool:
        return self.old[old].is_line and self.new[new].is_line and self._may_be_one(old, new)


def _liken(old: Counter[str], new: Counter[str]) -> float:
    """Give how much of their words two entries share, from 0 to 1."""
    total = old.total() + new.total()
    return 2 * (old & new).total() / total if total else 0.0
