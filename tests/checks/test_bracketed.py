"""Brackets that wait for words are told from those that cut or explain a quotation."""

import pytest

from briefmaker.checks.bracketed import find_open_brackets
from briefmaker.checks.text_in_brief import TextInBrief
from briefmaker.model.text import TextKind


def find(typed: str) -> list[str]:
    """Give the brackets that were found."""
    text = TextInBrief("background", "background", TextKind.RICH, typed, {})
    return [text.quote(stretch) for stretch in find_open_brackets(text)]


@pytest.mark.parametrize(
    "bracket",
    [
        *("[insert name]", "[Date]", "[TBC]", "[XX]", "[ ]", "[●]", "[?]", "[name of minister]", "[desk to check]"),
        *(
            "{{topic}}",
            "{date}",
            "<insert date>",
            "<<name>>",
            "[to be added by Legal]",
            "[Your Name]",
            "[date and place]",
        ),
    ],
)
def test_brackets_that_wait_for_words_are_found(bracket: str) -> None:
    """Square, angle and curly ones."""
    assert find(f"The talks with {bracket} begin.") == [bracket]


@pytest.mark.parametrize(
    "bracket",
    [
        "[sic]",
        "[...]",
        "[…]",
        "[the President]",
        "[and steel]",
        "[Hamas]",
        "[of GDP]",
        "[a date that he named]",
        "(date)",
        "<5 %",
    ],
)
def test_other_brackets_are_left_alone(bracket: str) -> None:
    """What cuts or explains a quotation, and signs of less and more."""
    assert find(f"He wrote of {bracket} in May.") == []


def test_links_and_citations_are_no_brackets() -> None:
    """They are gone from what the reader meets."""
    assert find("See [name](https://example.org) and [@date].") == []
