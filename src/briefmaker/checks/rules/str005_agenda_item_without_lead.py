"""An item of the agenda names nobody who leads on it.

Why: the agendas of the US State Department name for each step who leads; without that, two speak or nobody does.

Wrong:

    template: meeting
    agenda:
      - topic: The corridor   # STR005
        lines_to_take: [We want a date.]

Right:

    template: meeting
    agenda:
      - topic: The corridor
        lead: minister
        lines_to_take: [We want a date.]
"""

from collections.abc import Iterator

from briefmaker.checks.checked_brief import CheckedBrief
from briefmaker.checks.finding import Finding
from briefmaker.checks.rule import rule


@rule(shows=("agenda.lead",))
def look(checked: CheckedBrief) -> Iterator[Finding]:
    """Find items without a lead."""
    for index, item in enumerate(checked.brief.agenda):
        if not item.lead:
            hint = "add `lead`: the id of a participant, or a name"
            yield Finding(f"agenda[{index}].lead", "nobody leads on this item of the agenda", hint)
