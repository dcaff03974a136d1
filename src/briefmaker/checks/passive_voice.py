"""Finds passive verbs in English: a form of be or get, perhaps adverbs, and a participle that is no adjective there.

Other tools take every word in -ed or -en after "is" for a passive, and their users switch them off for "is located", "is
concerned" and "are increased costs". So participles are known by their ending or by a list, those that say how something is
are left alone by another (``adjectival_participles``), and one that has a noun right behind it belongs to the noun.
"""

from collections.abc import Container, Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from briefmaker.checks.checked_brief import CheckedBrief
from briefmaker.checks.phrases import FoundPhrase
from briefmaker.checks.sentences import Stretch
from briefmaker.checks.text_in_brief import TextInBrief
from briefmaker.reading.shipped_yaml import load_shipped_yaml

_OTHER_AUXILIARIES = ("be", "been", "being", "get", "gets", "got", "gotten", "getting")
_PREFIXES = ("re-", "co-", "de-", "pre-", "over-", "under-", "mis-", "sub-")
_LONGEST_ASIDE, _LONGEST_SUBJECT = 6, 5
_SHORTEST_REGULAR = 4


@dataclass(frozen=True, slots=True)
class _SmallWords:
    """The small words of ``grammar/passive_voice.yaml``, which says what each set is for."""

    forms_of_be: frozenset[str]
    between: frozenset[str]
    pairs_between: frozenset[str]
    degrees: frozenset[str]
    behind: frozenset[str]
    takes_another: frozenset[str]
    ends_subject: frozenset[str]
    question_words: frozenset[str]


@cache
def _load_small_words() -> _SmallWords:
    sets = load_shipped_yaml(__package__ or "", "grammar", "passive_voice")
    return _SmallWords(**{name: frozenset(words) for name, words in sets.items()})


@dataclass(frozen=True, slots=True)
class PassiveVerb:
    """A passive verb: from the form of be to the participle."""

    text: TextInBrief
    stretch: Stretch


def find_passive_verbs(checked: CheckedBrief, fields: Container[str]) -> Iterator[PassiveVerb]:
    """Give the passive verbs in some fields of a brief, text by text."""
    index, small = checked.index, _load_small_words()
    numbers = {number for number, text in enumerate(index.texts) if text.field.removesuffix(".text") in fields}
    places = [
        place
        for word in (*sorted(small.forms_of_be), *_OTHER_AUXILIARIES)
        for place in index.places.get(word, ())
        if place[0] in numbers
    ]
    if not places:
        return
    known = checked.phrases("irregular_participles").entries
    adjectives = {
        (found.text.path, number): found
        for found in checked.phrases("adjectival_participles").find(index)
        for number in range(found.first, found.last + 1)
    }
    for number, at in sorted(places):
        search = _Search(index.texts[number], at, small, known, adjectives)
        last = search.find_participle()
        if last is not None:
            yield PassiveVerb(search.text, Stretch(search.text.tokens[at].start, search.text.tokens[last].end))


@dataclass(frozen=True, slots=True)
class _Search:
    """Looks for the participle that belongs to one form of be or get, the token ``at``."""

    text: TextInBrief
    at: int
    small: _SmallWords
    known: Mapping[str, str]
    adjectives: Mapping[tuple[str, int], FoundPhrase]

    def find_participle(self) -> int | None:
        """Give the number of the participle's token, or None where the verb is not passive."""
        before = self._word(self.at - 1) if self.at and self._is_blank_before(self.at) else ""
        if (before, self._word(self.at)) == ("human", "being") or (
            self._word(self.at) in ("got", "gotten") and before in ("has", "have", "had")
        ):
            return None
        number = self._skip_between(self.at + 1)
        if number is None or not self._is_participle(number):
            number = self._find_in_question(before)
        return number if number is not None and self._is_passive(number) else None

    def _skip_between(self, number: int) -> int | None:
        """Give the first token behind adverbs and an aside between commas; None where a sign or a degree stands before it."""
        while number < len(self.text.tokens):
            if not self._is_blank_before(number):
                number = self._skip_aside(number)
                if number < 0:
                    return None
            word = self._word(number)
            if word in self.small.degrees and not self._is_pair(number):
                return None
            if self._is_pair(number):
                number += 2
            elif word in self.small.between or (word.endswith("ly") and not self._is_participle(number)):
                number += 1
            else:
                return number
        return None

    def _skip_aside(self, number: int) -> int:
        """Give the token behind an aside between commas that begins with this one; -1 for none."""
        if not self._gap(number).startswith(","):
            return -1
        last = min(number + _LONGEST_ASIDE, len(self.text.tokens) - 1)
        return next((each for each in range(number + 1, last + 1) if self._gap(each).startswith(",")), -1)

    def _find_in_question(self, before: str) -> int | None:
        """Give the participle behind the subject of a question: ``Were the funds released?``."""
        token = self.text.tokens[self.at]
        sentence = self.text.sentence_at(token.start)
        begins = token.start == sentence.start or (
            before in self.small.question_words and self.text.tokens[self.at - 1].start == sentence.start
        )
        if (
            token.folded not in self.small.forms_of_be
            or not begins
            or not self.text.quote(sentence).rstrip("”\"'’)").endswith("?")
        ):
            return None
        for number in range(self.at + 1, min(self.at + 2 + _LONGEST_SUBJECT, len(self.text.tokens))):
            if not self._is_blank_before(number) or self._word(number) in self.small.ends_subject:
                return None
            if number > self.at + 1 and self._is_participle(number) and not self._belongs_to_noun(number):
                return number
        return None

    def _is_participle(self, number: int) -> bool:
        token = self.text.tokens[number]
        word = token.folded
        if word in self.known:
            return True
        if self.text.words[token.start].isupper() or not word.endswith("ed") or word.endswith("eed"):
            return False
        if "-" in word and not word.startswith(_PREFIXES):
            return False
        return len(word) >= _SHORTEST_REGULAR and not word.startswith("un")

    def _is_passive(self, number: int) -> bool:
        return not self._is_adjective(number) and not self._belongs_to_noun(number)

    def _is_adjective(self, number: int) -> bool:
        found = self.adjectives.get((self.text.path, number))
        if found is None:
            return False
        if found.meaning == "only is":
            return self._word(self.at) in self.small.forms_of_be and not self._is_by(found.last + 1)
        if found.meaning == "unless by":
            return not self._is_by(found.last + 1) and self._word(self.at) != "being"
        return True

    def _is_by(self, number: int) -> bool:
        return number < len(self.text.tokens) and self._word(number) == "by" and self._is_blank_before(number)

    def _belongs_to_noun(self, number: int) -> bool:
        """Tell whether a participle describes the word behind it, as in ``are increased costs``."""
        following = number + 1
        if following >= len(self.text.tokens) or not self._is_blank_before(following):
            return False
        word = self._word(following)
        is_free = word in self.small.behind or word.endswith(("ly", "ing")) or word[0].isdigit()
        return not is_free and self._word(number) not in self.small.takes_another

    def _is_pair(self, number: int) -> bool:
        return (
            number + 1 < len(self.text.tokens)
            and f"{self._word(number)} {self._word(number + 1)}" in self.small.pairs_between
        )

    def _word(self, number: int) -> str:
        return self.text.tokens[number].folded

    def _gap(self, number: int) -> str:
        return self.text.words[self.text.tokens[number - 1].end : self.text.tokens[number].start]

    def _is_blank_before(self, number: int) -> bool:
        return self._gap(number).strip(" ") == ""
