"""A weekday stands beside a date that is another day of the week, or that the calendar does not have.

A date without a year is taken for the one that lies within eight months of the brief's date, or in a year that its sentence
names; where one of these fits the weekday, nothing is found.

Why: one of the two is wrong, and whoever goes by the wrong one comes on the wrong day. This is briefmaker's own rule.

Wrong:

    agenda:
      - topic: Grain
        background: The talks open on Monday 22 October 2025.   # DAT006

Right:

    agenda:
      - topic: Grain
        background: The talks open on Wednesday 22 October 2025.
"""

import datetime
from collections.abc import Iterator

from briefmaker.checks.checked_brief import CheckedBrief
from briefmaker.checks.finding import Finding
from briefmaker.checks.rule import rule
from briefmaker.checks.weekday_dates import WeekdayDate, find_weekday_dates
from briefmaker.checks.written_dates import find_dates_near
from briefmaker.diagnostics import Severity

_FARTHEST = datetime.timedelta(days=250)
"""A little over eight months."""
_WEEK = 7


@rule(final=Severity.ERROR, languages=("en", "fr"))
def look(checked: CheckedBrief) -> Iterator[Finding]:
    """Find weekdays that do not fit the date beside them, in texts that are the brief's own."""
    for found in find_weekday_dates(checked.index, checked.language):
        if found.text.field.startswith("sources."):
            continue
        days = list(_list_days(found, checked))
        if not any(day is not None and day.weekday() == found.weekday for day in days):
            yield _tell(found, days)


def _list_days(found: WeekdayDate, checked: CheckedBrief) -> Iterator[datetime.date | None]:
    """Give the days that a date may mean; None for one that there is not."""
    if found.year is not None:
        yield _make_day(found.year, found)
        return
    around = checked.brief.date
    dates = find_dates_near(found.text, found.stretch.start, checked.language)
    yield from (_make_day(date.year, found) for date in dates if date.year is not None)
    near = [_make_day(around.year + each, found) for each in (-1, 0, 1)]
    yield from (day for day in near if day is None or abs(day - around) <= _FARTHEST)


def _make_day(year: int, found: WeekdayDate) -> datetime.date | None:
    try:
        return datetime.date(year, found.month, found.day)
    except ValueError:
        return None


def _tell(found: WeekdayDate, days: list[datetime.date | None]) -> Finding:
    there_are = [day for day in days if day is not None]
    written = f"`{found.text.quote(found.stretch)}`"
    if not there_are:
        return found.text.finding(found.stretch, f"{written}: there is no such day", "look at the calendar")
    day = there_are[0]
    before = day - datetime.timedelta(days=(day.weekday() - found.weekday) % _WEEK)
    other_days = f"{before.isoformat()} or {(before + datetime.timedelta(days=_WEEK)).isoformat()}"
    message = f"{written}: {day.isoformat()} is a {day:%A}"
    return found.text.finding(found.stretch, message, f"mend the weekday, or the date: `{found.name}` is {other_days}")
