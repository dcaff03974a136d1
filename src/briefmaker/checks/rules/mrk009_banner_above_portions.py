"""The brief is marked higher than all that stands in it.

It is told where every text that is shown carries a lower marking of its own or from around it, so that nothing asks for
the brief's.

Why: a banner equals the highest portion. A brief that is marked too high reaches fewer readers than may see it, and
teaches them not to believe markings.

Wrong:

    template: information
    marking: NATO RESTRICTED   # MRK009
    title: Grain talks in Ankara
    bottom_line: Ask for a date.
    portions: {title: NATO UNCLASSIFIED, bottom_line: NATO UNCLASSIFIED}

Right:

    template: information
    marking: NATO RESTRICTED
    title: Grain talks in Ankara
    bottom_line: Ask for a date.
    portions: {title: NATO UNCLASSIFIED}
"""

from collections.abc import Iterator

from briefmaker.checks.checked_brief import CheckedBrief
from briefmaker.checks.finding import Finding
from briefmaker.checks.rule import rule

_UNMARKED = ("marking", "handling", "status", "version", "reference")
"""What names the document itself has the document's marking, and does not ask for it."""


@rule()
def look(checked: CheckedBrief) -> Iterator[Finding]:
    """Find a brief of which each shown text carries less than the brief does."""
    markings, banner = checked.markings, checked.brief.marking
    carried = {
        marking
        for path, marking in markings.carried.items()
        if path not in _UNMARKED and not path.startswith("handling[")
    }
    ranks = {markings.rank(marking) for marking in carried}
    if not ranks or banner is None or min(ranks) < 0 or max(ranks) >= markings.rank(banner):
        return
    highest = markings.levels[max(ranks)]
    hint = f"lower the brief's marking to {highest}, or mark what asks for the higher one"
    yield Finding("marking", f"the brief is marked {banner}, and nothing in it is above {highest}", hint)
