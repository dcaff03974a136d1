"""An item of the agenda has no line to take.

Why: background tells what one may need to know; only a line can be said. The talking points of the US Department of
Defense and British meeting briefs give some for each item.

Wrong:

    template: meeting
    agenda:
      - topic: The corridor   # STR006
        background: It has been closed since May.

Right:

    template: meeting
    agenda:
      - topic: The corridor
        lines_to_take: [We want a date.]
        background: It has been closed since May.
"""

from collections.abc import Iterator

from briefmaker.checks.checked_brief import CheckedBrief
from briefmaker.checks.finding import Finding
from briefmaker.checks.rule import rule
from briefmaker.diagnostics import Severity


@rule(final=Severity.ERROR, shows=("agenda.lines_to_take",))
def look(checked: CheckedBrief) -> Iterator[Finding]:
    """Find items without lines to take."""
    for index, item in enumerate(checked.brief.agenda):
        if not item.lines_to_take:
            hint = "add `lines_to_take`: what is to be said, one breath a line"
            yield Finding(f"agenda[{index}].lines_to_take", "there is nothing to say on this item of the agenda", hint)
