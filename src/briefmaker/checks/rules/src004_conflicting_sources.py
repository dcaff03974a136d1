"""Two facts give two values of one thing, from different sources, and no text of the brief says so.

Facts are taken for one thing where they have the same unit and the id of one is that of the other with words after it,
as `grain-share` and `grain-share-ministry`; an id that goes on with a figure, as `grain-share-2024`, is of another
time. The brief says so where one text cites both.

Why: ICD 203 asks for differences between sources to be told. A reader who finds the other value elsewhere doubts the
whole brief.

Wrong:

    facts:
      - {id: grain-share, value: 34, unit: "% of exports", sources: [daily]}
      - {id: grain-share-ministry, value: 31, unit: "% of exports", sources: [report]}   # SRC004
    sources:
      daily: {title: Grain flows again, publisher: The Daily, date: 2025-10-02}
      report: {title: Report on the corridor, publisher: Ministry of Trade, date: 2025-10-01}

Right:

    background: |
      The press puts the share at [@grain-share], the ministry at [@grain-share-ministry].
    facts:
      - {id: grain-share, value: 34, unit: "% of exports", sources: [daily]}
      - {id: grain-share-ministry, value: 31, unit: "% of exports", sources: [report]}
    sources:
      daily: {title: Grain flows again, publisher: The Daily, date: 2025-10-02}
      report: {title: Report on the corridor, publisher: Ministry of Trade, date: 2025-10-01}
"""

from collections.abc import Iterator

from briefmaker.checks.checked_brief import CheckedBrief
from briefmaker.checks.finding import Finding
from briefmaker.checks.rule import rule
from briefmaker.model.evidence import Fact


@rule()
def look(checked: CheckedBrief) -> Iterator[Finding]:
    """Find pairs of facts in conflict that no text cites together."""
    conflicts = list(_find_conflicts(checked.brief.facts))
    if not conflicts:
        return
    cited = [{each for citation in text.citations for each in citation.ids} for text in checked.texts]
    for one, other, index in conflicts:
        if not any({one.id, other.id} <= ids for ids in cited):
            message = (
                f"`{one.id}` says {one.value} and `{other.id}` says {other.value}, and no text says that they differ"
            )
            hint = "cite both in one text, with where each comes from, or leave one out"
            yield Finding(f"facts[{index}].value", message, hint)


def _find_conflicts(facts: tuple[Fact, ...]) -> Iterator[tuple[Fact, Fact, int]]:
    """Give each pair in conflict, with the place of the one whose id is the longer."""
    known = {fact.id: fact for fact in facts}
    for index, fact in enumerate(facts):
        parts = fact.id.split("-")
        for length in range(1, len(parts)):
            shorter = known.get("-".join(parts[:length]))
            rest = "".join(parts[length:])
            if shorter is not None and not any(letter.isdigit() for letter in rest) and _differ(shorter, fact):
                yield shorter, fact, index


def _differ(one: Fact, other: Fact) -> bool:
    return one.unit == other.unit and one.value != other.value and not set(one.sources) & set(other.sources)
