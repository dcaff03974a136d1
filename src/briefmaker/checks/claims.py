"""Which sentences claim a fact that a reader would want a source for, by signs that can be seen without understanding them.

What is asked, judged, wished, or said of the brief itself is no claim. Where the signs disagree a sentence is left alone.
"""

import datetime
from bisect import bisect_left
from dataclasses import dataclass
from itertools import pairwise
from operator import attrgetter

from briefmaker.checks.claim_words import ClaimWords, load_claim_words
from briefmaker.checks.figures_in_text import find_figure
from briefmaker.checks.phrases import FoundPhrase
from briefmaker.checks.quotations import is_quoted
from briefmaker.checks.sentences import Stretch
from briefmaker.checks.text_in_brief import TextInBrief, WordIndex
from briefmaker.checks.written_dates import WrittenDate, find_dates

_LIFE = "participants.biography"
_REACH = 9
"""How many words after ``the convention`` its verb may stand."""


@dataclass(frozen=True, slots=True)
class Claim:
    """A claim in a sentence: what kind of claim, and the words that show it."""

    kind: str
    stretch: Stretch


@dataclass(frozen=True, slots=True)
class _Sentence:
    """A sentence with its words as they are compared, the signs of several words in it, and its dates."""

    text: TextInBrief
    stretch: Stretch
    words: tuple[str, ...]
    places: tuple[Stretch, ...]
    signs: tuple[FoundPhrase, ...]
    dates: tuple[WrittenDate, ...]

    def sign(self, *kinds: str) -> FoundPhrase | None:
        return next((each for each in self.signs if each.meaning in kinds), None)


class ClaimFinder:
    """Knows the signs of claims in the texts of a brief in one language; what only names its own days is no event."""

    def __init__(self, index: WordIndex, language: str, own_days: frozenset[datetime.date] = frozenset()) -> None:
        self._own_days = own_days
        self._language = language
        self._known = load_claim_words(language)
        self._signs: dict[str, list[FoundPhrase]] = {}
        for found in self._known.phrases.find(index):
            self._signs.setdefault(found.text.path, []).append(found)

    def find(self, text: TextInBrief, stretch: Stretch) -> Claim | None:
        """Give the first sign of a claim in a sentence, None where it claims nothing."""
        sentence = self._read(text, stretch)
        if not sentence.words or _is_no_report(sentence, self._known):
            return None
        said = _find_statement(sentence, self._known)
        if said is not None or _is_hedged(sentence, self._known):
            return said
        found = (
            look(sentence, self._known)
            for look in (_find_number, _find_survey, _find_rule, _find_comparison, self._find_event)
        )
        return next(filter(None, found), None)

    def _find_event(self, sentence: _Sentence, known: ClaimWords) -> Claim | None:
        """Find what happened on a day, in a month or in a year; a life is told without verbs, too."""
        dates = [date for date in sentence.dates if (date.year or date.day) and date.first_day not in self._own_days]
        is_life = sentence.text.field == _LIFE
        if not dates or not (is_life or _has_past(sentence.words, known)):
            return None
        return Claim("event", Stretch(dates[0].start, dates[0].end))

    def _read(self, text: TextInBrief, stretch: Stretch) -> _Sentence:
        first = bisect_left(text.tokens, stretch.start, key=attrgetter("start"))
        last = bisect_left(text.tokens, stretch.end, key=attrgetter("start"))
        tokens = text.tokens[first:last]
        known = self._signs.get(text.path, [])
        signs = known[_count_before(known, stretch.start) : _count_before(known, stretch.end)]
        has_figures = any(token.folded[0].isdigit() for token in tokens)
        dates = find_dates(text.words, stretch.start, stretch.end, self._language) if has_figures else iter(())
        places = tuple(Stretch(token.start, token.end) for token in tokens)
        words = tuple(token.folded for token in tokens)
        return _Sentence(text, stretch, words, places, tuple(signs), tuple(dates))


def _count_before(signs: list[FoundPhrase], offset: int) -> int:
    return bisect_left(signs, offset, key=lambda each: each.stretch.start)


def _is_no_report(sentence: _Sentence, known: ClaimWords) -> bool:
    """Tell whether a sentence asks, orders, judges, heads a list, speaks for ourselves or to somebody."""
    is_question_or_heading = sentence.text.quote(sentence.stretch).rstrip("”»\"' ").endswith(("?", ":"))
    is_ours = known.has("opens", sentence.words[0]) or not known.sets["addresses"].isdisjoint(sentence.words)
    is_said_aloud = is_quoted(sentence.text.words, sentence.stretch.start)
    return is_question_or_heading or is_ours or is_said_aloud or sentence.sign("judged") is not None


def _is_hedged(sentence: _Sentence, known: ClaimWords) -> bool:
    """Tell whether a word says that something may or should be so; the month of May does not."""
    return any(
        known.has("hedged", word) and not any(date.start <= place.start < date.end for date in sentence.dates)
        for word, place in zip(sentence.words, sentence.places, strict=True)
    )


def _find_statement(sentence: _Sentence, known: ClaimWords) -> Claim | None:
    sign = sentence.sign("according")
    if sign is not None and (
        not sign.first or not known.has("not_says_after", sign.text.tokens[sign.first - 1].folded)
    ):
        return Claim("statement", sign.stretch)
    only_after = known.sets.get("says_after")
    for number, (before, word) in enumerate(pairwise(("", *sentence.words))):
        follows = before in only_after if only_after else before not in known.sets["not_says_after"]
        if number and known.has("says", word) and follows:
            return Claim("statement", sentence.places[number])
    return None


def _find_number(sentence: _Sentence, known: ClaimWords) -> Claim | None:
    figure = find_figure(sentence.text.words, sentence.stretch, sentence.dates, known)
    if figure is not None:
        return Claim("figure", figure)
    sign = sentence.sign("portions", "multiples")
    if sign is not None:
        return Claim("figure", sign.stretch)
    return None


def _find_survey(sentence: _Sentence, known: ClaimWords) -> Claim | None:
    found = next((number for number, word in enumerate(sentence.words) if known.has("surveys", word)), None)
    if found is None or not any(known.has("shows", word) for word in sentence.words):
        return None
    return Claim("survey", sentence.places[found])


def _find_rule(sentence: _Sentence, known: ClaimWords) -> Claim | None:
    """Find what a treaty or a law provides: its name, and soon after it what it does; or ``under`` it, as a sentence begins."""
    under = sentence.sign("under")
    is_under = under is not None and under.stretch.start == sentence.places[0].start
    for number, word in enumerate(sentence.words):
        if known.has("instruments", word):
            if is_under and number < _REACH:
                return Claim("rule", Stretch(sentence.places[0].start, sentence.places[number].end))
            for verb in range(number + 1, min(number + _REACH, len(sentence.words))):
                if known.has("provides", sentence.words[verb]) and sentence.words[verb - 1] not in ("to", "the"):
                    return Claim("rule", Stretch(sentence.places[number].start, sentence.places[verb].end))
    return None


def _find_comparison(sentence: _Sentence, known: ClaimWords) -> Claim | None:
    sign = sentence.sign("superlatives")
    if sign is None:
        return None
    after = sentence.text.tokens[sign.last + 1 : sign.last + 3]
    is_opinion = any(known.has("no_comparison_of", token.folded) for token in after)
    return None if is_opinion else Claim("comparison", sign.stretch)


def _has_past(words: tuple[str, ...], known: ClaimWords) -> bool:
    return any(known.has("happened", word) or (known.has_past_in_ed and _is_past_in_ed(word)) for word in words)


def _is_past_in_ed(word: str) -> bool:
    return word.endswith("ed") and not word.endswith("eed") and word not in ("united", "allied", "armed")
