"""Dates and times in the brief's language and zones."""

import datetime
from dataclasses import dataclass
from zoneinfo import ZoneInfo

from babel import Locale
from babel.dates import format_date, format_skeleton, format_time, get_timezone_location

from briefmaker.model import Moment
from briefmaker.model.when import read_moment

NO_BREAK = "\u00a0"


@dataclass(frozen=True, slots=True)
class Calendar:
    """Writes dates and times for one language; ``zone`` is that of times without one, ``ours`` the workspace's."""

    locale: Locale
    zone: ZoneInfo | None = None
    ours: ZoneInfo | None = None

    def day(self, day: datetime.date) -> str:
        """Give a date in full: 21 October 2025."""
        return _keep_together(format_date(day, "long", self.locale))

    def short_day(self, day: datetime.date) -> str:
        """Give a date for a table: 21 Oct 2025."""
        return format_date(day, "medium", self.locale).replace(" ", NO_BREAK)

    def partial_day(self, text: str) -> str:
        """Give a date of which the day or the month may be missing: 2025, October 2025, 21 October 2025."""
        parts = [int(part) for part in text.split("-")]
        if len(parts) == 1:
            return text
        if len(parts) == 2:
            return str(format_skeleton("yMMMM", datetime.datetime(parts[0], parts[1], 1), locale=self.locale))
        return self.day(datetime.date(*parts))

    def clock(self, clock: datetime.time) -> str:
        """Give a time of day: 15:00, or 3:00 PM."""
        return format_time(clock, "short", locale=self.locale).replace(" ", NO_BREAK).replace("\u202f", NO_BREAK)

    def step_time(self, text: str) -> str:
        """Give the time of a programme step: 15:00, or 22 Oct 2025, 15:00 where the step names its day."""
        if len(text) == len("15:00"):
            return self.clock(datetime.time.fromisoformat(text))
        moment = read_moment(text)
        day = self.short_day(moment.date)
        return day if moment.time is None else f"{day}, {self.clock(moment.time)}"

    def moment(self, moment: Moment) -> str:
        """Give a day with its time, if it has one, and the zone's city: 21 October 2025, 12:00 (New York)."""
        day = self.day(moment.date)
        if moment.time is None:
            return day
        return f"{day}, {self.clock(moment.time)}{self._in_zone(moment)}"

    def duration(self, start: Moment, end: Moment | None) -> str:
        """Give when something takes place: Wednesday 22 October 2025, 15:00–16:00 (New York)."""
        return _span(self, start, end) + self._in_zone(start)

    def duration_ours(self, start: Moment, end: Moment | None) -> str:
        """Give the same in our own zone, with the day only where it differs; empty where the hours are the same."""
        there, here = self.instant(start), self.instant(start, self.ours)
        if self.ours is None or there is None or here is None or there.utcoffset() == here.utcoffset():
            return ""
        ours = [_in_our_zone(self, moment) for moment in (start, end) if moment is not None]
        same_day = all(ours[index].date == moment.date for index, moment in enumerate([start, end][: len(ours)]) if moment)
        written = _hours(self, ours[0], ours[1] if len(ours) > 1 else None) if same_day else _span(self, *ours)
        return f"{written} ({self.city(self.ours)})"

    def instant(self, moment: Moment, zone: ZoneInfo | None = None) -> datetime.datetime | None:
        """Give the moment as a point in time, in ``zone`` if given; None where day or zone alone does not tell it."""
        stated = moment.offset or self.zone
        if moment.time is None or stated is None:
            return None
        point = datetime.datetime.combine(moment.date, moment.time, stated)
        return point.astimezone(zone) if zone else point

    def city(self, zone: ZoneInfo) -> str:
        """Give the city a zone is known by: New York, Brussels."""
        return str(get_timezone_location(zone, locale=self.locale, return_city=True))

    def _in_zone(self, moment: Moment) -> str:
        if moment.time is None:
            return ""
        if moment.offset is not None:
            return f" ({moment.offset.tzname(None)})"
        return f" ({self.city(self.zone)})" if self.zone else ""


def _span(calendar: Calendar, start: Moment, end: Moment | None = None) -> str:
    day = _keep_together(format_date(start.date, "full", calendar.locale))
    if end is not None and end.date != start.date:
        return f"{_day_and_hour(calendar, start)} – {_day_and_hour(calendar, end)}"
    hours = _hours(calendar, start, end)
    return f"{day}, {hours}" if hours else day


def _day_and_hour(calendar: Calendar, moment: Moment) -> str:
    day = _keep_together(format_date(moment.date, "full", calendar.locale))
    return day if moment.time is None else f"{day}, {calendar.clock(moment.time)}"


def _hours(calendar: Calendar, start: Moment, end: Moment | None) -> str:
    clocks = [calendar.clock(moment.time) for moment in (start, end) if moment is not None and moment.time is not None]
    return "–".join(clocks)


def _in_our_zone(calendar: Calendar, moment: Moment) -> Moment:
    point = calendar.instant(moment, calendar.ours)
    return Moment(point.date(), point.time()) if point else moment


def _keep_together(day: str) -> str:
    """Keep the number of a day with its month."""
    words = day.split(" ")
    joined = [word + (NO_BREAK if word.rstrip(".").isdigit() else " ") for word in words[:-1]]
    return "".join([*joined, words[-1]])
