"""Finds names of participants that a text has nearly, but not quite, right."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from briefmaker.checks.near_names import Nearness, compare_names, take_accents_off
from briefmaker.checks.phrases import Phrases
from briefmaker.checks.quotations import is_quoted
from briefmaker.checks.sentences import Stretch
from briefmaker.checks.text_in_brief import TextInBrief, Token, WordIndex, fold_word

_AS_WRITTEN = re.compile(
    r"sources\.|participants\.(?:name|person|portrait)|(?:contact|prepared_by|clearances)\.|reference$|glossary"
)
_BEGINNINGS = re.compile(
    "thank|ask|tell|the|we|for|with|in|if|but|and|to|from|after|before|when|as|by|on|at|while|since|invite"
    "|congratulate|remind|press"
    "|urge|let|both|only|today|dear|according|unlike|like|under|then|so|yet|because|what|why|how|that|this|my|our"
    "|his|her|offer|give"
    "|send|show|meet|see|i|he|she|they|it|is|was|does|did|although|though|once|should|whether|where|until|despite"
    "|without|support"
)
"""Words with which a sentence begins, in a capital, before a name."""


_ARTICLE = re.compile("the|an?|our|their|its|this|these|some|no|each|every|any")
"""What stands before other words in capitals, such as German, and not before a surname."""
_MOST_LETTERS_APART = 3


@dataclass(frozen=True, slots=True)
class KnownPerson:
    """A participant: the words of the name as they are written, and which of them, folded, is the last."""

    words: Mapping[str, str]
    last: str


@dataclass(frozen=True, slots=True)
class Misspelling:
    """A word of a text that is nearly one of a known name."""

    text: TextInBrief
    stretch: Stretch
    name: str
    is_same_name: bool
    """Whether it is surely that name: it differs in accents only, or the list of names has both."""


def read_people(names: list[str]) -> list[KnownPerson]:
    """Give the known people by their full names."""
    people = []
    for name in names:
        words = {
            fold_word(word.strip(".,")): word.strip(".,") for word in name.split() if word.strip(".,")[:1].isalpha()
        }
        if words:
            people.append(KnownPerson(words, list(words)[-1]))
    return people


class NameReader:
    """Reads texts for names that are nearly right.

    ``variants`` gives for a spelling the name it stands for, ``known`` are other words that are names in their own right,
    and ``titles`` what may stand before a name.
    """

    def __init__(
        self, people: list[KnownPerson], variants: Mapping[str, str], known: set[str], titles: Phrases
    ) -> None:
        self._variants = {fold_word(spelling): name for spelling, name in variants.items() if " " not in spelling}
        self._known = known | {word for person in people for word in person.words}
        self._titles = {fold_word(title).split()[-1] for title in titles.entries}
        self._by_initial: dict[str, list[tuple[str, KnownPerson]]] = {}
        for person in people:
            for word in person.words:
                if word[0] != "-":
                    self._by_initial.setdefault(_initial(word), []).append((word, person))

    def read(self, index: WordIndex) -> Iterator[Misspelling]:
        """Give what is nearly a name, in the order of the texts."""
        found = []
        for folded, places in index.places.items():
            word = folded.removesuffix("'s").removesuffix("'")
            alike = [each for each in self._by_initial.get(_initial(word), ()) if self._may_be(word, each[0])]
            if not alike or word in self._known or not _is_capital(index, places):
                continue
            near = [(nearness, *each) for each in alike if (nearness := self._near(word, each[0]))]
            for number, at in places if near else ():
                best = max(near, key=lambda each: each[0])
                if self._is_meant(index.texts[number], at, *best):
                    found.append((number, at, word, *best))
        for number, at, word, nearness, name, person in sorted(found, key=lambda each: each[:2]):
            token = index.texts[number].tokens[at]
            stretch = Stretch(token.start, token.start + len(word))
            is_same = nearness is Nearness.OTHER_ACCENTS
            yield Misspelling(index.texts[number], stretch, person.words[name], is_same)

    def _may_be(self, word: str, name: str) -> bool:
        return abs(len(word) - len(name)) <= _MOST_LETTERS_APART or word in self._variants

    def _near(self, word: str, name: str) -> Nearness:
        if word in self._variants and self._variants.get(name) == self._variants[word]:
            return Nearness.OTHER_ACCENTS
        return compare_names(word, name)

    def _is_meant(self, text: TextInBrief, at: int, nearness: Nearness, name: str, person: KnownPerson) -> bool:
        """Tell whether a word stands for a name: in capitals, not in a quotation, and beside nothing that makes it another's."""
        token = text.tokens[at]
        if not text.words[token.start].isupper() or _AS_WRITTEN.match(text.field) or is_quoted(text.words, token.start):
            return False
        before, after = self._neighbour(text, at, -1), self._neighbour(text, at, +1)
        if text.words[token.end : token.end + 2] == " &" or (
            nearness is Nearness.SLIPPED and self._stands_too(text, token, name)
        ):
            return False
        if before in person.words or after in person.words:
            return True
        if name != person.last or after or (before not in self._titles and _is_plural(token.folded, name)):
            return False
        is_anothers = before and before not in self._titles and not _BEGINNINGS.fullmatch(before)
        is_a_word = nearness is Nearness.SLIPPED and at > 0 and _ARTICLE.fullmatch(text.tokens[at - 1].folded)
        if is_anothers or is_a_word:
            return False
        is_first = text.sentence_at(token.start).start == token.start
        return nearness > Nearness.SLIPPED or not is_first or bool(before)

    @staticmethod
    def _stands_too(text: TextInBrief, token: Token, name: str) -> bool:
        """Tell whether the sentence has the right name too: then the other one is another's."""
        sentence = text.quote(text.sentence_at(token.start))
        return re.search(rf"\b{re.escape(name)}\b", fold_word(sentence)) is not None

    @staticmethod
    def _neighbour(text: TextInBrief, at: int, step: int) -> str:
        """Give the word in capitals right beside another, as words are compared; empty where there is none."""
        if not 0 <= at + step < len(text.tokens):
            return ""
        token, other = text.tokens[at], text.tokens[at + step]
        between = text.words[other.end : token.start] if step < 0 else text.words[token.end : other.start]
        is_beside = between in (" ", "\u00a0") or (between == ". " and other.end - other.start < 5)  # noqa: PLR2004 - Prof.
        if step > 0 and text.words[token.start : token.end].endswith(("'s", "’s")):
            return ""
        is_particle = other.folded in ("von", "der", "van", "de", "al", "el")
        return other.folded if is_beside and (text.words[other.start].isupper() or is_particle) else ""


def _is_capital(index: WordIndex, places: list[tuple[int, int]]) -> bool:
    """Tell whether a word stands in capitals anywhere."""
    return any(index.texts[number].words[index.texts[number].tokens[at].start].isupper() for number, at in places)


def _is_plural(word: str, name: str) -> bool:
    """Tell whether a word is a family's name, or a name without its ending."""
    return word in (f"{name}s", f"{name}es") or name == f"{word}s"


def _initial(word: str) -> str:
    first = take_accents_off(word[0])[:1]
    return {"c": "k", "q": "k", "w": "v", "y": "i", "j": "i"}.get(first, first)
