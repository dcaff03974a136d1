"""The brief does not say what the other side wants, or has no answer to a position that it reports.

A brief for a meeting needs at least one want of somebody on the other side, or their position at an item. Where an item
reports their position and the kind of document has room for an exchange, it needs an answer too.

Why: British visit briefs set their objectives beside our own, with our response; who knows only what we want is
surprised.

Wrong:

    template: meeting
    agenda:
      - topic: The corridor
        lines_to_take: [We want a date.]
        their_position: They want the fees lowered first.   # STR007

Right:

    template: meeting
    agenda:
      - topic: The corridor
        lines_to_take: [We want a date.]
        their_position: They want the fees lowered first.
        if_raised:
          - {they_say: The fees are too high., we_say: Name the date and we name the fee.}
"""

from collections.abc import Iterator

from briefmaker.checks.checked_brief import CheckedBrief
from briefmaker.checks.finding import Finding
from briefmaker.checks.rule import rule
from briefmaker.model.people import Side


@rule(shows=("participants.wants", "agenda.their_position"))
def look(checked: CheckedBrief) -> Iterator[Finding]:
    """Find a brief without their wants and positions, and items that have a position and no answer."""
    brief = checked.brief
    has_wants = any(each.wants or each.perspective for each in brief.participants if each.side is not Side.OURS)
    has_positions = any(item.their_position or item.if_raised for item in brief.agenda)
    if not has_wants and not has_positions:
        where = "participants" if checked.shows_field("participants.wants") else "agenda"
        hint = "add `wants` to a participant of their side, or `their_position` to an item of the agenda"
        yield Finding(where, "the brief does not say what the other side wants", hint, at_name=True)
    for index, item in enumerate(brief.agenda):
        if item.their_position and not item.if_raised and checked.shows_field("agenda.if_raised"):
            hint = "add `if_raised`: what they may say, and what we answer"
            path = f"agenda[{index}].their_position"
            yield Finding(path, "this item reports their position, and has no answer to it", hint, at_name=True)
