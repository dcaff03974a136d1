"""The words by which a factual claim is told, in each language that there are some for."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from briefmaker.checks.phrases import Phrases
from briefmaker.checks.text_in_brief import fold_word
from briefmaker.reading.shipped_yaml import load_shipped_yaml

_PHRASES = ("portions", "multiples", "according", "superlatives", "judged", "under")


@dataclass(frozen=True, slots=True)
class ClaimWords:
    """Words of one language, as words are compared; ``phrases`` are those of several words, each with its kind."""

    phrases: Phrases
    sets: Mapping[str, frozenset[str]]
    units: tuple[str, ...]
    has_past_in_ed: bool

    def has(self, name: str, word: str) -> bool:
        """Tell whether a word is in a list."""
        return word in self.sets[name]


@cache
def load_claim_words(language: str) -> ClaimWords:
    """Give the words of a language. Raises KeyError where there are none."""
    lists = load_shipped_yaml(__package__ or "", "claim_words", language)
    if lists is None:
        raise KeyError(language)
    phrases = {str(phrase): name for name in _PHRASES for phrase in lists[name]}
    sets = {
        name: frozenset(fold_word(str(word)) for word in words)
        for name, words in lists.items()
        if isinstance(words, list)
    }
    return ClaimWords(Phrases(phrases), sets, tuple(map(str, lists["units"])), bool(lists["past_in_ed"]))
