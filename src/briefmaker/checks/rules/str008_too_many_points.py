"""An item has more than six lines to take, or the brief more than six key points.

A kind of document that states a limit of its own for these lists is told by `LEN003` instead.

Why: the US Department of Defense asks for four main points in talking points, and six at most; nobody says a seventh.

Wrong:

    template: submission
    key_points: [One, Two, Three, Four, Five, Six, Seven]   # STR008

Right:

    template: submission
    key_points: [One, Two, Three, Four]
"""

from collections.abc import Iterator

from briefmaker.checks.checked_brief import CheckedBrief
from briefmaker.checks.finding import Finding
from briefmaker.checks.rule import rule

MOST = 6


@rule(shows=("agenda.lines_to_take", "key_points"))
def look(checked: CheckedBrief) -> Iterator[Finding]:
    """Find lists of more than six points for which the kind of document states no limit."""
    brief = checked.brief
    lists = {"key_points": ("key_points", brief.key_points)}
    lists |= {
        f"agenda[{index}].lines_to_take": ("agenda.lines_to_take", item.lines_to_take)
        for index, item in enumerate(brief.agenda)
    }
    for path, (field, points) in lists.items():
        if len(points) > MOST and field not in checked.limits.entries and checked.shows_field(field):
            hint = "say what counts; move the rest to the background"
            yield Finding(path, f"there are {len(points)} points, and nobody says more than {MOST}", hint, at_name=True)
