"""Labels are moved apart, and no further than they have to."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as some

from briefmaker.writing.charts.spread import move_apart, spread_out


def test_labels_that_stand_clear_stay_where_they_are() -> None:
    """Their middles are as wished."""
    assert spread_out([20, 60, 100], [10, 10, 10], 0, 120) == [15, 55, 95]
    assert move_apart([20, 60, 100], [10, 10, 10], 120) == [0, 0, 0]


def test_labels_on_one_another_are_moved_in_their_order() -> None:
    """The lower one moves down, and up again where the room ends."""
    assert spread_out([50, 48], [10, 10], 0, 100) == [53, 43]
    assert spread_out([99, 98], [10, 10], 0, 100) == [90, 80]


@given(some.lists(some.floats(0, 100), min_size=1, max_size=8))
def test_no_label_stands_on_another_or_outside(middles: list[float]) -> None:
    """As long as all of them have room."""
    tops = sorted(spread_out(middles, [10.0] * len(middles), 0, 100))
    assert tops[0] >= 0
    assert tops[-1] <= 90.001
    assert all(after - before >= 9.999 for before, after in pairwise(tops))
