"""The words by which claims are told are whole in each language."""

import pytest

from briefmaker.checks.claim_words import load_claim_words


@pytest.mark.parametrize("language", ["en", "fr"])
def test_each_language_has_every_list(language: str) -> None:
    """With words in it, in small letters."""
    known, english = load_claim_words(language), load_claim_words("en")
    assert set(english.sets) <= set(known.sets)
    assert known.units
    assert all(word == word.lower() for words in known.sets.values() for word in words)


def test_a_language_without_words_is_refused() -> None:
    """A rule does not apply there."""
    with pytest.raises(KeyError):
        load_claim_words("eo")
