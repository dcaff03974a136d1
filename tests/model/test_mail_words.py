"""The names that texts of messages may use."""

import pytest

from briefmaker.model.mail_words import MAIL_WORDS


def test_each_name_is_a_word_and_told_in_a_sentence() -> None:
    """As the manual prints them."""
    assert {"marking", "title", "reference", "version", "date", "place", "start", "recipient", "sender"} <= set(
        MAIL_WORDS
    )
    assert all(name.isidentifier() and name.islower() for name in MAIL_WORDS)
    assert all(sentence.endswith(".") for sentence in MAIL_WORDS.values())


def test_the_list_cannot_be_changed_in_passing() -> None:
    """Settings are checked against it and messages filled in by it."""
    with pytest.raises(TypeError):
        MAIL_WORDS["other"] = "None."  # type: ignore[index] - that it is refused is what is shown
