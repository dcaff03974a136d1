"""Numbers and fractions in words are read, and words that only look like them are left."""

import pytest

from briefmaker.checks.number_words import read_fractions, read_number_words


def test_numbers_in_words_are_read_in_both_languages() -> None:
    """From two up; thirds, and a hundred of something, are none."""
    english = "twelve ships, five pilots, two thirds, three hundred"
    assert [each.value for each in read_number_words(english, "en", 0, len(english))] == [12, 5]
    french = "douze frégates et huit corvettes"
    assert [each.value for each in read_number_words(french, "fr", 0, len(french))] == [12, 8]


@pytest.mark.parametrize(
    ("words", "percent"),
    [("seven in ten", 70), ("one in five", 20), ("a third of", 100 / 3), ("three quarters", 75), ("half of", 50)],
)
def test_a_fraction_in_words_is_a_share(words: str, percent: float) -> None:
    """In whatever way it is said."""
    (fraction,) = read_fractions(words, 0, len(words))
    assert fraction.percent == pytest.approx(percent)
    assert fraction.lowest < percent < fraction.highest


@pytest.mark.parametrize("words", ["half a million", "the first half of 2024", "half-hearted"])
def test_other_halves_are_no_shares(words: str) -> None:
    """Of a year, or of a million."""
    assert list(read_fractions(words, 0, len(words))) == []


def test_more_than_half_is_no_less() -> None:
    """And nearly half is no more."""
    (more,) = read_fractions("more than half", 0, 14)
    assert more.lowest == 50 < more.highest
    (nearly,) = read_fractions("nearly half", 0, 11)
    assert nearly.lowest < 50 == nearly.highest
