"""A clearance is still asked for after the day on which the answer was due.

The day is compared with the date of the brief, and never with today: an old brief stays as it was.

Why: at the US State Department (2 FAM) the office that acts owns the list of clearances. A unit that let its day pass has
to be asked again, or stands as not having answered.

Wrong:

    date: 2025-10-21
    clearances:
      - {unit: Legal Adviser, state: requested, due: 2025-10-17}   # CLR002

Right:

    date: 2025-10-21
    clearances:
      - {unit: Legal Adviser, state: no-response, due: 2025-10-17}
      - {unit: Budget Office, state: requested, due: 2025-10-22}
"""

from collections.abc import Iterator

from briefmaker.checks.checked_brief import CheckedBrief
from briefmaker.checks.finding import Finding
from briefmaker.checks.rule import rule
from briefmaker.model.people import ClearanceState


@rule()
def look(checked: CheckedBrief) -> Iterator[Finding]:
    """Find clearances that are requested and were due before the date of the brief."""
    brief = checked.brief
    if "date" in checked.told:
        return
    for index, clearance in enumerate(brief.clearances):
        if clearance.state is ClearanceState.REQUESTED and clearance.due is not None and clearance.due < brief.date:
            days = (brief.date - clearance.due).days
            message = f"{clearance.unit} was to answer {days} day{'s' if days > 1 else ''} before the date of the brief"
            hint = "ask again and move `due`, or set `state` to what came: cleared, non-concur, no-response"
            yield Finding(f"clearances[{index}].due", message, hint)
