"""The words by which guesses are told from reports, by language, and the sentence in which they are looked for."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from briefmaker.checks.sentences import Stretch
from briefmaker.checks.text_in_brief import TextInBrief
from briefmaker.reading.shipped_yaml import load_shipped_yaml

_LONGEST = 150
"""How many words of a sentence are looked at on each side; one that never ends must not cost the square of its length."""

GuessWords = Mapping[str, frozenset[str]]


@cache
def load_guess_words(language: str) -> GuessWords:
    """Give the lists of ``guesses/`` for a language, by name; none for one without data."""
    lists = load_shipped_yaml(__package__ or "", "guesses", language) or {}
    return {name: frozenset(words) for name, words in lists.items()}


@dataclass(frozen=True, slots=True)
class Passage:
    """A sentence of a text, by the numbers of its first word and of that past its last."""

    text: TextInBrief
    sentence: Stretch
    first: int
    end: int

    @classmethod
    def around(cls, text: TextInBrief, number: int) -> "Passage":
        """Give the sentence around a word, or what of a very long one is near."""
        tokens = text.tokens
        sentence = text.sentence_at(tokens[number].start)
        first, end = number, number + 1
        while first > max(0, number - _LONGEST) and tokens[first - 1].start >= sentence.start:
            first -= 1
        while end < min(len(tokens), number + _LONGEST) and tokens[end].start < sentence.end:
            end += 1
        return cls(text, sentence, first, end)

    @property
    def has_citation(self) -> bool:
        """Tell whether the sentence cites a source or a fact."""
        return any(self.sentence.start <= each.start <= self.sentence.end + 1 for each in self.text.citations)

    def words(self, start: int, end: int) -> list[str]:
        """Give words of the sentence by their numbers, as they are compared."""
        return [each.folded for each in self.text.tokens[max(start, self.first) : min(end, self.end)]]

    def before(self, number: int, most: int) -> list[str]:
        """Give up to some words before one, the nearest last."""
        return self.words(number - most, number)

    def after(self, number: int, most: int) -> list[str]:
        """Give up to some words after one."""
        return self.words(number + 1, number + 1 + most)

    def holds(self, words: frozenset[str]) -> bool:
        """Tell whether one of some words stands in the sentence."""
        return not words.isdisjoint(self.words(self.first, self.end))

    def is_told(self, number: int, words: GuessWords) -> bool:
        """Tell whether the sentence gives somebody's view, said before a word."""
        return not words["telling"].isdisjoint(self.words(self.first, number))
