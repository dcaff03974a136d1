"""The fewest moves that explain a new order."""

import itertools

import pytest

from briefmaker.review.moved import find_moved


def carry_out(before: list[int], moves: list[tuple[int, int | None]]) -> list[int]:
    """Move entries one after the other."""
    order = list(before)
    for entry, behind in moves:
        order.remove(entry)
        order.insert(order.index(behind) + 1 if behind is not None else 0, entry)
    return order


@pytest.mark.parametrize("after", list(itertools.permutations(range(5))))
def test_the_moves_lead_to_the_new_order(after: tuple[int, ...]) -> None:
    """Whatever it is; and an entry that can stay does."""
    before = list(range(5))
    moves = list(find_moved(before, after))
    assert carry_out(before, moves) == list(after)
    assert len(moves) < 5


def test_one_move_is_one() -> None:
    """Not four of the others."""
    assert list(find_moved([0, 1, 2, 3], [1, 2, 3, 0])) == [(0, 3)]
    assert list(find_moved([0, 1], [0, 1])) == []
