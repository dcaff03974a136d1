"""Figures that count or measure are found, and numbers that name or date something are not."""

import pytest

from briefmaker.checks.claim_words import load_claim_words
from briefmaker.checks.figures_in_text import find_figure
from briefmaker.checks.sentences import Stretch
from briefmaker.checks.written_dates import find_dates


def figure(words: str, language: str = "en") -> str | None:
    """Give the first figure of a sentence."""
    dates = tuple(find_dates(words, 0, len(words), language))
    found = find_figure(words, Stretch(0, len(words)), dates, load_claim_words(language))
    return words[found.start : found.end] if found else None


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("up 3.4 per cent", "3.4 per cent"),
        ("some 4,000 came", "4,000"),
        ("$87 billion", "$87 billion"),
        ("cut 1,200 posts", "1,200"),
        ("a 5 % clause", "5 %"),
        ("within 24 hours", "24"),
    ],
)
def test_figures_are_found_with_their_units(words: str, expected: str) -> None:
    """Large ones without a unit too."""
    assert figure(words) == expected


@pytest.mark.parametrize(
    "words",
    [
        "on 22 October 2025",
        "since 2014",
        "article 14",
        "at 15:00",
        "COVID-19",
        "the G20",
        "F-35 jets",
        "2 annexes",
        "room 12",
    ],
)
def test_what_names_or_dates_is_none(words: str) -> None:
    """Nor is a small number without a unit."""
    assert figure(words) is None


def test_french_parts_thousands_with_blanks_and_knows_its_hours() -> None:
    """A comma begins decimals."""
    assert figure("plus de 60 000 personnes", "fr") == "60 000 personnes"
    assert figure("1,4 million d'enfants", "fr") == "1,4 million"
    assert figure("à 15 heures", "fr") is None
