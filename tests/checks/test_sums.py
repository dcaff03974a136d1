"""A stated sum is judged by its parts, their rounding, and the words that make them parts of it."""

import pytest

from briefmaker.checks.sums import find_wrong_sums
from briefmaker.checks.text_in_brief import TextInBrief
from briefmaker.model.text import TextKind


def totals(words: str, language: str = "en") -> list[str]:
    """Give the totals of a text that are wrong."""
    text = TextInBrief("background", "background", TextKind.RICH, words, {})
    return [text.words[each.says.start : each.says.end] for each in find_wrong_sums(text, language)]


def test_two_vintages_of_one_sum_are_not_mixed() -> None:
    """Current prices and prices of 2021 each come out, and not one with the other."""
    assert totals("980 + 608 = 1,588 beside 845 + 559 = 1,404 at the prices of 2021.") == []
    assert totals("980 + 608 = 1,588 beside 845 + 559 = 1,588 at the prices of 2021.") == ["1,588"]


@pytest.mark.parametrize(("total", "is_wrong"), [("19", False), ("20", True), ("18", True), ("about 20", False)])
def test_whole_things_come_out_exactly(total: str, is_wrong: bool) -> None:
    """Unless the total is said to be about so many."""
    assert bool(totals(f"Poland sends 12 ships and Latvia 7, in total {total}.")) is is_wrong


@pytest.mark.parametrize(("total", "is_wrong"), [("6.1", False), ("6.2", False), ("6.3", True)])
def test_each_rounded_number_may_be_off_by_half_of_its_last_digit(total: str, is_wrong: bool) -> None:
    """Of three numbers with one decimal, by 0.15 together."""
    words = f"Loans of 4.1 billion and grants of 2.0 billion euros come to {total} billion euros in total."
    assert bool(totals(words)) is is_wrong


def test_some_of_a_whole_may_be_less_but_not_more() -> None:
    """``of which`` and ``including`` need not name all."""
    assert totals("It has 20 ships, of which 9 from Norway and 8 from Denmark.") == []
    assert totals("It has 20 ships, of which 12 from Norway and 11 from Denmark.") == ["20"]


def test_what_remains_makes_a_hundred() -> None:
    """As ``the rest`` and its like say."""
    assert totals("Gas makes up 45 %, coal 30 %, and wind the remaining 25 %.") == []
    assert totals("Gas makes up 45 %, coal 30 %, and wind the remaining 35 %.") == ["35 %"]


def test_french_is_read_in_its_own_digits() -> None:
    """With blanks between thousands and a comma before decimals."""
    assert totals("Ils versent 2,3 milliards et 1,4 milliard, soit 3,7 milliards au total.", "fr") == []
    assert totals("Ils versent 2,3 milliards et 1,4 milliard, soit 4,7 milliards au total.", "fr") == ["4,7 milliards"]


def test_another_language_is_not_guessed_at() -> None:
    """There are no words for it."""
    assert totals("980 + 608 = 1,590", "de") == []
