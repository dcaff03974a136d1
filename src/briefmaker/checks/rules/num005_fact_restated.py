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
from briefmaker.checks.quantities import Quantity, read_quantities
from briefmaker.checks.quotations import is_quoted
from briefmaker.checks.rule import rule
from briefmaker.checks.sentences import Stretch
from briefmaker.checks.text_in_brief import TextInBrief
from briefmaker.diagnostics import Severity

_NOT_READ = re.compile(r"sources\.|facts\.|figures\.|glossary")
_NOT_YET = re.compile(
    r"\b(?:should|must|shall|will|would|could|target|aims?|goal|plans?|commit\w*|pledg\w*|promis\w*|wants?|asks?"
    r"|demands?|offers?|propos\w*"
    r"|by 20[0-9]{2}|until 20[0-9]{2}|if|rather than|instead of|not)\b",
    re.IGNORECASE,
)
_MOVED_BY = re.compile(r"\bby (?:about |some |over |nearly )*$", re.IGNORECASE)
_PART_OF = re.compile(r"\bof (?:those|these|them|whom|which)\b", re.IGNORECASE)
_LOWEST, _HIGHEST = 0.4, 2.5
"""A number farther from the fact than by these factors is another thing's."""
_ABOUT = 0.1


@rule(final=Severity.ERROR, languages=("en",))
def look(checked: CheckedBrief) -> Iterator[Finding]:
    """Find numbers in texts that are a fact's, with another value."""
    glossary = checked.brief.glossary
    topics = [topic for fact in checked.brief.facts if (topic := read_topic(fact, glossary)) is not None]
    for text in checked.shown_texts if topics else ():
        if not _NOT_READ.match(text.field):
            yield from _look_at(text, topics)


def _look_at(text: TextInBrief, topics: list[FactTopic]) -> Iterator[Finding]:
    for number in read_quantities(text.words, "en"):
        if not number.counts or is_quoted(text.words, number.start):
            continue
        near = [topic for topic in topics if topic.has_unit_at(number, text.words)]
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
    if not topic.is_named_in(words.lower()) or _NOT_YET.search(words) or _PART_OF.search(words):
        return False
    if not _LOWEST <= number.value / (topic.value.value or 1) <= _HIGHEST:
        return False
    if _MOVED_BY.search(text.words[max(0, number.start - 20) : number.start]):
        return False
    years = {int(each) for each in re.findall(r"\b(?:19|20)[0-9]{2}\b", words)}
    if years and topic.year not in years:
        return False
    cites = any(topic.fact.id in each.ids for each in text.citations if sentence.start <= each.start <= sentence.end)
    others = read_quantities(words, "en")
    return not cites and not any(_is_same(other, topic.value) for other in others if other.unit == topic.value.unit)


def _is_same(number: Quantity, fact: Quantity) -> bool:
    """Tell whether a number is the fact's, perhaps rounded further, or said to be about so much."""
    difference = abs(number.value - fact.value)
    coarser = number.step > fact.step
    allowed = max(_ABOUT * fact.value if number.is_about else 0.0, number.step / 2 if coarser else 0.0)
    return difference <= allowed + abs(fact.value) * 1e-9
