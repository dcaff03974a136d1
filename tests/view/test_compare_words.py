"""Two texts compared word by word: exact to the character, and told as a reader would tell it."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefmaker.view.compare_words import RunKind, WordRun, compare_words

PIECES = (
    "a",
    "the",
    "word",
    "2 %",
    "3.5",
    "well-known",
    "é",
    "e\u0301",
    "שָׁלוֹם",
    "الماء",
    " ",
    "  ",
    "\n",
    "\u00a0",
    ",",
    ".",
    "’",
    "(",
)
TEXTS = st.one_of(st.text(max_size=40), st.lists(st.sampled_from(PIECES), max_size=25).map("".join))


def join(runs: tuple[WordRun, ...], *kinds: RunKind) -> str:
    """Give the words of the runs of these kinds."""
    return "".join(run.words for run in runs if run.kind in kinds)


@given(TEXTS, TEXTS)
def test_both_texts_come_out_to_the_character(before: str, after: str) -> None:
    """Same and gone are the old one, same and new the new one, whatever stands in them; no run is empty."""
    runs = compare_words(before, after)
    assert join(runs, RunKind.SAME, RunKind.GONE) == before
    assert join(runs, RunKind.SAME, RunKind.NEW) == after
    assert all(run.words for run in runs)


@given(TEXTS, TEXTS)
def test_runs_of_one_kind_are_one_and_what_is_gone_comes_first(before: str, after: str) -> None:
    """So that a redline has as few pieces as there are changes."""
    kinds = [run.kind for run in compare_words(before, after)]
    assert all(one is not other for one, other in pairwise(kinds))
    assert (RunKind.NEW, RunKind.GONE) not in list(pairwise(kinds))


@given(TEXTS)
def test_the_same_text_is_one_run_that_stayed(text: str) -> None:
    """Nothing is told where nothing changed."""
    assert compare_words(text, text) == ((WordRun(RunKind.SAME, text),) if text else ())


@pytest.mark.parametrize(
    ("before", "after", "told"),
    [
        ("We want a date.", "We want a firm date.", [("same", "We want a"), ("new", " firm"), ("same", " date.")]),
        ("It is likely.", "It is likely to grow.", [("same", "It is likely"), ("new", " to grow"), ("same", ".")]),
        ("Spend 2.1 %", "Spend 2.2 %", [("same", "Spend "), ("gone", "2.1"), ("new", "2.2"), ("same", " %")]),
        ("one  two", "one two", [("same", "one"), ("gone", "  "), ("new", " "), ("same", "two")]),
        ("all old", "quite new", [("gone", "all old"), ("new", "quite new")]),
    ],
)
def test_changes_are_told_by_whole_words(before: str, after: str, told: list[tuple[str, str]]) -> None:
    """A number is one word, a full stop is one of its own, and blanks belong to what changed."""
    runs = [(run.kind.value, run.words) for run in compare_words(before, after)]
    assert runs == told


def test_a_word_that_stays_by_chance_in_a_rewritten_sentence_is_told_with_it() -> None:
    """Three words before and after it are others; to keep it would leave a patchwork."""
    runs = compare_words("Ships from the north of Spain", "Trains out to the coast every day")
    assert [run.kind for run in runs] == [RunKind.GONE, RunKind.NEW]


@pytest.mark.parametrize("times", [1500, 20])
def test_a_text_of_few_words_that_repeat_comes_to_an_end(times: int) -> None:
    """To look at every pair of equal words would take minutes; it is exact all the same, and one change is one."""
    before, after = "the of and " * times, "of the and to " * times
    runs = compare_words(before, after)
    assert join(runs, RunKind.SAME, RunKind.GONE) == before
    assert join(runs, RunKind.SAME, RunKind.NEW) == after
    middle = compare_words(before + "old " + before, before + "new " + before)
    assert [run.words for run in middle if run.kind is not RunKind.SAME] == ["old", "new"]
