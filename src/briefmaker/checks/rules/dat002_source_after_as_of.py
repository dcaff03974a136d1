"""A source, or the day on which it was read, or a fact, is later than the moment whose knowledge the brief holds.

Why: the brief says of itself that it knows nothing after `as_of`. What is later is a slip of the pen, or `as_of` was
forgotten when the brief was brought up to date. This is briefmaker's own rule.

Wrong:

    as_of: 2025-10-21
    sources:
      report: {title: Report on the corridor, publisher: Ministry of Trade, date: 2025-11-02}   # DAT002

Right:

    as_of: 2025-10-21
    sources:
      report: {title: Report on the corridor, publisher: Ministry of Trade, date: 2025-10-02}
"""

from collections.abc import Iterator

from briefmaker.checks.checked_brief import CheckedBrief
from briefmaker.checks.finding import Finding
from briefmaker.checks.partial_dates import first_day
from briefmaker.checks.rule import rule
from briefmaker.diagnostics import Severity
from briefmaker.model import Brief


@rule(final=Severity.ERROR)
def look(checked: CheckedBrief) -> Iterator[Finding]:
    """Find dates of sources and facts after the day that the brief names."""
    known_on = checked.known_on
    if known_on is None:
        return
    what = "as_of" if checked.brief.as_of is not None else "date"
    hint = f"mend the date, or bring `{what}` up to date"
    for path, written in _iterate_dates(checked.brief):
        if first_day(written) > known_on:
            yield Finding(path, f"{written} is later than {known_on.isoformat()}, the brief's own `{what}`", hint)


def _iterate_dates(brief: Brief) -> Iterator[tuple[str, str]]:
    for name, source in brief.sources.items():
        if source.date is not None:
            yield f"sources.{name}.date", source.date
        if source.accessed is not None:
            yield f"sources.{name}.accessed", source.accessed.isoformat()
    for index, fact in enumerate(brief.facts):
        if fact.as_of is not None:
            yield f"facts[{index}].as_of", fact.as_of
