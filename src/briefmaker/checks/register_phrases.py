"""Finds what a register of dated facts knows in the texts of a brief, word by word and without a user's regular expressions.

A phrase is read part by part, and at each part all places are kept that its alternatives lead to: so the time it takes grows
with the length of the phrase, however its alternatives combine.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from briefmaker.checks.folded_tokens import are_neighbours, fold_tokens, iterate_spellings
from briefmaker.checks.sentences import Stretch
from briefmaker.checks.text_in_brief import TextInBrief, Token, WordIndex
from briefmaker.model.fact_register import SLOT, Register, RegisterTopic, RegisterValue, read_phrase

_NEARBY = 100
"""How many words before and behind a value are looked at: those of any sentence but one of pages."""
_Words = tuple[str, ...]
_Alternative = tuple[_Words, RegisterValue | None]
"""Words of which a part of a phrase may be, and the value that they say."""


@dataclass(frozen=True, slots=True)
class FoundValue:
    """A value of a register in a text; ``before``, ``within`` and ``after`` are the words of its sentence, as compared."""

    text: TextInBrief
    stretch: Stretch
    topic: RegisterTopic
    value: RegisterValue
    before: _Words
    within: _Words
    after: _Words


@dataclass(frozen=True, slots=True)
class _Phrase:
    """A phrase of a topic, part by part, with the words that it may begin with and those that it is looked for by."""

    topic: RegisterTopic
    parts: tuple[tuple[_Alternative, ...], ...]

    def first_words(self) -> Iterator[str]:
        for part in self.parts:
            yield from (words[0] for words, _ in part if words)
            if all(words for words, _ in part):
                return

    def signs(self) -> Iterator[str]:
        """Give words of which every reading has one: those of the values, or else the longest that always stands in it."""
        of_values = [words for part in self.parts for words, value in part if value is not None and words]
        fixed = [word for part in self.parts if len(part) == 1 for word in part[0][0]]
        if of_values:
            yield from (max(words, key=len) for words in of_values)
        elif fixed:
            yield max(fixed, key=len)
        else:
            yield from (word for part in self.parts for words, _ in part for word in words)

    def match(self, words: _Words, at: int) -> tuple[int, RegisterValue | None]:
        """Give where the longest reading from a word on ends, and its value; ``at`` itself where there is none."""
        places: dict[int, RegisterValue | None] = {at: None}
        for part in self.parts:
            places = {
                place + len(expected): said or value
                for place, value in places.items()
                for expected, said in part
                if words[place : place + len(expected)] == expected
            }
        end = max(places, default=at)
        return end, places.get(end)


class RegisterPhrases:
    """All phrases of a register, ready to be looked for."""

    def __init__(self, register: Register) -> None:
        phrases = [_read_phrase(topic, phrase) for topic in register.topics for phrase in topic.said_as]
        self._by_first: dict[str, list[_Phrase]] = {}
        for phrase in phrases:
            for word in set(phrase.first_words()):
                self._by_first.setdefault(word, []).append(phrase)
        self._signs = {word for phrase in phrases for sign in phrase.signs() for word in iterate_spellings(sign)}

    def find(self, index: WordIndex) -> Iterator[FoundValue]:
        """Give each value that stands in the texts of an index, at each place the longest reading."""
        for text, sentence in self._list_candidates(index):
            tokens = fold_tokens(text.words, sentence.start, sentence.end)
            words = tuple(token.folded for token in tokens)
            at = 0
            while at < len(words):
                end, phrase, value = self._longest_at(words, at)
                if phrase is not None and value is not None and _is_joined(text.words, tokens[at:end]):
                    stretch = Stretch(tokens[at].start, tokens[end - 1].end)
                    around = words[max(0, at - _NEARBY) : at], words[at:end], words[end : end + _NEARBY]
                    yield FoundValue(text, stretch, phrase.topic, value, *around)
                    at = end
                else:
                    at += 1

    def _list_candidates(self, index: WordIndex) -> Iterator[tuple[TextInBrief, Stretch]]:
        """Give the sentences in which the sign of a phrase stands."""
        seen = set()
        for word, places in index.places.items():
            if word not in self._signs and ("-" not in word or self._signs.isdisjoint(word.split("-"))):
                continue
            for number, at in places:
                text = index.texts[number]
                sentence = text.sentence_at(text.tokens[at].start)
                if (number, sentence.start) not in seen:
                    seen.add((number, sentence.start))
                    yield text, sentence

    def _longest_at(self, words: _Words, at: int) -> tuple[int, _Phrase | None, RegisterValue | None]:
        longest: tuple[int, _Phrase | None, RegisterValue | None] = (at, None, None)
        for phrase in self._by_first.get(words[at], ()):
            end, value = phrase.match(words, at)
            if end > longest[0]:
                longest = end, phrase, value
        return longest


def _read_phrase(topic: RegisterTopic, phrase: str) -> _Phrase:
    parts = tuple(tuple(_list_alternatives(topic, each)) for each in read_phrase(phrase))
    if SLOT not in phrase:
        # Without a slot it says the one value that the topic has.
        parts = (*parts, (((), topic.values[0]),))
    return _Phrase(topic, parts)


def _list_alternatives(topic: RegisterTopic, part: tuple[str, ...]) -> Iterator[_Alternative]:
    if part == (SLOT,):
        yield from ((_fold(writing), value) for value in topic.values for writing in (value.value, *value.also))
    else:
        yield from ((_fold(words), None) for words in part)


@cache
def _fold(words: str) -> _Words:
    # Many phrases of a topic have the same words, and each may say any of its values.
    return tuple(token.folded for token in fold_tokens(words))


def _is_joined(words: str, tokens: list[Token]) -> bool:
    return all(are_neighbours(words, one, other) for one, other in pairwise(tokens))


@cache
def prepare_register(register: Register) -> RegisterPhrases:
    """Give a register ready to be looked for; each is made ready once."""
    return RegisterPhrases(register)
