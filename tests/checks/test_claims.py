"""Each kind of claim is told by its sign, and none where a sentence asks, judges or orders."""

import datetime

import pytest

from briefmaker.checks.claims import ClaimFinder
from briefmaker.checks.text_in_brief import TextInBrief, WordIndex
from briefmaker.model.text import TextKind


def kind_of(sentence: str, language: str = "en", *days: datetime.date) -> tuple[str, str] | None:
    """Give kind and sign of the claim of a sentence."""
    text = TextInBrief("background", "background", TextKind.RICH, sentence, {})
    found = ClaimFinder(WordIndex((text,)), language, frozenset(days)).find(text, text.sentences[0])
    return (found.kind, text.quote(found.stretch)) if found else None


@pytest.mark.parametrize(
    ("sentence", "kind", "sign"),
    [
        ("Exports fell by 14 %.", "figure", "14 %"),
        ("The bank lent €200m.", "figure", "€200m"),
        ("Two thirds have none.", "figure", "Two thirds"),
        ("Three of the five parties oppose it.", "figure", "Three of the five"),
        ("The minister said that talks would resume.", "statement", "said"),
        ("According to the bank all is well.", "statement", "According to"),
        ("A survey found support.", "survey", "survey"),
        ("The treaty bans such weapons.", "rule", "treaty bans"),
        ("Under Article 5, an attack is met by all.", "rule", "Under Article"),
        ("It is the most populous country.", "comparison", "most populous"),
        ("The Council adopted it on 3 May 2024.", "event", "3 May 2024"),
    ],
)
def test_a_claim_is_told_by_its_sign(sentence: str, kind: str, sign: str) -> None:
    """Of each kind, with the words that show it."""
    assert kind_of(sentence) == (kind, sign)


@pytest.mark.parametrize(
    "sentence",
    [
        "Did exports fall by 14 %?",
        "We expect a fall of 14 %.",
        "Exports could fall by 14 %.",
        "Ask for the 14 % back.",
        "You took 14 % of it.",
        "“Exports fell by 14 %.”",
        "What fell by 14 %:",
        "The stated aim is peace.",
        "The largest obstacle is distrust.",
        "Nothing that he said of it is on file.",
        "The talks under the treaty go on.",
        "Article 12 and option 14 stay.",
    ],
)
def test_what_is_asked_judged_ordered_or_said_aloud_is_no_claim(sentence: str) -> None:
    """Nor are a heading, an adjective, an opinion and the number of an article."""
    assert kind_of(sentence) is None


def test_the_days_of_the_brief_itself_are_no_events() -> None:
    """Others are."""
    day = datetime.date(2025, 10, 22)
    assert kind_of("The talks were set for 22 October 2025.", "en", day) is None
    assert kind_of("The talks were set for 23 October 2025.", "en", day) == ("event", "23 October 2025")


def test_french_says_it_with_an_auxiliary() -> None:
    """The participle alone is an adjective."""
    assert kind_of("Le ministre a annoncé une taxe.", "fr") == ("statement", "annoncé")
    assert kind_of("La taxe annoncée par le ministre déplaît.", "fr") is None
