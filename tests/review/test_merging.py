"""Edits of a shown text are carried over into the text as it was typed."""

import pytest

from briefmaker.reading.yaml_edit import replace_stretches
from briefmaker.review.merging import carry_over


@pytest.mark.parametrize(
    ("typed", "shown", "edited", "wanted"),
    [
        (
            "Lead with what\nallies did.\n",
            "Lead with what allies did.",
            "Lead with all allies did.",
            "Lead with all\nallies did.\n",
        ),
        ("a _b_ c", "a *b* c", "a *b* d", "a _b_ d"),
        ("It is [@fact] high.", "It is 3 % [@x] high.", "It was 3 % [@x] high.", "It was [@fact] high."),
        ("One.\n\nTwo.\n", "One.\n\nTwo.", "One.\n\nNew.\n\nTwo.", "One.\n\nNew.\n\nTwo.\n"),
        ("* a\n* b\n", "- a\n- b", "- a\n- c", "* a\n* c\n"),
        ("Same.", "Same.", "Same.", "Same."),
    ],
)
def test_what_was_not_edited_stays_as_it_was_typed(typed: str, shown: str, edited: str, wanted: str) -> None:
    """Line breaks, signs of emphasis and facts are those of the file."""
    fixes = carry_over(typed, shown, edited)
    assert fixes is not None
    assert replace_stretches(typed, fixes) == wanted


def test_an_edit_of_what_is_filled_in_cannot_be_carried_over() -> None:
    """What a fact shows does not stand in the file."""
    assert carry_over("[@fact]", "3 % [@x]", "4 % [@x]") is None
