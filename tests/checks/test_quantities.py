"""Numbers of a text are read with unit, scale and rounding, and what counts nothing is told apart."""

import pytest

from briefmaker.checks.quantities import Quantity, read_quantities, read_value


def only(words: str, language: str = "en") -> Quantity:
    """Give the one number that a text has."""
    (number,) = read_quantities(words, language)
    return number


@pytest.mark.parametrize(
    ("words", "language", "value", "step", "unit"),
    [
        ("1,588", "en", 1588, 1, ""),
        ("1 588", "en", 1588, 1, ""),
        ("1 588", "fr", 1588, 1, ""),
        ("3.19 %", "en", 3.19, 0.01, "%"),
        ("3,19 %", "fr", 3.19, 0.01, "%"),
        ("61 per cent", "en", 61, 1, "%"),
        ("61 pour cent", "fr", 61, 1, "%"),
        ("€2.1bn", "en", 2.1e9, 1e8, "euro"),
        ("US$6.4 billion", "en", 6.4e9, 1e8, "dollar"),
        ("EUR 420 million", "en", 4.2e8, 1e6, "euro"),
        ("980 billion dollars", "en", 9.8e11, 1e9, "dollar"),
        ("1 590 milliards d’euros", "fr", 1.59e12, 1e9, "euro"),
        ("40k", "en", 40_000, 1_000, ""),
    ],
)
def test_a_number_has_its_value_its_unit_and_what_its_last_digit_counts(
    words: str, language: str, value: float, step: float, unit: str
) -> None:
    """In the way of writing of each language."""
    number = only(words, language)
    assert number.value == pytest.approx(value)
    assert number.step == pytest.approx(step)
    assert number.unit == unit
    assert number.end == len(words)


@pytest.mark.parametrize("words", ["in 2024", "Article 5", "22 October", "October 22,", "No. 7", "3 and 4 May"])
def test_years_days_and_numbers_of_articles_count_nothing(words: str) -> None:
    """A rule that adds up leaves them out."""
    numbers = read_quantities(words, "en")
    assert numbers
    assert not any(number.counts for number in numbers)


@pytest.mark.parametrize("words", ["F-16", "2024/1252", "15:00", "covid-19", "a 12-month plan", "SN06981"])
def test_digits_within_names_and_hours_are_no_numbers(words: str) -> None:
    """Nor is what a hyphen joins to a word."""
    assert read_quantities(words, "en") == ()


@pytest.mark.parametrize(
    ("words", "is_about"),
    [("about 20", True), ("more than 2 billion", True), ("up to 20", True), ("add up to 20", False), ("has 20", False)],
)
def test_words_before_a_number_say_that_it_is_about_so_much(words: str, is_about: bool) -> None:
    """But the verb to add up says nothing of the kind."""
    assert only(words).is_about is is_about


def test_whole_numbers_of_things_are_not_rounded() -> None:
    """Billions, decimals and percentages are, by half of the last digit."""
    assert only("12 ships").slack == 0
    assert only("12 billion").slack == pytest.approx(5e8)
    assert only("2.5").slack == pytest.approx(0.05)
    assert only("40 %").slack == pytest.approx(0.5)


def test_a_cell_is_a_number_or_none() -> None:
    """Emphasis does not matter, words beside it do."""
    total = read_value("**4,100**", "en")
    assert total is not None
    assert total.value == 4100
    assert read_value("12 or so", "en") is None
    assert read_value("n/a", "en") is None
