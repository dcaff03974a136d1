"""Sums that only the build of sentences tells are judged, and sentences built alike that are no sums are left."""

import pytest

from briefmaker.checks.sums import find_wrong_sums
from briefmaker.checks.text_in_brief import TextInBrief
from briefmaker.model.text import TextKind


def is_wrong(words: str, language: str = "en") -> bool:
    """Tell whether a text has a wrong sum."""
    return any(find_wrong_sums(TextInBrief("background", "background", TextKind.RICH, words, {}), language))


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        ("The budget is 1,404 billion (845 + 569).", "The budget is 1,404 billion (845 + 559)."),
        ("From sun (48 %), gas (31 %) and wind (24 %).", "From sun (48 %), gas (31 %) and wind (21 %)."),
        (
            "Invite 40 guests: 15 from Oslo, 15 from Rome and 20 from Riga.",
            "Invite 50 guests: 15 from Oslo, 15 from Rome and 20 from Riga.",
        ),
        (
            "The mission has 450 staff. Of these, 300 are soldiers, 90 police officers and 75 civilians.",
            "The mission has 450 staff. Of these, 300 are soldiers, 90 police officers and 60 civilians.",
        ),
        (
            "Norway took 120 people, Finland 85 and Iceland 20. In total 245 were moved.",
            "Norway took 120 people, Finland 85 and Iceland 20. In total 225 were moved.",
        ),
        (
            "Half of the 60 seats go to the north and 35 to the south.",
            "Half of the 60 seats go to the north and 30 to the south.",
        ),
        (
            "The committee has eleven members: a chair, two deputies and nine members.",
            "The committee has twelve members: a chair, two deputies and nine members.",
        ),
    ],
)
def test_each_build_is_judged(wrong: str, right: str) -> None:
    """A sum in brackets, shares in brackets, lists, the next sentence, the one before, fractions, things named singly."""
    assert is_wrong(wrong)
    assert not is_wrong(right)


@pytest.mark.parametrize(
    "words",
    [
        "The mission has 450 staff. It owns 200 vehicles and 230 tents.",
        "The mission has 450 staff. Of these, 300 are soldiers and 90 police officers.",
        "The army lost 30 tanks in May, 12 in June and 15 in July.",
        "The bill costs 60 million. The ministry asked for 40 million in 2024 and 25 million in 2025.",
        "The rate is 25 %, against 15 % in Chile and 12 % in Peru.",
    ],
)
def test_what_is_built_alike_and_is_no_sum_is_left(words: str) -> None:
    """Other things, some of the parts only, series, what was asked before, rates of several places."""
    assert not is_wrong(words)


def test_french_articles_are_one_word_of_a_list() -> None:
    """``des``, ``de`` and ``d’`` behind numbers tell them alike."""
    assert is_wrong("Inviter 40 personnes : 15 des ministères, 15 de l’industrie et 20 d’ailleurs.", "fr")
    assert not is_wrong("Inviter 50 personnes : 15 des ministères, 15 de l’industrie et 20 d’ailleurs.", "fr")
