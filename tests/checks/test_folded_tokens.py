"""Number words, per cent and hyphens are one and the same to a register."""

import pytest

from briefmaker.checks.folded_tokens import fold_tokens, iterate_spellings


@pytest.mark.parametrize(
    ("words", "folded"),
    [
        ("thirty-two Allies", ["32", "allies"]),
        ("a 30-member alliance", ["a", "30", "member", "alliance"]),
        ("two per cent", ["2", "%"]),
        ("2% of GDP", ["2", "%", "of", "gdp"]),
        ("a 2-percent goal", ["a", "2", "%", "goal"]),
        ("NATO’s twenty", ["nato's", "20"]),
        ("thirty, two", ["30", ",", "2"]),
        ("30,000 men", ["30,000", "men"]),
    ],
)
def test_words_are_folded(words: str, folded: list[str]) -> None:
    """As a register compares them; a comma parts a number word from the next."""
    assert [token.folded for token in fold_tokens(words)] == folded


def test_places_are_those_of_the_text() -> None:
    """Also of two words that are one."""
    (token,) = fold_tokens("all thirty-two", 4)
    assert (token.start, token.end) == (4, 14)


def test_a_number_may_begin_with_its_word() -> None:
    """With the tens of one above twenty."""
    assert list(iterate_spellings("31")) == ["31", "thirty"]
    assert list(iterate_spellings("12")) == ["12", "twelve"]
    assert list(iterate_spellings("310")) == ["310"]
