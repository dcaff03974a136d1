"""Finds what a register of dated facts knows in the texts of a brief: words in a tree, no regular expression of a user's."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from itertools import product

from briefmaker.checks.folded_tokens import are_neighbours, fold_tokens, iterate_spellings
from briefmaker.checks.sentences import Stretch
from briefmaker.checks.text_in_brief import TextInBrief, Token, WordIndex
from briefmaker.model.fact_register import SLOT, Register, RegisterTopic, RegisterValue, read_phrase


@dataclass(frozen=True, slots=True)
class FoundValue:
    """A value of a register in a text; ``before`` and ``after`` are the words around it in its sentence, as compared."""

    text: TextInBrief
    stretch: Stretch
    sentence: Stretch
    topic: RegisterTopic
    value: RegisterValue
    before: tuple[str, ...]
    within: tuple[str, ...]
    after: tuple[str, ...]


@dataclass(slots=True)
class _Node:
    following: dict[str, "_Node"] = field(default_factory=dict)
    ends: list[tuple[RegisterTopic, RegisterValue]] = field(default_factory=list)


class RegisterPhrases:
    """All phrases of a register, ready to be looked for."""

    def __init__(self, register: Register) -> None:
        self._root = _Node()
        self._signs: set[str] = set()
        for topic in register.topics:
            for words, sign, value in _iterate_readings(topic):
                self._add(words, topic, value)
                self._signs.update(iterate_spellings(sign))

    def _add(self, words: list[str], topic: RegisterTopic, value: RegisterValue) -> None:
        node = self._root
        for word in words:
            node = node.following.setdefault(word, _Node())
        node.ends.append((topic, value))

    def find(self, index: WordIndex) -> Iterator[FoundValue]:
        """Give each value that stands in the texts of an index, the longest reading at each place."""
        for text, sentence in self._list_candidates(index):
            tokens = fold_tokens(text.words, sentence.start, sentence.end)
            at = 0
            while at < len(tokens):
                last, ends = self._longest_at(text.words, tokens, at)
                yield from (_tell(text, sentence, tokens, (at, last), end) for end in ends)
                at = last + 1

    def _list_candidates(self, index: WordIndex) -> Iterator[tuple[TextInBrief, Stretch]]:
        """Give the sentences with the sign of a phrase: its value, or else its longest word."""
        seen = set()
        for word, places in index.places.items():
            if not any(part in self._signs for part in word.split("-")):
                continue
            for number, at in places:
                text = index.texts[number]
                sentence = text.sentence_at(text.tokens[at].start)
                if (number, sentence.start) not in seen:
                    seen.add((number, sentence.start))
                    yield text, sentence

    def _longest_at(
        self, words: str, tokens: list[Token], at: int
    ) -> tuple[int, list[tuple[RegisterTopic, RegisterValue]]]:
        node, last, ends = self._root, at, []
        for number in range(at, len(tokens)):
            if number > at and not are_neighbours(words, tokens[number - 1], tokens[number]):
                break
            following = node.following.get(tokens[number].folded)
            if following is None:
                break
            node = following
            if node.ends:
                last, ends = number, node.ends
        return last, ends


def _tell(
    text: TextInBrief,
    sentence: Stretch,
    tokens: list[Token],
    place: tuple[int, int],
    end: tuple[RegisterTopic, RegisterValue],
) -> FoundValue:
    first, last = place
    folded = [token.folded for token in tokens]
    stretch = Stretch(tokens[first].start, tokens[last].end)
    around = tuple(folded[:first]), tuple(folded[first : last + 1]), tuple(folded[last + 1 :])
    return FoundValue(text, stretch, sentence, *end, *around)


def _iterate_readings(topic: RegisterTopic) -> Iterator[tuple[list[str], str, RegisterValue]]:
    """Give each reading of each phrase with each writing of each value: its words, the one to look for it by, the value."""
    for phrase in topic.said_as:
        for chosen in product(*read_phrase(phrase)):
            reading = "".join(chosen)
            for value in topic.values:
                for writing in (value.value, *value.also) if SLOT in reading else (reading,):
                    words = [token.folded for token in fold_tokens(reading.replace(SLOT, writing))]
                    yield words, max((token.folded for token in fold_tokens(writing)), key=len), value


@cache
def prepare_register(register: Register) -> RegisterPhrases:
    """Give a register ready to be looked for; each is made ready once."""
    return RegisterPhrases(register)
