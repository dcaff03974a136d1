"""A key fact rests on one secondary source alone, or on none.

Why: analytic standard 1 of ICD 203 asks that the quality and credibility of sources be described; what a brief turns on
should not fall with one retelling. A primary source, which speaks for itself, may stand alone.

Wrong:

    facts:
      - {id: grain-share, value: 34, unit: "% of exports", sources: [daily], key: true}   # SRC003
    sources:
      daily: {title: Grain flows again, publisher: The Daily, date: 2025-10-02, kind: secondary}

Right:

    facts:
      - {id: grain-share, value: 34, unit: "% of exports", sources: [daily, report], key: true}
    sources:
      daily: {title: Grain flows again, publisher: The Daily, date: 2025-10-02, kind: secondary}
      report: {title: Report on the corridor, publisher: Ministry of Trade, date: 2025-10-01, kind: primary}
"""

from collections.abc import Iterator

from briefmaker.checks.checked_brief import CheckedBrief
from briefmaker.checks.finding import Finding
from briefmaker.checks.rule import rule
from briefmaker.model.evidence import SourceKind


@rule()
def look(checked: CheckedBrief) -> Iterator[Finding]:
    """Find key facts without a source, or with a single one that is secondary."""
    sources = checked.brief.sources
    for index, fact in enumerate(checked.brief.facts):
        named = set(fact.sources)
        if not fact.key or len(named) > 1:
            continue
        hint = "add a second source that does not repeat the first, or the primary one"
        if not named:
            yield Finding(f"facts[{index}]", f"the key fact `{fact.id}` rests on no source", hint)
        elif all(name in sources and sources[name].kind is SourceKind.SECONDARY for name in named):
            message = f"the key fact `{fact.id}` rests on one secondary source alone"
            yield Finding(f"facts[{index}].sources", message, hint)
