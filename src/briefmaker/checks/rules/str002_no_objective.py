"""The brief says neither what is to be achieved nor what is asked of the reader.

It wants objectives, or a decision with what is asked; in a brief for a meeting an objective at every item of the agenda
does as well. Kinds of document that show none of these are not asked.

Why: a reader who does not learn what is wanted can only take note. Australian ministerial briefs are either for action
or for information, and say what is to be agreed or noted; a British meeting brief states its objectives as tests of
success.

Wrong:

    template: meeting
    agenda:
      - topic: The corridor

Right:

    template: meeting
    objectives: [A date on which the corridor opens again]
    agenda:
      - topic: The corridor
"""

from collections.abc import Iterator

from briefmaker.checks.checked_brief import CheckedBrief
from briefmaker.checks.finding import Finding
from briefmaker.checks.rule import rule
from briefmaker.diagnostics import Severity


@rule(final=Severity.ERROR, shows=("objectives", "decision", "agenda.objective"))
def look(checked: CheckedBrief) -> Iterator[Finding]:
    """Find a brief without objectives, without an ask and without objectives at all items."""
    brief = checked.brief
    has_all = bool(brief.agenda) and all(item.objective for item in brief.agenda)
    if brief.objectives or brief.decision or has_all:
        return
    if checked.shows_field("objectives"):
        hint = "add `objectives`, each so that one can tell afterwards whether it was reached"
        yield Finding("objectives", "the brief does not say what is to be achieved", hint)
    elif checked.shows_field("decision"):
        hint = "add `decision` with `ask`: what the reader is to agree to, to choose or to note"
        yield Finding("decision", "the brief does not say what is asked of the reader", hint)
