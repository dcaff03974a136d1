"""Finds guesses about the past that are told as if they were reports: what may be done in every language, and what differs."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from briefmaker.checks import past_guesses_english, past_guesses_french
from briefmaker.checks.checked_brief import CheckedBrief
from briefmaker.checks.guess_words import GuessWords, Passage, load_guess_words
from briefmaker.checks.phrases import FoundPhrase
from briefmaker.checks.sentences import Stretch
from briefmaker.checks.text_in_brief import TextInBrief, WordIndex

_LIST = "guesses"


@dataclass(frozen=True, slots=True)
class Language:
    """What differs by language: verbs that guess by their form, words that begin such forms, and what is past."""

    begins: frozenset[str]
    find_verb: Callable[[Passage, int, GuessWords], int | None]
    tells_past: Callable[[Passage, FoundPhrase, GuessWords], bool]


_LANGUAGES = {
    "en": Language(
        past_guesses_english.BEGINS, past_guesses_english.find_guessing_verb, past_guesses_english.tells_past
    ),
    "fr": Language(past_guesses_french.BEGINS, past_guesses_french.find_guessing_verb, past_guesses_french.tells_past),
}


def find_past_guesses(checked: CheckedBrief, index: WordIndex) -> Iterator[tuple[TextInBrief, Stretch]]:
    """Give each guess in the texts of an index, in any field; none for a language without data."""
    language = _LANGUAGES.get(checked.language)
    if language is None:
        return
    words = load_guess_words(checked.language)
    for found in checked.phrases(_LIST).find(index):
        if _is_guess(found, language, words):
            yield found.text, found.stretch
    yield from _find_verbs(index, language, words)


def _is_guess(found: FoundPhrase, language: Language, words: GuessWords) -> bool:
    passage = Passage.around(found.text, found.first)
    if passage.is_told(found.first, words):
        return False
    match found.meaning:
        case "past":
            return language.tells_past(passage, found, words)
        case "unsourced":
            is_name = (
                passage.before(found.first, 1)[-1:] and passage.before(found.first, 1)[-1] in words["before_a_thing"]
            )
            return not is_name and not passage.has_citation
        case meaning:
            return meaning != "shield"


def _find_verbs(index: WordIndex, language: Language, words: GuessWords) -> Iterator[tuple[TextInBrief, Stretch]]:
    """Give forms such as ``would have discussed``, from their first word to their last."""
    places = sorted(place for word in language.begins for place in index.places.get(word, ()))
    for number, first in places:
        text = index.texts[number]
        passage = Passage.around(text, first)
        last = language.find_verb(passage, first, words)
        if last is not None and not passage.is_told(first, words):
            yield text, Stretch(text.tokens[first].start, text.tokens[last].end)
