"""The brief is final while a clearance is still asked for, unanswered, refused, or was given before the brief changed.

Why: at the US State Department (2 FAM) the office that acts owns the list of clearances, and a paper goes forward once
they are in; a split position is put to the reader, not left in the margin.

Wrong:

    status: final
    clearances:
      - {unit: Legal Adviser, state: requested}   # CLR001

Right:

    status: final
    clearances:
      - {unit: Legal Adviser, state: cleared-with-edits}
"""

from collections.abc import Iterator

from briefmaker.checks.checked_brief import CheckedBrief
from briefmaker.checks.finding import Finding
from briefmaker.checks.rule import rule
from briefmaker.diagnostics import Severity
from briefmaker.model import Status
from briefmaker.model.people import is_open


@rule(final=Severity.ERROR)
def look(checked: CheckedBrief) -> Iterator[Finding]:
    """Find open clearances of a final brief."""
    if checked.brief.status is not Status.FINAL:
        return
    for index, clearance in enumerate(checked.brief.clearances):
        is_changed = checked.is_void(clearance)
        if is_open(clearance) or is_changed:
            why = "the brief was changed since" if is_changed else clearance.state.value
            message = f"the brief is final, and the clearance of {clearance.unit} is open: {why}"
            hint = "ask again" if is_changed else "wait for the answer, or put the split position to the reader"
            yield Finding(f"clearances[{index}].state", message, hint)
