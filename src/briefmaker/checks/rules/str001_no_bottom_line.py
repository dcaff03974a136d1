"""The brief has no bottom line.

Why: a reader with one minute reads that and nothing else. The action memo of the US State Department opens with it, in
four lines at most.

Wrong:

    template: meeting
    title: Grain talks in Ankara

Right:

    template: meeting
    title: Grain talks in Ankara
    bottom_line: Ask for a date on which the corridor opens again.
"""

from collections.abc import Iterator

from briefmaker.checks.checked_brief import CheckedBrief
from briefmaker.checks.finding import Finding
from briefmaker.checks.rule import rule
from briefmaker.diagnostics import Severity


@rule(final=Severity.ERROR, shows=("bottom_line",))
def look(checked: CheckedBrief) -> Iterator[Finding]:
    """Find a bottom line that is missing or empty."""
    if not (checked.brief.bottom_line or "").strip():
        hint = "add `bottom_line`: what the reader must know if nothing else is read"
        yield Finding("bottom_line", "the brief has no bottom line", hint)
