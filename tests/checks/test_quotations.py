"""Words in quotation marks are somebody else's, unless the whole paragraph is a quotation."""

import pytest

from briefmaker.checks.quotations import is_anothers, is_quoted
from briefmaker.checks.sentences import Stretch
from briefmaker.checks.text_in_brief import TextInBrief
from briefmaker.model.text import TextKind


def is_quoted_in(typed: str, words: str) -> bool:
    """Tell whether words of a rich text are quoted."""
    text = TextInBrief("background", "background", TextKind.RICH, typed, {})
    start = text.words.index(words)
    return is_anothers(text, Stretch(start, start + len(words)))


@pytest.mark.parametrize(
    "typed",
    [
        "He said: “We leverage it all.”",
        'He said: "We leverage it all."',
        "He said: ‘We don’t leverage it all.’",
        "He said: 'We don't leverage it all.'",
        "Il a dit : « We leverage it all. »",
    ],
)
def test_words_within_quotation_marks_are_quoted(typed: str) -> None:
    """With each kind of marks, also where an apostrophe stands within."""
    assert is_quoted_in(typed, "leverage")
    assert not is_quoted_in(f"{typed} Then we utilise it.", "utilise")


def test_a_paragraph_that_is_one_quotation_is_our_own() -> None:
    """Lines to be said are often typed so."""
    assert not is_quoted_in("“We leverage it all.”", "leverage")
    assert not is_quoted_in("He came.\n\n“We leverage it all”.", "leverage")


def test_an_apostrophe_opens_no_quotation() -> None:
    """Nor does a mark in another paragraph."""
    assert not is_quoted_in("The allies' leverage and the states' ships.", "leverage")
    assert not is_quoted_in('A 12" gun.\n\nWe leverage it. A 13" gun.', "leverage")


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("He said “Kiev” twice", True),
        ('He said "Kiev" twice', True),
        ("Il dit « Kiev »", True),
        ("He said ‘to Kiev, please’", True),
        ("Ukraine’s Kiev and Moldova’s Kyiv", False),
        ("“Yes”, said Kiev. “No.”", False),
        ('an inch is 1" and Kiev', False),
    ],
)
def test_a_place_is_quoted_or_not(words: str, expected: bool) -> None:
    """Apostrophes are no quotation marks, and a mark without its fellow quotes nothing."""
    assert is_quoted(words, words.index("Kiev")) is expected


@pytest.mark.parametrize("words", ["He said “so now”.", "Il dit « now ».", 'He said "so now".', "Er sagt „now“."])
def test_quotation_marks_of_each_kind_are_seen(words: str) -> None:
    """In double ones, whole within a paragraph."""
    assert is_quoted(words, words.index("now"))
    assert not is_quoted(words, 0)


@pytest.mark.parametrize("words", ['The 12" gun now.', "“All” and now “more”", "“open now"])
def test_what_stands_between_two_quotations_or_after_an_open_one_is_not_quoted(words: str) -> None:
    """Nor behind a sign of inches."""
    assert not is_quoted(words, words.index("now"))
