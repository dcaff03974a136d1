"""Finds names of participants that a text has nearly, but not quite, right."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache

from briefmaker.checks.late_pattern import LatePattern
from briefmaker.checks.near_names import Nearness, compare_names, take_accents_off
from briefmaker.checks.phrases import Phrases
from briefmaker.checks.quotations import is_quoted
from briefmaker.checks.sentences import Stretch
from briefmaker.checks.text_in_brief import TextInBrief, Token, WordIndex, fold_word

_AS_WRITTEN = LatePattern(
    r"sources\.|participants\.(?:name|person|portrait)|(?:contact|prepared_by|clearances)\.|reference$|glossary",
    re.NOFLAG,
)
_BEGINNINGS = LatePattern(
    "thank|ask|tell|the|we|for|with|in|if|but|and|to|from|after|before|when|as|by|on|at|while|since|invite"
    "|congratulate|remind|press"
    "|urge|let|both|only|today|dear|according|unlike|like|under|then|so|yet|because|what|why|how|that|this|my|our"
    "|his|her|offer|give"
    "|send|show|meet|see|i|he|she|they|it|is|was|does|did|although|though|once|should|whether|where|until|despite"
    "|without|support",
    re.NOFLAG,
)
"""Words with which a sentence begins, in a capital, before a name."""


_ARTICLE = re.compile("the|an?|our|their|its|this|these|some|no|each|every|any")
"""What stands before other words in capitals, such as German, and not before a surname."""
_PLACE = re.compile("in|at|near|around|outside|across|above|below|off|via")
"""What stands before a place and seldom before a person."""
_OF_A_PLACE = re.compile(
    "village|town|city|port|river|lake|islands?|region|province|district|commune|valley|county|state|bay"
)
_CALLING = LatePattern(r"[a-z]+(?:er|or|ist|ian|ant|man|woman|ess|ee)", re.NOFLAG)
"""What somebody is by profession: ``the painter Rutter`` is no minister."""
_OF_ANY_OFFICE = frozenset({"minister", "secretary", "pm", "premier", "president", "general"})
_MOST_LETTERS_APART = 3
_LONG = 9
"""Letters from which on a word that is nearly a name is hardly another, even where it begins a sentence."""


@dataclass(frozen=True, slots=True)
class KnownPerson:
    """A participant: the words of the name as they are written, and which of them, folded, is the last."""

    words: Mapping[str, str]
    last: str
    titles: frozenset[str] = frozenset()
    """The words of the title, folded; none where it is not known."""


@dataclass(frozen=True, slots=True)
class Misspelling:
    """A word of a text that is nearly one of a known name."""

    text: TextInBrief
    stretch: Stretch
    name: str
    is_same_name: bool
    """Whether it is surely that name: it differs in accents only, or the list of names has both."""


def read_people(participants: Iterable[tuple[str, str]]) -> list[KnownPerson]:
    """Give the known people by their full names and titles."""
    people = []
    for name, title in participants:
        words = {
            fold_word(word.strip(".,")): word.strip(".,") for word in name.split() if word.strip(".,")[:1].isalpha()
        }
        if words:
            titles = frozenset(fold_word(each.strip(".,")) for each in title.split())
            people.append(KnownPerson(words, list(words)[-1], titles))
    return people


class NameReader:
    """Reads texts for names that are nearly right.

    ``variants`` gives for a spelling the name it stands for, ``known`` are other words that are names in their own right,
    and ``titles`` what may stand before a name.
    """

    def __init__(self, people: list[KnownPerson], variants: Phrases, known: set[str], titles: Phrases) -> None:
        self._variants = _fold_variants(variants)
        self._known = known | {word for person in people for word in person.words}
        self._titles, self._offices = _list_last_words(titles)
        self._by_initial: dict[str, list[tuple[str, KnownPerson]]] = {}
        for person in people:
            for word in person.words:
                if word[0] != "-":
                    self._by_initial.setdefault(_initial(word), []).append((word, person))

    def read(self, index: WordIndex) -> Iterator[Misspelling]:
        """Give what is nearly a name, in the order of the texts."""
        found = []
        for folded, places in index.places.items():
            names = self._by_initial.get(_initial(folded))
            if names is None:
                continue
            word = folded.removesuffix("'s").removesuffix("'")
            if word in self._known or not _is_capital(index, places):
                continue
            alike = [each for each in names if self._may_be(word, each[0])]
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
        if not _is_written_here(text, token) or (nearness <= Nearness.SLIPPED and self._stands_too(text, token, name)):
            return False
        before, after = self._neighbour(text, at, -1), self._neighbour(text, at, +1)
        if before in person.words or after in person.words:
            return True
        if name != person.last or after or nearness is Nearness.FAR:
            return False
        if before not in self._titles and (_is_plural(token.folded, name) or _is_anothers(before)):
            return False
        if nearness is Nearness.SLIPPED and not self._is_sure(text, at, before, person):
            return False
        return nearness is Nearness.OTHER_ACCENTS or not self._is_something_else(text, at, name)

    def _is_sure(self, text: TextInBrief, at: int, before: str, person: KnownPerson) -> bool:
        """Tell whether a word with a slip may be a name by what is before it: no article, and no title of somebody else."""
        if self._is_of_another_office(before, person) or (at and _follows(text, at, _ARTICLE)):
            return False
        token = text.tokens[at]
        return text.sentence_at(token.start).start != token.start or bool(before) or len(person.last) >= _LONG

    def _is_of_another_office(self, before: str, person: KnownPerson) -> bool:
        """Tell whether the title before a word is none of the person's, which makes it another's name."""
        parts = {each for title in person.titles for each in (title, *title.split("-"))}
        return bool(parts) and before in self._offices and before not in parts

    def _is_something_else(self, text: TextInBrief, at: int, name: str) -> bool:
        """Tell whether what stands around a word makes it a place, a thing, or somebody by profession or family."""
        token = text.tokens[at]
        if _is_of_a_woman(token.folded, name) or re.match(r", an? ", text.words[token.end : token.end + 5]):
            return True
        if at < 2:  # noqa: PLR2004 - an article and what it belongs to
            return at > 0 and _follows(text, at, _PLACE)
        before = text.tokens[at - 1].folded
        if before == "of" and _follows(text, at - 1, _OF_A_PLACE):
            return True
        is_calling = before not in self._titles and _CALLING.fullmatch(before) and not _BEGINNINGS.fullmatch(before)
        return _follows(text, at, _PLACE) or (bool(is_calling) and _follows(text, at - 1, _ARTICLE))

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
    for number, at in places:
        text = index.texts[number]
        if text.words[text.tokens[at].start].isupper():
            return True
    return False


@cache
def _fold_variants(variants: Phrases) -> Mapping[str, str]:
    """Give the name that each spelling of one word stands for, by the spelling as words are compared."""
    return {fold_word(spelling): name for spelling, name in variants.entries.items() if " " not in spelling}


def _is_plural(word: str, name: str) -> bool:
    """Tell whether a word is a family's name, or a name without its ending."""
    return word in (f"{name}s", f"{name}es") or name == f"{word}s"


@cache
def _list_last_words(titles: Phrases) -> tuple[frozenset[str], frozenset[str]]:
    """Give the last word of each title, as words are compared, and of those titles that are of one office only."""
    last = {title: fold_word(title).split()[-1] for title in titles.entries}
    offices = {last[title] for title, kind in titles.entries.items() if kind.startswith("office")}
    return frozenset(last.values()), frozenset(offices - _OF_ANY_OFFICE)


def _is_written_here(text: TextInBrief, token: Token) -> bool:
    """Tell whether a word is the writer's own, in capitals: none of a source or a quotation, nor of a firm such as X & Sons."""
    if not text.words[token.start].isupper() or text.words[token.end : token.end + 2] == " &":
        return False
    return not _AS_WRITTEN.match(text.field) and not is_quoted(text.words, token.start)


def _follows(text: TextInBrief, at: int, words: re.Pattern[str]) -> bool:
    """Tell whether one of some words stands before a word."""
    return words.fullmatch(text.tokens[at - 1].folded) is not None


def _is_anothers(before: str) -> bool:
    """Tell whether a word in capitals before a name is the first name of somebody else."""
    return bool(before) and _BEGINNINGS.fullmatch(before) is None


def _is_of_a_woman(word: str, name: str) -> bool:
    """Tell whether a word is the name that a sister or the wife of a person has: Ivanova, Zelenska."""
    word = take_accents_off(word.removesuffix("'s"))
    stem = take_accents_off(name).rstrip("iyj")
    return word in (
        f"{take_accents_off(name)}a",
        f"{stem}a",
        f"{stem}aya",
        f"{stem}aia",
        f"{take_accents_off(name)}ova",
    )


def _initial(word: str) -> str:
    return _initial_of(word[0])


@lru_cache(maxsize=512)
def _initial_of(letter: str) -> str:
    first = take_accents_off(letter)[:1]
    return {"c": "k", "q": "k", "w": "v", "y": "i", "j": "i"}.get(first, first)
