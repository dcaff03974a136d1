"""Finds many phrases in the texts of a brief at once, word by word, in capitals or not.

Looking words up costs what the brief has in common with the list, not the length of one times that of the other: an
alternation of some hundred phrases would take longer than all of the reading.
"""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from operator import attrgetter

from briefmaker.checks.sentences import Stretch, iterate_words
from briefmaker.checks.text_in_brief import TextInBrief, WordIndex, fold_word

_Known = tuple[tuple[str, ...], str]
"""The words of a phrase as they are compared, and the phrase."""


@dataclass(frozen=True, slots=True)
class FoundPhrase:
    """A phrase of a list in a text: where, which one as the list writes it, and what belongs to it there."""

    text: TextInBrief
    stretch: Stretch
    phrase: str
    meaning: str
    first: int
    last: int
    """Numbers of its first and last word in ``text.tokens``."""


class Phrases:
    """Phrases to be looked for, each with what belongs to it.

    Words of a phrase follow one another with nothing but blanks between them. Where several begin at one word the longest
    counts, and none is found within another.
    """

    def __init__(self, entries: Mapping[str, str]) -> None:
        self.entries = entries
        self._by_first: dict[str, dict[str, list[_Known]]] = {}
        for phrase in entries:
            words = _fold(phrase)
            if words:
                # By the second word too: many phrases begin with "in" or "the".
                known = self._by_first.setdefault(words[0], {}).setdefault(words[1] if words[1:] else "", [])
                known.append((words, phrase))
        for by_second in self._by_first.values():
            for known in by_second.values():
                known.sort(key=lambda each: -len(each[0]))

    def find(self, index: WordIndex) -> Iterator[FoundPhrase]:
        """Give what stands in the texts of an index, text by text, from the first word to the last."""
        common = self._by_first.keys() & index.places.keys()
        places = sorted(place for word in common for place in index.places[word])
        yield from self._find_at(index.texts, places)

    def find_in(self, text: TextInBrief) -> Iterator[FoundPhrase]:
        """Give what stands in one text."""
        yield from self._find_at((text,), [(0, number) for number in range(len(text.tokens))])

    def find_between(self, text: TextInBrief, start: int, end: int) -> Iterator[FoundPhrase]:
        """Give what begins in a stretch of one text, such as a sentence."""
        first, last = (bisect_left(text.tokens, offset, key=attrgetter("start")) for offset in (start, end))
        yield from self._find_at((text,), [(0, number) for number in range(first, last)])

    def _find_at(self, texts: tuple[TextInBrief, ...], places: list[tuple[int, int]]) -> Iterator[FoundPhrase]:
        behind = (-1, -1)
        for place in places:
            tokens = texts[place[0]].tokens
            known = self._by_first.get(tokens[place[1]].folded)
            if known is None or place <= behind:
                continue
            # Most places end here: the first word is one of many phrases, the second of none.
            following = tokens[place[1] + 1].folded if place[1] + 1 < len(tokens) else ""
            if following not in known and "" not in known:
                continue
            found = self._longest_at(texts[place[0]], place[1], (*known.get(following, ()), *known.get("", ())))
            if found is not None:
                behind = place[0], found.last
                yield found

    def _longest_at(self, text: TextInBrief, number: int, known: Iterable[_Known]) -> FoundPhrase | None:
        """Give the first of some phrases, longest first, that stands at a word."""
        tokens = text.tokens
        for words, phrase in known:
            last = number + len(words) - 1
            if last >= len(tokens) or tuple(map(attrgetter("folded"), tokens[number : last + 1])) != words:
                continue
            if all(text.words[tokens[at].end : tokens[at + 1].start].isspace() for at in range(number, last)):
                stretch = Stretch(tokens[number].start, tokens[last].end)
                return FoundPhrase(text, stretch, phrase, self.entries[phrase], number, last)
        return None


def _fold(phrase: str) -> tuple[str, ...]:
    if phrase.replace(" ", "").isalpha():  # most are letters and blanks, and quicker parted so
        return tuple(phrase.lower().split())
    return tuple(fold_word(phrase[start:end]) for start, end in iterate_words(phrase, 0, len(phrase)))
