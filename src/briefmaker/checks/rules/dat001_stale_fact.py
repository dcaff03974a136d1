"""A fact is old, seen from the moment whose knowledge the brief holds.

A fact may be 365 days old; `stale_after` under `checks` in `briefmaker.yaml` says otherwise. Of a fact that holds for a
month or a year, the last day counts. What is compared is `as_of` of the brief, or else its date, and never today: an
old brief stays as it was.

Why: timeliness is one of the tradecraft standards of ICD 203, and a reader takes a figure without a word beside it for
today's.

Wrong:

    as_of: 2025-10-21
    facts:
      - {id: grain-share, value: 31, unit: "% of exports", as_of: 2023}   # DAT001

Right:

    as_of: 2025-10-21
    facts:
      - {id: grain-share, value: 34, unit: "% of exports", as_of: 2025-06}
"""

from collections.abc import Iterator

from briefmaker.checks.checked_brief import CheckedBrief
from briefmaker.checks.finding import Finding
from briefmaker.checks.partial_dates import last_day
from briefmaker.checks.rule import rule


@rule()
def look(checked: CheckedBrief) -> Iterator[Finding]:
    """Find facts that are older than the settings allow."""
    known_on = checked.known_on
    if known_on is None:
        return
    oldest = known_on.toordinal() - checked.settings.stale_after
    for index, fact in enumerate(checked.brief.facts):
        if fact.as_of is not None and last_day(fact.as_of).toordinal() < oldest:
            age = (known_on - last_day(fact.as_of)).days
            hint = "look for a newer figure; if there is none, say so with `# briefmaker: ignore[DAT001] because ...`"
            yield Finding(f"facts[{index}].as_of", f"this fact was {age:,} days old on {known_on.isoformat()}", hint)
