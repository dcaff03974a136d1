"""A decision is asked for without a day, or with fewer than five working days to go.

Working days are Monday to Friday after the date of the brief, up to the day itself; holidays are not known. A kind of
document that does not show the day is not asked.

Why: the action memo of the US State Department leaves the reader five working days or more; an Australian one states
the critical date and its reason.

Wrong:

    template: submission
    date: 2025-10-21
    decision:
      ask: Agree to send a mission to the port.
      by: 2025-10-23   # DAT003

Right:

    template: submission
    date: 2025-10-21
    decision:
      ask: Agree to send a mission to the port.
      by: 2025-10-31
      because: The mission leaves on 3 November.
"""

from collections.abc import Iterator

from briefmaker.checks.checked_brief import CheckedBrief
from briefmaker.checks.finding import Finding
from briefmaker.checks.partial_dates import count_working_days
from briefmaker.checks.rule import rule

FEWEST = 5


@rule(shows=("decision.by",))
def look(checked: CheckedBrief) -> Iterator[Finding]:
    """Find a decision without a day, or with one that is too near."""
    decision = checked.brief.decision
    if decision is None:
        return
    if decision.by is None:
        hint = "add `by`: the day by which the decision is needed, and `because`: why by then"
        yield Finding("decision.by", "the brief does not say by when the decision is needed", hint)
        return
    if "date" in checked.told:
        return
    days = count_working_days(checked.brief.date, decision.by)
    if days < FEWEST:
        left = "no working day" if days == 0 else f"{days} working day{'s' if days > 1 else ''}"
        message = f"the reader has {left} from the date of the brief, and should have {FEWEST}"
        yield Finding("decision.by", message, "send it earlier, or name a later day")
