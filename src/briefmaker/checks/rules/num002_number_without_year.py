"""A statistic says not when it holds: it lacks a year, a price basis or a word that it is an estimate.

Looked at are facts without `as_of`, and sentences of prose in which something of the list `statistics` stands at, rises to
or makes up a number, in a paragraph without a date. Targets, offers, conditions and what will be are no statistics yet,
and a fact that is cited has its date with it. The date of a source is not that of its numbers.

Why: without its year a figure cannot be compared or found again, and it goes on being quoted when it is long out of date.

Wrong:

    bottom_line: Defence spending stands at 3.4 % of GDP.   # NUM002
    facts:
      - {id: share, value: 3.4, unit: "% of GDP"}   # NUM002

Right:

    bottom_line: Defence spending stood at 3.4 % of GDP in 2024.
    facts:
      - {id: share, value: 3.4, unit: "% of GDP", as_of: 2024}
"""

from bisect import bisect_right
from collections.abc import Iterator
from functools import lru_cache
from operator import attrgetter

from briefmaker.checks.checked_brief import CheckedBrief
from briefmaker.checks.finding import Finding
from briefmaker.checks.late_pattern import LatePattern
from briefmaker.checks.quantities import Quantity, read_value
from briefmaker.checks.rule import rule
from briefmaker.checks.sentences import Stretch
from briefmaker.checks.statistics_by_build import is_built_as_statistic, is_of_cost, is_rule
from briefmaker.checks.statistics_told import VERBS, ToldSentence, find_told_sentences
from briefmaker.checks.text_in_brief import TextInBrief

HINT = "say which year or day it holds for, at which prices, or that it is an estimate"
_DATED = LatePattern(
    r"\b(?:(?:19|20)[0-9]{2}s?|jan(?:uary)?|february|march|april|may(?= [0-9])|(?<=in )may|june|july|august"
    r"|september|october|november|december"
    r"|quarter|q[1-4]|(?:last|this|next|past|previous|same|fiscal|financial) (?:year|month|week|quarter|decade"
    r"|winter|summer|spring|autumn)s?"
    r"|over the (?:year|month|quarter|decade|winter|summer)|(?:years?|months?|weeks?|days?|decades?) (?:ago|earlier"
    r"|before|later|after|to)"
    r"|(?:within|over|in|for) (?:the )?(?:\w+ )?(?:years|months|weeks|decades)|since|now|today|currently|recent"
    r"|recently|to date|so far"
    r"|at present|present|yesterday|estimate[sd]?|forecasts?|projected|projections?|provisional|preliminary"
    r"|prices of|constant prices"
    r"|ceasefire|by then|at the time|winter|summer|spring|autumn)\b"
)
_NO_STATISTIC = LatePattern(
    r"\b(?:targets?|aims?|goals?|should|must|shall|will|would|could|can|may|might|commit\w*|pledg\w*|promis\w*"
    r"|propos\w*|ask\w*|offer\w*|wants?|wish\w*"
    r"|requir\w*|needs?|plan(?:s|ned|ning)?|ceilings?|limit\w*|floors?|thresholds?|quotas?|fines?|majority|tariffs?|dut(?:y"
    r"|ies)|up to|at least|at most|if|unless"
    r"|agree\w*|demand(?:s|ed)|seeks?|sought|guarant\w*|cap|capped|caps|to (?:spend|raise|cut|reach|invest|pay"
    r"|buy|reduce|keep)|obliges?|sets?|lets?"
    r"|due|call(?:s|ed) for|mandate|expected|in return|instead|each|guideline|envelope|earmark\w*|allocat\w*"
    r"|provides?|set aside|capacity"
    r"|whether|never|no longer|ready to|willing to|prepared to)\b"
)
_TELLS = LatePattern(
    rf"\b(?:{VERBS}|hosts?|keeps?|kept|pays?|paid|brings?|affects?|serves?|imports?|exports?|has|have|employs?"
    rf"|spends?|owes?|holds?|lives?|provides?"
    r"|supplies|receives?|depends?|lacks?|produces?|generates?|fled|crossed|died|uses?|consumes?|trades?|earns?"
    r"|costs?|buys?|sells?|go|went|needs?)\b"
)
_NEXT_CLAUSE = LatePattern(
    r";| (?:and|but) (?:(?:it|they|he|she|we|now|therefore|(?:the|its|their) [^\W\d_]+) )?(?:wants?|asks?|seeks?"
    r"|needs?|hopes?|wishe?s?|offers?|plans?|requires?)\b"
)
_SMALLEST_COUNT, _CLOSE = 100, 40


@rule(languages=("en",))
def look(checked: CheckedBrief) -> Iterator[Finding]:
    """Find facts without a date, and statistics in paragraphs without one."""
    for index, fact in enumerate(checked.brief.facts):
        value = read_value(fact.value, checked.language)
        if fact.as_of is None and value is not None and not value.is_year:
            message = f"the fact `{fact.id}` says not when it holds"
            yield Finding(f"facts[{index}].value", message, "add `as_of`: the year, month or day it holds for")
    for told in find_told_sentences(checked):
        number = _find_undated(told)
        if number is not None:
            what = told.text.words[number.start : number.end]
            message = f"`{what}` is a statistic without its year"
            yield told.text.finding(Stretch(number.start, number.end), message, HINT)


def _find_undated(told: ToldSentence) -> Quantity | None:
    """Give the first number of a sentence that tells a statistic and no date, where its paragraph has none either."""
    text, sentence = told.text, told.sentence
    words, start, end = text.words, sentence.start, sentence.end
    loose = [each for each in told.numbers if not _is_cited(each, text)]
    statistics = (each for each in loose if is_built_as_statistic(each, words, start, end))
    number = next(statistics, None) or next((each for each in loose if _is_told(each, told)), None)
    if number is None or _NO_STATISTIC.search(words, start, _end_of_clause(words, number, end)):
        return None
    return None if _is_dated(words, told.block.start, told.block.end) else number


def _end_of_clause(words: str, number: Quantity, end: int) -> int:
    """Give where the clause of a number ends: what is wanted behind ``and`` makes no plan of what is told before it."""
    found = _NEXT_CLAUSE.search(words, number.end, end)
    return found.start() if found else end


def _is_told(number: Quantity, told: ToldSentence) -> bool:
    """Tell whether a number stands in a sentence about a statistic that the list names, and says what it is."""
    words, start, end = told.text.words, told.sentence.start, told.sentence.end
    is_named = bool(told.subjects) and _is_statistic(number, told) and not is_of_cost(number, words)
    return is_named and _TELLS.search(words, start, end) is not None and not is_rule(words, start, end)


@lru_cache(maxsize=64)
def _is_dated(words: str, start: int, end: int) -> bool:
    """Tell whether a paragraph has a date; asked once for all of its sentences."""
    return _DATED.search(words, start, end) is not None


def _is_cited(number: Quantity, text: TextInBrief) -> bool:
    """Tell whether a number stands in a text because a fact is cited there."""
    before = bisect_right(text.citations, number.start, key=attrgetter("start")) - 1
    return before >= 0 and number.start < text.citations[before].end


def _is_statistic(number: Quantity, told: ToldSentence) -> bool:
    """Tell whether a number is a measure with its unit, or a large count of what the sentence counts."""
    words = told.text.words
    if number.unit or number.scale > 1 or words.startswith(" per ", number.end):
        return True
    if number.value < _SMALLEST_COUNT:
        return False
    counted = [each for each in told.subjects if each.meaning == "counted"]
    is_before = not number.noun and any(each.stretch.end <= number.start for each in counted)
    is_behind = any(0 < each.stretch.start - number.end <= _CLOSE for each in counted)
    return is_before or is_behind or words.startswith(" barrels", number.end)
