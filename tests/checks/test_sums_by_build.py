"""Sums that no word announces are found by how a sentence is built, and like sentences left."""

import pytest

from briefmaker.checks.sums import find_wrong_sums
from briefmaker.checks.text_in_brief import TextInBrief
from briefmaker.model.text import TextKind


def is_wrong(words: str) -> bool:
    """Tell whether a text has a wrong sum."""
    return any(find_wrong_sums(TextInBrief("background", "background", TextKind.RICH, words, {}), "en"))


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        (
            "Of 48 members, 31 were for, 9 against and 7 abstained.",
            "Of 48 members, 31 were for, 9 against and 8 abstained.",
        ),
        ("Ships with 40, 55 and 62 men brought 167 home.", "Ships with 40, 55 and 62 men brought 157 home."),
        ("The 25 posts: coast (11), river (9), lake (6).", "The 26 posts: coast (11), river (9), lake (6)."),
        ("Crops take 61 % of it, mines 24 % and homes 25 %.", "Crops take 61 % of it, mines 24 % and homes 15 %."),
        (
            "It has 27 members, 15 from A, 8 from B and 6 from C.",
            "It has 27 members, 15 from A, 8 from B and 4 from C.",
        ),
    ],
)
def test_each_build_is_judged(wrong: str, right: str) -> None:
    """Votes, rows, brackets, shares of one thing, parts told alike."""
    assert is_wrong(wrong)
    assert not is_wrong(right)


@pytest.mark.parametrize(
    "words",
    [
        "Of 120 schools, 70 have water, 60 power and 45 a library.",
        "Inflation is 41 % in Chad, 35 % in Mali and 30 % in Niger.",
        "Gas covers 45 % of heating in Berlin, 40 % in Munich and 30 % in Bonn.",
    ],
)
def test_what_overlaps_or_stands_elsewhere_makes_no_sum(words: str) -> None:
    """Near as the numbers may come."""
    assert not is_wrong(words)
