"""What stands in quotation marks is known from what stands beside it."""

import pytest

from briefmaker.checks.quoted_words import is_quoted


@pytest.mark.parametrize("words", ["He said “so now”.", "Il dit « now ».", 'He said "so now".', "Er sagt „now“."])
def test_quotation_marks_of_each_kind_are_seen(words: str) -> None:
    """In double ones, whole within a paragraph."""
    assert is_quoted(words, words.index("now"))
    assert not is_quoted(words, 0)


@pytest.mark.parametrize("words", ['The 12" gun now.', "“All” and now “more”", "“open now"])
def test_what_stands_between_two_quotations_or_after_an_open_one_is_not_quoted(words: str) -> None:
    """Nor behind a sign of inches."""
    assert not is_quoted(words, words.index("now"))
