"""A text types a number that the brief keeps as a fact, and it is another one.

A number is taken for the fact's where it has the fact's unit, and its sentence has all telling words of the fact's id:
`us-share-2025`, 3.22 % of GDP, beside "The United States spends 3.38 % of GDP". Left alone are sentences of another year
than the fact's, those that also have the fact's own value or cite it, targets, and numbers far from it.

Why: a key figure is kept once so that it is changed once. The number that was typed stays behind when the fact moves on.

Wrong:

    bottom_line: Grain makes up 31 % of exports.   # NUM005
    facts:
      - {id: grain-share, value: 34, unit: "% of exports", as_of: 2025-06}

Right:

    bottom_line: Grain makes up [@grain-share].
    facts:
      - {id: grain-share, value: 34, unit: "% of exports", as_of: 2025-06}
"""

import re
from collections.abc import Iterator

from briefmaker.checks.checked_brief import CheckedBrief
from briefmaker.checks.fact_topics import FactTopic, read_topic
from briefmaker.checks.finding import Finding
from briefmaker.checks.late_pattern import LatePattern
from briefmaker.checks.quantities import Quantity, read_quantities
from briefmaker.checks.quotations import is_quoted
from briefmaker.checks.rule import rule
from briefmaker.checks.sentences import Stretch
from briefmaker.checks.text_in_brief import TextInBrief
from briefmaker.diagnostics import Severity

_NOT_READ = re.compile(r"sources\.|facts\.|figures\.|glossary")
_NOT_YET = LatePattern(
    r"\b(?:should|must|shall|will|would|could|may|might|target|aims?|goal|plans?|planned|commit\w*|pledg\w*|promis\w*"
    r"|wants?|asks?|demands?|offers?|propos\w*|by 20[0-9]{2}|until 20[0-9]{2}|if|unless|rather than|instead of|not"
    r"|up to|requires?|required|obliges?|minimum|forecasts?|expect\w*|another|a further|an extra|additional)\b"
)
_MOVED_BY = LatePattern(r"\b(?:by|another|a further|an extra|from) (?:about |some |over |nearly )*[$€£]?$")
_GROWTH_FROM = LatePattern(r"\b(?:growth|expansion|reduction|an increase|a rise|a cut) from [$€£]?$")
"""What stands before the number that holds, where something is to come of it."""
_MORE = LatePattern(r" (?:[^\W\d_]+ ){0,3}(?:more|fewer|less|higher|lower)\b|[- ](?:percentage )?points?\b")
_PART_OF = LatePattern(r"\bof (?:those|these|them|whom|which)\b")
_NAMED_BEFORE = LatePattern(r"(\w+) of $")
_SPOKEN = re.compile(r"agenda\.(?:lines_to_take|if_raised\.we_say)")
_LOWEST, _HIGHEST = 0.4, 2.5
"""A number farther from the fact than by these factors is another thing's."""


@rule(final=Severity.ERROR, languages=("en",))
def look(checked: CheckedBrief) -> Iterator[Finding]:
    """Find numbers in texts that are a fact's, with another value."""
    glossary = checked.brief.glossary
    topics = [topic for fact in checked.brief.facts if (topic := read_topic(fact, glossary)) is not None]
    for text in checked.shown_texts if topics else ():
        if not _NOT_READ.match(text.field) and (numbers := read_quantities(text.words, "en")):
            yield from _look_at(text, numbers, topics)


def _look_at(text: TextInBrief, numbers: tuple[Quantity, ...], topics: list[FactTopic]) -> Iterator[Finding]:
    words = text.words
    for number in numbers:
        if not number.counts or is_quoted(words, number.start):
            continue
        alike = [topic for topic in topics if topic.value.unit == number.unit]
        near = [topic for topic in alike if topic.has_unit_at(number, words)]
        sentence = text.sentence_at(number.start) if near else Stretch(0, 0)
        restated = [topic for topic in near if _restates(text, sentence, number, topic)]
        if restated and not any(_is_same(number, topic.value) for topic in near):
            fact = max(restated, key=lambda topic: len(topic.words)).fact
            printed = " ".join(filter(None, [fact.value, fact.unit]))
            message = f"`{text.words[number.start : number.end]}` stands here, and the fact `{fact.id}` says {printed}"
            hint = f"cite the fact, [@{fact.id}], or say of which day or source the other number is"
            yield text.finding(Stretch(number.start, number.end), message, hint)


def _restates(text: TextInBrief, sentence: Stretch, number: Quantity, topic: FactTopic) -> bool:
    """Tell whether a number in a sentence stands for the fact: named by its words, of its time, and none of what is planned."""
    words = text.quote(sentence)
    if not topic.is_named_in(words.lower(), is_spoken=_SPOKEN.match(text.field) is not None):
        return False
    if not _may_be_meant(number, topic.value) or _says_another(text.words, sentence, number, topic):
        return False
    years = {int(each) for each in re.findall(r"\b(?:19|20)[0-9]{2}\b", words)}
    if years and topic.years and not years & topic.years:
        return False
    cites = any(topic.fact.id in each.ids for each in text.citations if sentence.start <= each.start <= sentence.end)
    others = read_quantities(words, "en")
    return not cites and not any(_is_same(other, topic.value) for other in others if other.unit == topic.value.unit)


def _says_another(words: str, sentence: Stretch, number: Quantity, topic: FactTopic) -> bool:
    """Tell whether a number is what is planned, a difference or a part."""
    begin = sentence.start + len("Plan ") if words.startswith("Plan ", sentence.start) else sentence.start
    named = _NAMED_BEFORE.search(words, begin, number.start)
    is_planned = not (named and topic.has_word(named[1])) and any(
        not topic.has_word(found[0]) for found in _NOT_YET.finditer(words, begin, number.start)
    )
    return bool(
        is_planned
        or _PART_OF.search(words, sentence.start, sentence.end)
        or (
            _MOVED_BY.search(words, max(0, number.start - 24), number.start)
            and not _GROWTH_FROM.search(words, max(0, number.start - 24), number.start)
        )
        or _MORE.match(words, number.end)
    )


def _may_be_meant(number: Quantity, fact: Quantity) -> bool:
    """Tell whether a number is near enough to a fact, or has its digits in another order."""
    is_near = _LOWEST <= number.value / (fact.value or 1) <= _HIGHEST
    return is_near or (number.step == fact.step and _digits(number) == _digits(fact))


def _digits(number: Quantity) -> list[str]:
    return sorted(f"{number.value / number.step:.0f}")


def _is_same(number: Quantity, fact: Quantity) -> bool:
    """Tell whether a number is the fact's, perhaps rounded further, or said to be about so much."""
    difference = abs(number.value - fact.value)
    if number.is_about:
        return difference < _place_of_last_digit(number) + abs(fact.value) * 1e-9
    allowed = number.step / 2 if number.step > fact.step else 0.0
    return difference <= allowed + abs(fact.value) * 1e-9


def _place_of_last_digit(number: Quantity) -> float:
    """Give what the last digit counts that is no nought: 100,000 for 400,000."""
    place, units = number.step, round(number.value / number.step)
    while units and units % 10 == 0:
        place, units = place * 10, units // 10
    return place
