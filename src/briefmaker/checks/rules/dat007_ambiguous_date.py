"""A date is written in figures of which either may be the month.

Why: 03/04/2025 is the third of April in London and the fourth of March in Washington. ISO 8601 writes 2025-04-03 for that
reason; in a text the month is best written as a word.

Wrong:

    agenda:
      - topic: Grain
        background: The levy falls on 03/04/2025.   # DAT007

Right:

    agenda:
      - topic: Grain
        background: The levy falls on 3 April 2025; the old one was raised on 25/03/2024.
"""

import datetime
import re
from collections.abc import Iterator

from briefmaker.checks.checked_brief import CheckedBrief
from briefmaker.checks.finding import Finding
from briefmaker.checks.rule import rule
from briefmaker.checks.sentences import Stretch
from briefmaker.diagnostics import Severity

_IN_FIGURES = re.compile(r"(0?[1-9]|1[0-2])([/-])(0?[1-9]|1[0-2])\2((?:19|20)?[0-9]{2})")
"""Day and month or month and day, then the year; dots are left alone, since they always put the day first."""
_SHORT_YEAR = 2


@rule(final=Severity.ERROR)
def look(checked: CheckedBrief) -> Iterator[Finding]:
    """Find dates whose day may be the month."""
    for word, places in checked.index.places.items():
        found = _IN_FIGURES.fullmatch(word) if word[0].isdigit() else None
        if found is None or not _may_be_two(found):
            continue
        for number, at in places:
            text = checked.index.texts[number]
            message = (
                f"`{word}` may be {_write(found[3], found[1], found[4])} or {_write(found[1], found[3], found[4])}"
            )
            hint = "write the month as a word, or the whole date as 2025-04-03"
            yield text.finding(Stretch(text.tokens[at].start, text.tokens[at].end), message, hint)


def _may_be_two(found: re.Match[str]) -> bool:
    """Tell whether the two ways to read it differ; with hyphens and a short year it may be anything."""
    return int(found[1]) != int(found[3]) and (found[2] == "/" or len(found[4]) > _SHORT_YEAR)


def _write(month: str, day: str, year: str) -> str:
    in_full = int(year) + (2000 if len(year) == _SHORT_YEAR else 0)
    return f"{int(day)} {datetime.date(in_full, int(month), 1):%B} {in_full}"
