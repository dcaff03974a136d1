"""Words in quotation marks are somebody else's, unless the whole paragraph is a quotation."""

import pytest

from briefmaker.checks.quotations import is_quoted
from briefmaker.checks.sentences import Stretch
from briefmaker.checks.text_in_brief import TextInBrief
from briefmaker.model.text import TextKind


def is_quoted_in(typed: str, words: str) -> bool:
    """Tell whether words of a rich text are quoted."""
    text = TextInBrief("background", "background", TextKind.RICH, typed, {})
    start = text.words.index(words)
    return is_quoted(text, Stretch(start, start + len(words)))


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
