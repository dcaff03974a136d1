"""A figure lacks its unit, as in: spending rose to 3.4.

Looked at are facts without `unit` whose value is a bare number, charts that say nowhere what their numbers are, and
sentences in which something that is measured (the list `statistics`) rises to, stands at or amounts to a bare number.

Why: 3.4 per cent of GDP and 3.4 billion euros are both spending, and the reader takes the one that comes to mind.

Wrong:

    bottom_line: Defence spending rose to 3.4 in 2024.   # NUM001
    facts:
      - {id: share, value: 3.4, as_of: 2024}   # NUM001

Right:

    bottom_line: Defence spending rose to 3.4 % of GDP in 2024.
    facts:
      - {id: share, value: 3.4, unit: "% of GDP", as_of: 2024}
"""

import re
from collections.abc import Iterator

from briefmaker.checks.bare_numbers import NO_UNIT_BEHIND, find_bare_numbers
from briefmaker.checks.checked_brief import CheckedBrief
from briefmaker.checks.finding import Finding
from briefmaker.checks.late_pattern import LatePattern
from briefmaker.checks.quantities import Quantity, read_value
from briefmaker.checks.rule import rule
from briefmaker.checks.sentences import Stretch
from briefmaker.checks.statistics_told import VERBS, ToldSentence, find_told_sentences
from briefmaker.model.evidence import Chart, Figure

HINT = "say what the number counts: per cent of what, which currency, tonnes, people ..."
_SAYS_UNIT = LatePattern(
    r"\b(?:index|indices|ratio|score|rank|ranking|rating|coefficient|numbers? of|percentage|per ?cent|fertility"
    r"|reproduction|exchange rate"
    r"|in (?:thousands|millions|billions|trillions|tonnes|euros|dollars|barrels)|on a scale|against the|scale of"
    r"|out of|grade"
    r"|times)\b"
)
_ABOUT = (
    r"(?:about |around |roughly |some |nearly |almost |over |more than |less than |just |only |as (?:much|many|low"
    r"|high) as "
    r"|an estimated )*"
)
_BETWEEN = (
    r"(?:expected|forecast|projected|estimated|put|set|cut|now|still|already|back|likely|reported|raised|lowered"
    r"|reduced|increased|again"
    r"|further|\w+ly)"
)
_TO_NUMBER = LatePattern(
    rf"(?: of|,? at|, put at| to|.{{0,60}}?\b{VERBS}\b(?: {_BETWEEN})?(?: up| down)?(?: at| to| by| from| for"
    rf"| below| above"
    rf"| past)?) {_ABOUT}$"
)
_VOTE_BEFORE = LatePattern(r"\b(?:passed|adopted|approved|rejected|carried|backed|defeated) by (?:about )?$")
_SAYS_ITS_UNIT = LatePattern(
    r"%|[$€£]|\b(?:per ?cent|million|billion|thousand|tonnes?|barrels?|euros?|dollars?|TWh|GW|MW|people|number)"
)
_TELLS_NOTHING = LatePattern(r"(?:[0-9 ()e]|estimate|forecast)+|values?|amounts?|totals?|figures?|data|shares?")


@rule(languages=("en",))
def look(checked: CheckedBrief) -> Iterator[Finding]:
    """Find facts, charts and statistics in sentences that lack a unit."""
    for index, fact in enumerate(checked.brief.facts):
        value = read_value(fact.value, checked.language)
        if fact.unit is None and value is not None and value.is_bare and not value.is_year:
            yield Finding(f"facts[{index}].value", f"the fact `{fact.id}` is {fact.value}, and has no unit", HINT)
    for name, figure in checked.brief.figures.items():
        if _lacks_unit(figure, checked, name):
            message = f"the figure `{name}` says nowhere what its numbers are"
            yield Finding(f"figures.{name}", message, f"add `unit`; {HINT}", at_name=True)
    for told in find_told_sentences(checked):
        found = list(_look_at(told))
        yield from found or _look_at_build(told)


def _lacks_unit(figure: Figure, checked: CheckedBrief, name: str) -> bool:
    """Tell whether a chart has numbers, no unit, and labels that are years or words such as value or spending."""
    table = checked.tables.get(name)
    if figure.unit is not None or figure.chart is Chart.TABLE or table is None:
        return False
    said = " ".join(filter(None, [figure.caption, *figure.y.values(), *table.columns]))
    cells = [read_value(cell, "en") for row in table.rows for cell in row[1:]]
    measured = {each.lower() for each, kind in checked.phrases("statistics").entries.items() if kind == "measured"}
    labels = list(figure.y.values()) or list(table.columns[1:])
    is_silent = all(
        _TELLS_NOTHING.fullmatch(label) or label.lower().split()[-1] in measured for label in labels if label
    )
    return is_silent and not _SAYS_ITS_UNIT.search(said) and any(cell is not None and cell.is_bare for cell in cells)


def _look_at(told: ToldSentence) -> Iterator[Finding]:
    words, sentence = told.text.words, told.sentence
    measured = [each for each in told.subjects if each.meaning == "measured"]
    if not measured or _SAYS_UNIT.search(words, sentence.start, sentence.end):
        return
    for at, number in enumerate(told.numbers):
        subject = next((each for each in reversed(measured) if each.stretch.end <= number.start), None)
        if _VOTE_BEFORE.search(words, max(0, number.start - 24), number.start):
            continue
        if subject is None or not number.is_bare or not NO_UNIT_BEHIND.match(words, number.end):
            continue
        lead = words[subject.stretch.end : number.start]
        if _leads_to_number(lead) and not _shares_unit(told.numbers, at, words):
            what = f"{told.text.quote(subject.stretch)} ... {words[number.start : number.end]}"
            yield told.text.finding(Stretch(number.start, number.end), f"`{what}` has no unit", HINT)


def _look_at_build(told: ToldSentence) -> Iterator[Finding]:
    """Find what a sentence without a known statistic measures."""
    words = told.text.words
    for what, number in find_bare_numbers(words, told.sentence, told.numbers, told.block.start):
        stretch = Stretch(number.start, number.end)
        yield told.text.finding(stretch, f"`{what} {told.text.quote(stretch)}` has no unit", HINT)
        return


def _leads_to_number(lead: str) -> bool:
    """Tell whether the words between a statistic and a number make the number its value."""
    return not re.search(r"[;:()]", lead) and _TO_NUMBER.fullmatch(_without_range(lead)) is not None


def _without_range(lead: str) -> str:
    """Give the words without the first number of ``from 40 to``."""
    return re.sub(r"\bfrom [0-9.,]+ to $", "to ", lead)


def _shares_unit(numbers: tuple[Quantity, ...], at: int, words: str) -> bool:
    """Tell whether a number has its unit from another: from 2.1 to 3.4 %."""
    here = numbers[at]
    for other in numbers[at + 1 :]:
        gap = words[here.end : other.start]
        has_unit = not other.is_bare or NO_UNIT_BEHIND.match(words, other.end) is None
        if has_unit and len(gap) <= 60 and re.search(r"\b(?:to|and|or)\b|[–-]", gap):  # noqa: PLR2004 - a clause
            return True
    return any(not other.is_bare and re.search(r"\bto\b", words[other.end : here.start]) for other in numbers[:at])
