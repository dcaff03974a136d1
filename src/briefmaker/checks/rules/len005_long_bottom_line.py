"""The bottom line takes more than four lines on the page.

Where the kind of document or the workspace states a limit of lines for `bottom_line`, that holds instead, and `LEN002`
tells it. Lines are counted once the brief is laid out: by `briefmaker build`, and by `check --with-lengths`.

Why: the action memo of the US State Department has a bottom line of at most four lines; a fifth is read by nobody who
reads only that.

Wrong:

    template: speaking-points
    bottom_line: |   # LEN005
      Ask for a date on which the corridor opens again, and for a fee that grain traders of both countries can live with.

      Offer inspectors for the port, who may begin on the day on which the date is public, and a hot line for the masters.

      Say nothing about the second corridor, which the ministries of transport discuss among themselves until the summer.

Right:

    template: speaking-points
    bottom_line: Ask for a date on which the corridor opens again, and offer inspectors for the port.
"""

from collections.abc import Iterator

from briefmaker.checks.checked_brief import CheckedBrief
from briefmaker.checks.finding import Finding
from briefmaker.checks.rule import rule

MOST = 4
_FIELD = "bottom_line"


@rule(shows=(_FIELD,), needs_lengths=True)
def look(checked: CheckedBrief) -> Iterator[Finding]:
    """Find a bottom line that is too long, where nothing but this rule limits it."""
    if checked.lengths is None or _FIELD in checked.limits.lines:
        return
    for path, count in checked.lengths.lines_of([_FIELD]).items():
        if count > MOST:
            message = f"the bottom line takes {count} lines on the page, and may take {MOST}"
            yield Finding(path, message, "keep what the reader must know if nothing else is read", at_name=True)
