"""What a unit cleared is not what the brief says now.

A clearance that `briefmaker approve` wrote names by its fingerprint, `of`, what was cleared: all that a reader sees. It is void
once any of that has changed; status, version and the clearances themselves may change. One that names no fingerprint holds for
good, since nobody can tell what it was of.

Why: at the US State Department (2 FAM) the office that acts owns the list of clearances and answers for it. A text that was
changed behind the back of those who cleared it goes out in their name.

Wrong:

    clearances:
      - {unit: Legal Adviser, state: cleared, of: 0123456789abcdef}   # CLR003

Right:

    clearances:
      - {unit: Legal Adviser, state: requested, due: 2025-10-20}
"""

from collections.abc import Iterator

from briefmaker.checks.checked_brief import CheckedBrief
from briefmaker.checks.finding import Finding
from briefmaker.checks.rule import rule
from briefmaker.diagnostics import Severity


@rule(final=Severity.ERROR)
def look(checked: CheckedBrief) -> Iterator[Finding]:
    """Find clearances that were given to other content than the brief has now."""
    for index, clearance in enumerate(checked.brief.clearances):
        if checked.is_void(clearance):
            message = f"the brief was changed since {clearance.unit} cleared it, and now has the fingerprint {checked.content}"
            hint = "ask again, or take back what was changed; `briefmaker approve` writes what was answered"
            yield Finding(f"clearances[{index}].of", message, hint)
