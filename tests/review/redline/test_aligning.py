"""Tests of aligning: both rows are given whole and in order, and what is one is paired."""

import random
from collections import Counter

from briefmaker.review.redline.aligning import Pair, align, liken_words


def align_words(old: list[str], new: list[str]) -> list[Pair]:
    """Align words, of which those that begin alike are alike."""
    return align(old, new, lambda word: word, lambda one, other: 0.5 if one[0] == other[0] else 0.0)


def test_both_rows_come_out_whole_and_in_order() -> None:
    """Three thousand random rows: each place of each is there once."""
    chance = random.Random(1)  # noqa: S311 - the same rows every time
    for _ in range(3000):
        old, new = ([chance.choice("abcde") * chance.randint(1, 2) for _ in range(chance.randint(0, 9))] for _ in "12")
        pairs = align_words(old, new)
        assert [i for i, _ in pairs if i is not None] == list(range(len(old)))
        assert [j for _, j in pairs if j is not None] == list(range(len(new)))
        assert all(old[i][0] == new[j][0] for i, j in pairs if i is not None and j is not None)


def test_what_is_equal_is_paired_around_what_is_new() -> None:
    """An entry that is put in leaves its neighbours as they were."""
    assert align_words(["a", "b", "c"], ["a", "x", "b", "c"]) == [(0, 0), (None, 1), (1, 2), (2, 3)]


def test_what_is_alike_is_paired_and_gone_comes_before_new() -> None:
    """A changed entry is one entry; others are told as gone, then as new."""
    assert align_words(["a1", "q"], ["a2", "z"]) == [(0, 0), (1, None), (None, 1)]


def test_very_many_that_differ_are_not_searched() -> None:
    """Two hundred against two hundred, none equal: the search for likeness is left out, and nothing is lost."""
    pairs = align_words([f"a{n}" for n in range(200)], [f"a-{n}" for n in range(200)])
    assert len(pairs) == 400


def test_words_are_counted_in_both() -> None:
    """Half of the words in common is half alike; nothing is like nothing."""
    assert liken_words(Counter(["a", "b"]), Counter(["a", "c"])) == 0.5
    assert liken_words(Counter(), Counter()) == 0.0
