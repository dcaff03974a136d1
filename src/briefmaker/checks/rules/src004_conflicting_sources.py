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
from itertools import combinations

from briefmaker.checks.checked_brief import CheckedBrief
from briefmaker.checks.finding import Finding
from briefmaker.checks.rule import rule
from briefmaker.model.evidence import Fact


@rule()
def look(checked: CheckedBrief) -> Iterator[Finding]:
    """Find pairs of facts in conflict that no text cites together."""
    numbered = enumerate(checked.brief.facts)
    conflicts = [(one, other) for one, other in combinations(numbered, 2) if _are_in_conflict(one[1], other[1])]
    if not conflicts:
        return
    cited = [{each for citation in text.citations for each in citation.ids} for text in checked.texts]
    for (_, one), (index, other) in conflicts:
        if not any({one.id, other.id} <= ids for ids in cited):
            message = (
                f"`{one.id}` says {one.value} and `{other.id}` says {other.value}, and no text of the brief says so"
            )
            hint = "cite both in one sentence, with where each comes from, or leave one out"
            yield Finding(f"facts[{index}].value", message, hint)


def _are_in_conflict(one: Fact, other: Fact) -> bool:
    if one.unit != other.unit or one.value == other.value or set(one.sources) & set(other.sources):
        return False
    shorter, longer = sorted((one.id, other.id), key=len)
    rest = longer.removeprefix(f"{shorter}-")
    return rest != longer and not any(letter.isdigit() for letter in rest)
