"""Options are put to the reader, and none is recommended.

It wants one option with `recommended: true`, a `recommendation`, or an ask that names one of the options.

Why: who has studied a matter owes the reader a view of it; the action memo of the US State Department and the British
submission both open with their recommendation.

Wrong:

    template: submission
    decision:
      ask: Choose how to answer the offer.
      options:   # STR012
        - {name: Accept it}
        - {name: Ask for more time}

Right:

    template: submission
    decision:
      ask: Choose how to answer the offer.
      options:
        - {name: Accept it}
        - {name: Ask for more time, recommended: true}
"""

import re
from collections.abc import Iterator

from briefmaker.checks.checked_brief import CheckedBrief
from briefmaker.checks.finding import Finding
from briefmaker.checks.rule import rule
from briefmaker.model.substance import Decision

_NAMED_OPTION = re.compile(r"\boption\s+[A-Z0-9]\b", re.IGNORECASE)


@rule(shows=("decision.options",))
def look(checked: CheckedBrief) -> Iterator[Finding]:
    """Find options of which neither they themselves, nor the ask, nor a recommendation prefers one."""
    decision = checked.brief.decision
    if decision is None or not decision.options or (checked.brief.recommendation or "").strip():
        return
    if not any(option.recommended for option in decision.options) and not _names_option(decision):
        count = len(decision.options)
        message = f"there {'is one option' if count == 1 else f'are {count} options'}, and the brief recommends none"
        hint = "add `recommended: true` to an option, or say in `recommendation` what you advise"
        yield Finding("decision.options", message, hint, at_name=True)


def _names_option(decision: Decision) -> bool:
    """Tell whether the ask names one option and no other, by its name or its letter or number."""
    ask = decision.ask.casefold()
    named = [option for option in decision.options if option.name.casefold() in ask]
    return 1 in (len(named), len(set(_NAMED_OPTION.findall(ask))))
