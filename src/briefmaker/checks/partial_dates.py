"""The days that a year, a month or a date covers."""

import calendar
import datetime


def first_day(partial: str) -> datetime.date:
    """Give the first day: of ``2025`` New Year's Day."""
    return datetime.date.fromisoformat((partial + "-01-01")[:10])


def last_day(partial: str) -> datetime.date:
    """Give the last day: of ``2025-02`` the 28th."""
    first = first_day(partial)
    if partial.count("-") == 0:
        return first.replace(month=12, day=31)
    if partial.count("-") == 1:
        return first.replace(day=calendar.monthrange(first.year, first.month)[1])
    return first


def count_working_days(start: datetime.date, end: datetime.date) -> int:
    """Give the days from Monday to Friday after ``start`` up to and with ``end``; 0 where it is not later."""
    days = (start + datetime.timedelta(days=each) for each in range(1, min((end - start).days, 60) + 1))
    return sum(day.weekday() < calendar.SATURDAY for day in days)
