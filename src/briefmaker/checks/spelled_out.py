"""Finds names that the glossary spells out and that a text has nearly, but not quite, right."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from briefmaker.checks.near_names import count_slips
from briefmaker.checks.sentences import Stretch
from briefmaker.checks.text_in_brief import TextInBrief, WordIndex, fold_word

_NAME = re.compile(r"(?:[A-Z][^\W_]+(?:[-’'][^\W_]+)*(?:[ ](?:of|the|and|for|on|in|to)(?=[ ]))*[ ]?)+")
_LEAST_WORDS, _LEAST_LETTERS, _MOST_SLIPS = 3, 4, 2
_MOST_PLACES = 500
"""A word that stands oftener is looked at no more, so that many names with it cost no square."""
_AS_WRITTEN = re.compile(r"sources\.|glossary|reference$")


@dataclass(frozen=True, slots=True)
class NearlySpelledOut:
    """Where a text has a name with one word of it wrong: that word, and what stands for it in the glossary."""

    text: TextInBrief
    stretch: Stretch
    word: str
    name: str


def find_nearly_spelled_out(index: WordIndex, expansions: Iterable[str]) -> Iterator[NearlySpelledOut]:
    """Give the places where all words of a name of three or more stand but one, and that one nearly."""
    for expansion in dict.fromkeys(expansions):
        found = _NAME.match(expansion)
        words = found.group().split() if found else []
        if len(words) >= _LEAST_WORDS:
            yield from _find(index, words)


def _find(index: WordIndex, words: list[str]) -> Iterator[NearlySpelledOut]:
    folded = [fold_word(word) for word in words]
    # With one word wrong at most, one of any two is right: the two that are rarest in the brief are looked for.
    places = [(index.places.get(word, []), nth) for nth, word in enumerate(folded)]
    rarest = sorted(places, key=lambda each: len(each[0]))[:2]
    begins = {(number, at - nth) for stands, nth in rarest for number, at in stands[:_MOST_PLACES]}
    for number, at in sorted(begins):
        text = index.texts[number]
        tokens = text.tokens[max(at, 0) : max(at, 0) + len(words)]
        if at < 0 or len(tokens) < len(words) or _AS_WRITTEN.match(text.field):
            continue
        wrong = [nth for nth, token in enumerate(tokens) if token.folded != folded[nth]]
        if len(wrong) == 1 and _is_nearly(
            tokens[wrong[0]].folded, folded[wrong[0]], is_last=wrong[0] == len(words) - 1
        ):
            token = tokens[wrong[0]]
            if text.words[token.start].isupper() and text.words[tokens[0].start].isupper():
                yield NearlySpelledOut(text, Stretch(token.start, token.end), words[wrong[0]], " ".join(words))


def _is_nearly(word: str, wanted: str, *, is_last: bool) -> bool:
    if is_last and word.rstrip("'s") == wanted.rstrip("'s"):
        return False
    return len(wanted) >= _LEAST_LETTERS and count_slips(word, wanted, _MOST_SLIPS) <= _MOST_SLIPS
