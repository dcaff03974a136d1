"""Finds hedges that are no term of a scale of likelihood, and leaves the same words where they give leave or name something."""

from collections.abc import Iterator
from functools import cache

from briefmaker.checks.checked_brief import CheckedBrief
from briefmaker.checks.judging_texts import STATEMENTS, belongs_to
from briefmaker.checks.likelihood_in_text import find_chances, word_after, words_before
from briefmaker.checks.phrases import FoundPhrase
from briefmaker.checks.sentences import Stretch
from briefmaker.checks.text_in_brief import TextInBrief
from briefmaker.reading.shipped_yaml import load_shipped_yaml

_LIST, _NEAR = "hedges", 4


def find_hedges(checked: CheckedBrief) -> Iterator[tuple[TextInBrief, Stretch]]:
    """Give each hedge in the texts that the reader meets: those of the word list ``hedges``, and chances without a number."""
    words = load_uses(checked.language)
    for found in checked.phrases(_LIST).find(checked.index):
        if _is_hedge(found, words):
            yield found.text, found.stretch
    for text, stretch in find_chances(checked):
        if not any(letter.isdigit() for letter in text.quote(stretch)):
            yield text, stretch


@cache
def load_uses(language: str) -> dict[str, frozenset[str]]:
    """Give, by name, the words that tell uses of a hedge apart; none for a language without data."""
    lists = load_shipped_yaml(__package__ or "", "hedge_uses", language) or {}
    return {name: frozenset(words) for name, words in lists.items()}


def _is_hedge(found: FoundPhrase, words: dict[str, frozenset[str]]) -> bool:
    match found.meaning:
        case "modal":
            return _is_modal(found, words)
        case "doing":
            return _is_before_doing(found, words)
        case "happening":
            return word_after(found).rpartition("'")[2] in words["happening"] and "ne" not in words_before(found, 1)
        case "expected":
            return belongs_to(found.text, STATEMENTS)
        case "fact":
            return word_after(found) not in words["infinitive"]
        case meaning:
            return meaning != "shield"


def _is_modal(found: FoundPhrase, words: dict[str, frozenset[str]]) -> bool:
    """Tell whether a verb such as ``may`` follows that says what will be, and gives no leave and offers no choice."""
    following, before = word_after(found), words_before(found, _NEAR)
    if _is_name(found, before) or (found.phrase == "might" and not words["mighty"].isdisjoint(before[-1:])):
        return False
    if not following and not _is_before_insertion(found, words):
        return False
    if following[:1].isdigit() or following in words["no_verb"] or following in words["allowed"]:
        return False
    return words["offered_to"].isdisjoint(before[-1:]) and words["giving_leave"].isdisjoint(before)


def _is_before_insertion(found: FoundPhrase, words: dict[str, frozenset[str]]) -> bool:
    """Tell whether the verb follows behind a comma and some words: ``might, in May, cut the rate``."""
    following = found.text.tokens[found.last + 1 : found.last + 2]
    is_parted = found.text.words.startswith(", ", found.stretch.end)
    return is_parted and any(each.folded not in words["allowed"] for each in following)


def _is_name(found: FoundPhrase, before: list[str]) -> bool:
    """Tell whether a word is one in capitals within a sentence, as the month of May."""
    return bool(before) and found.text.quote(found.stretch)[0].isupper()


def _is_before_doing(found: FoundPhrase, words: dict[str, frozenset[str]]) -> bool:
    before = words_before(found, 1)
    if before and before[0] in words["before_a_noun"]:
        return False
    return not words["doing"] or word_after(found).endswith(tuple(words["doing"]))
