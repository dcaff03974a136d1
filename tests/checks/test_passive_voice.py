"""Passive verbs are found whole, from the form of be to the participle."""

import pytest

from briefmaker.checks.checked_brief import CheckedBrief
from briefmaker.checks.passive_voice import find_passive_verbs
from briefmaker.checks.text_in_brief import TextInBrief
from briefmaker.model import Brief
from briefmaker.model.check_settings import CheckSettings, WordChoice
from briefmaker.model.text import TextKind

BRIEF = Brief.model_validate({"format": "1", "template": "meeting", "title": "Talks", "date": "2025-10-21"})


def find(typed: str, field: str = "summary", settings: CheckSettings | None = None) -> list[str]:
    """Give the passive verbs of a text."""
    text = TextInBrief(field, field, TextKind.RICH, typed, {})
    checked = CheckedBrief(BRIEF, (text,), settings=settings or CheckSettings())
    return [found.text.quote(found.stretch) for found in find_passive_verbs(checked, {"summary"})]


@pytest.mark.parametrize(
    ("typed", "verb"),
    [
        ("The text was signed.", "was signed"),
        ("The text has not yet been put to them.", "been put"),
        ("It is, as before, paid by Rome.", "is, as before, paid"),
        ("Were the new funds released?", "Were the new funds released"),
        ("When was the road closed by Kyiv?", "was the road closed"),
        ("It was once again, in part, funded.", "was once again, in part, funded"),
        ("They aren’t told.", "aren’t told"),
        ("It got voted down.", "got voted"),
        ("He is re-elected.", "is re-elected"),
        ("A fee was given to us.", "was given"),
    ],
)
def test_the_verb_is_found_whole(typed: str, verb: str) -> None:
    """With adverbs, asides and the subject of a question within."""
    assert find(typed) == [verb]


@pytest.mark.parametrize(
    "typed",
    [
        *(
            "Costs are increased tariffs.",
            "The list is here.\n\nClosed ports follow.",
            "It is; signed texts follow.",
            "Be it agreed",
        ),
        *(
            "The need is indeed great.",
            "It is very limited.",
            "He has got signed copies.",
            "A human being lost all.",
            "It is",
        ),
        *("It is EU-led.", "He is Ahmed.", "It is unfinished.", "Is he aware that they closed it?", "Is it"),
    ],
)
def test_what_only_looks_like_one_is_left_alone(typed: str) -> None:
    """Nouns with a participle, other sentences, adjectives, names; a text may end anywhere."""
    assert find(typed) == []


def test_how_an_adjective_is_left_alone_is_said_by_the_list() -> None:
    """Always, unless "by" follows, or only after a plain form of be."""
    assert find("He is concerned by it.") == []
    assert find("She is committed to it.") == []
    assert find("The port is closed.") == []
    assert find("He is opposed by all.") == ["is opposed"]
    assert find("The port has been closed.") == ["been closed"]


def test_only_some_fields_are_looked_at() -> None:
    """An entry with a marking of its own is in its list."""
    assert find("It was signed.", "background") == []
    assert find("It was signed.", "summary.text") == ["was signed"]


def test_both_lists_can_be_changed() -> None:
    """Phrases too; an adjective that a workspace adds is always left alone."""
    words = {
        "adjectival_participles": WordChoice(add={"seized of": ""}, leave=("located",)),
        "irregular_participles": WordChoice(add={"redacto": ""}),
    }
    settings = CheckSettings(words=words)
    assert find("We are seized of it. It is located there. It is redacto.", settings=settings) == [
        "is located",
        "is redacto",
    ]
