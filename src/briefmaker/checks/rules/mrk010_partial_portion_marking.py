"""Some entries of a list are marked, and others are not, though the scheme wants every portion marked.

An entry without a marking carries that of what it stands in, which is the highest; beside marked ones it was more
likely forgotten.

Why: under the US rules for controlled unclassified information, if one portion is marked, all are.

Wrong:

    template: meeting
    marking: CUI
    objectives:
      - {text: A date for the corridor, marking: UNCLASSIFIED}
      - A fee that both can live with   # MRK010

Right:

    template: meeting
    marking: CUI
    objectives:
      - {text: A date for the corridor, marking: UNCLASSIFIED}
      - {text: A fee that both can live with, marking: CUI}
"""

from collections.abc import Iterator

from briefmaker.checks.checked_brief import CheckedBrief
from briefmaker.checks.finding import Finding
from briefmaker.checks.rule import rule
from briefmaker.diagnostics import parent_path
from briefmaker.model.fields import iterate_parts
from briefmaker.model.part import Portion


@rule()
def look(checked: CheckedBrief) -> Iterator[Finding]:
    """Find entries without a marking of their own in lists where others have one."""
    if not checked.markings.marks_every_portion:
        return
    stated = checked.markings.stated
    begun = {parent_path(path) for path in stated if path.endswith("]")}
    for path, part in iterate_parts(checked.brief):
        is_entry = isinstance(part, Portion) and path.endswith("]")
        if is_entry and parent_path(path) in begun and path not in stated:
            hint = "add `marking`, also where it is that of the brief"
            yield Finding(path, "others of this list are marked, and this entry is not", hint)
