"""The words that a brief says itself: not those of others, titles of sources, names of people, offices and programmes."""

import re
from collections.abc import Iterator
from functools import cache

from briefmaker.checks.checked_brief import CheckedBrief
from briefmaker.checks.phrases import FoundPhrase, Phrases
from briefmaker.checks.quotations import is_anothers
from briefmaker.checks.sentences import Stretch
from briefmaker.checks.text_in_brief import TextInBrief

_OF_OTHERS = re.compile(
    r"sources|glossary|to|through|copies|prepared_by|contact|clearances|drafted_with|reference"
    r"|agenda\.if_raised\.they_say|participants\.(?:name|title|organisation|address_as)"
)


@cache
def is_own_field(field: str) -> bool:
    """Tell whether a field holds what the brief says, rather than names and what others say."""
    return not any(_OF_OTHERS.fullmatch(".".join(field.split(".")[:count])) for count in (1, 2, 3))


def is_own(text: TextInBrief, stretch: Stretch) -> bool:
    """Tell whether words of a text are the brief's own."""
    return is_own_field(text.field) and not is_anothers(text, stretch)


def find_own_phrases(checked: CheckedBrief, name: str, right: str) -> Iterator[FoundPhrase]:
    """Give what stands of a word list in the brief's own words, but for what shares a word with the list ``right``."""
    fine: dict[str, frozenset[int]] = {}
    for found in checked.phrases(name).find(checked.index):
        if not is_own(found.text, found.stretch) or _is_name(found):
            continue
        if found.text.path not in fine:
            fine[found.text.path] = _list_words(checked.phrases(right), found.text)
        if fine[found.text.path].isdisjoint(range(found.first, found.last + 1)):
            yield found


def _list_words(phrases: Phrases, text: TextInBrief) -> frozenset[int]:
    """Give the numbers of the words that belong to a phrase: both of ``leveraged buyout``."""
    return frozenset(number for found in phrases.find_in(text) for number in range(found.first, found.last + 1))


def _is_name(found: FoundPhrase) -> bool:
    """Tell whether a phrase in small letters is written with a capital within a sentence, as in the name of a programme."""
    written = found.text.quote(found.stretch)
    if found.phrase != found.phrase.lower() or not written[:1].isupper():
        return False
    return found.text.sentence_at(found.stretch.start).start != found.stretch.start and not _follows_a_stop(found)


def _follows_a_stop(found: FoundPhrase) -> bool:
    before = found.text.words[: found.stretch.start].rstrip(" \"'“‘«([")
    return not before or before[-1] in ":\n–—;.!?"
