"""A source lacks what one needs to find it again: publisher, date, or, where it is read on the web, the address and the day.

The day on which a source was read is asked for where it has an address. A source without an address is taken for paper.

Why: these are the elements that ISO 690 asks of a reference.

Wrong:

    sources:
      report:
        title: Report on the corridor   # SRC002
        url: https://example.int/report
        accessed: 2025-10-20

Right:

    sources:
      report:
        title: Report on the corridor
        publisher: Ministry of Trade
        date: 2025-10-02
        url: https://example.int/report
        accessed: 2025-10-20
"""

from collections.abc import Iterator

from briefmaker.checks.checked_brief import CheckedBrief
from briefmaker.checks.finding import Finding
from briefmaker.checks.rule import rule
from briefmaker.model.evidence import Source


@rule(shows=("sources",))
def look(checked: CheckedBrief) -> Iterator[Finding]:
    """Find sources that lack an element."""
    for name, source in checked.brief.sources.items():
        missing = list(_list_missing(source))
        if missing:
            hint = f"add {', '.join(f'`{field}`' for field in missing)}"
            yield Finding(f"sources.{name}", f"the source `{name}` cannot be found again by what stands here", hint)


def _list_missing(source: Source) -> Iterator[str]:
    yield from (field for field in ("publisher", "date") if getattr(source, field) is None)
    if source.url is not None and source.accessed is None:
        yield "accessed"
    if source.url is None and source.accessed is not None:
        yield "url"
