"""A judgement has no confidence, or does not say what it rests on.

Why: analytic standards 2 and 3 of ICD 203 ask for the uncertainty of a judgement, and for what is known to be told
apart from what is assumed.

Wrong:

    template: meeting
    implications:
      - statement: The corridor opens in March.   # PRB002
        likelihood: likely
        so_what: Book the port inspectors now.

Right:

    template: meeting
    implications:
      - statement: The corridor opens in March.
        likelihood: likely
        confidence: moderate
        basis: Three rounds of talks, each of which settled a point [@report].
        so_what: Book the port inspectors now.
    sources:
      report: {title: Report on the corridor, publisher: Ministry of Trade, date: 2025-10-02}
"""

from collections.abc import Iterator

from briefmaker.checks.checked_brief import CheckedBrief
from briefmaker.checks.finding import Finding
from briefmaker.checks.rule import rule
from briefmaker.diagnostics import Severity
from briefmaker.model import Implication, Item

_LACKS = {"confidence": "how confident we are in it", "basis": "what it rests on"}
_HINTS = {
    "confidence": "add `confidence`: low, moderate or high",
    "basis": "add `basis`, with sources where there are some",
}


@rule(final=Severity.ERROR, shows=("implications", "items"))
def look(checked: CheckedBrief) -> Iterator[Finding]:
    """Find judgements of implications and entries that lack one of the two."""
    for path, part in _iterate_judgements(checked):
        for field, lacks in _LACKS.items():
            if not getattr(part, field):
                yield Finding(f"{path}.{field}", f"this judgement does not say {lacks}", _HINTS[field])


def _iterate_judgements(checked: CheckedBrief) -> Iterator[tuple[str, Implication | Item]]:
    if checked.shows_field("implications"):
        yield from ((f"implications[{index}]", each) for index, each in enumerate(checked.brief.implications))
    if checked.shows_field("items"):
        items = enumerate(checked.brief.items)
        yield from ((f"items[{index}]", each) for index, each in items if each.judgement or each.likelihood)
