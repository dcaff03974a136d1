"""How moments look on the screen: the same everywhere, in the zone of whom they concern."""

import datetime
from zoneinfo import ZoneInfo

_DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


def show_moment(moment: datetime.datetime, zone: str) -> str:
    """Give a moment as ``Mon 4 May 2026 07:00``, on the clocks of a zone and whatever language the system speaks."""
    there = moment.astimezone(ZoneInfo(zone))
    day = f"{_DAYS[there.weekday()]} {there.day} {_MONTHS[there.month - 1]} {there.year}"
    return f"{day} {there:%H:%M}"
