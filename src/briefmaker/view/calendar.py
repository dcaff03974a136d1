"""Dates and times in the brief's language and zones."""

import datetime
import re
from dataclasses import dataclass
from zoneinfo import ZoneInfo

from babel import Locale
from babel.dates import format_date, format_skeleton, format_time, get_timezone_location

from briefmaker.model import Moment
from briefmaker.model.house_style import DateStyle
from briefmaker.model.when import read_moment
from briefmaker.view.blanks import NO_BREAK
from briefmaker.view.date_style import DayWidth, write_in_style


@dataclass(frozen=True, slots=True)
class Calendar:
    """Writes dates and times for one language; ``zone`` is that of times without one, ``ours`` the workspace's.

    ``comma`` is the language's own, between a day and its hours.
    ``style`` is how the house writes dates.
    """

    locale: Locale
    zone: ZoneInfo | None = None
    ours: ZoneInfo | None = None
    comma: str = ","
    style: DateStyle = DateStyle.LANGUAGE

    def day(self, day: datetime.date) -> str:
        """Give a date in full: 21 October 2025; with its weekday where the house wants it."""
        return self._write_day(day, "full" if self.style is DateStyle.WEEKDAY else "long")

    def short_day(self, day: datetime.date) -> str:
        """Give a date for a table: 21 Oct 2025."""
        return self._write_day(day, "medium").replace(" ", NO_BREAK)

    def partial_day(self, text: str) -> str:
        """Give a date of which the day or the month may be missing: 2025, October 2025, 21 October 2025.

        It never has its weekday: what was published when is looked up, not met.
        """
        if self.style is DateStyle.ISO:
            return text
        match [int(part) for part in text.split("-")]:
            case [year, month, day]:
                return self._write_day(datetime.date(year, month, day), "long")
            case [year, month]:
                return self._write_skeleton("yMMMM", datetime.date(year, month, 1))
            case _:
                return text

    def short_partial_day(self, text: str) -> str:
        """Give the same for a table or an axis: 2025, Oct 2025, 21 Oct 2025. Raises ValueError for what is no date."""
        match [int(part) for part in text.split("-")]:
            case [year, month, day]:
                return self.short_day(datetime.date(year, month, day))
            case [year, month]:
                return self._write_skeleton("yMMM", datetime.date(year, month, 1)).replace(" ", NO_BREAK)
            case _:
                return text

    def clock(self, clock: datetime.time) -> str:
        """Give a time of day: 15:00, or 3:00 PM."""
        return format_time(clock, "short", locale=self.locale).replace(" ", NO_BREAK).replace("\u202f", NO_BREAK)

    def step_time(self, text: str) -> str:
        """Give the time of a programme step: 15:00, or 22 Oct 2025, 15:00 where the step names its day."""
        if len(text) == len("15:00"):
            return self.clock(datetime.time.fromisoformat(text))
        moment = read_moment(text)
        return self._write_moment(moment, "medium") + (self._in_zone(moment) if moment.offset else "")

    def moment(self, moment: Moment) -> str:
        """Give a day with its time, if it has one, and the zone's city: 21 October 2025, 12:00 (New York)."""
        return self._write_moment(moment, "long") + self._in_zone(moment)

    def full_moment(self, moment: Moment) -> str:
        """Give the same with its weekday: Tuesday, 21 October 2025, 12:00 (New York)."""
        return self._write_moment(moment, "full") + self._in_zone(moment)

    def duration(self, start: Moment, end: Moment | None) -> str:
        """Give when something takes place: Wednesday, 22 October 2025, 15:00–16:00 (New York)."""
        zones = {self._in_zone(moment) for moment in _given(start, end) if moment.time is not None}
        if end is not None and len(zones) > 1:
            return f"{self.full_moment(start)} – {self.full_moment(end)}"
        return self._write_span(start, end) + "".join(zones)

    def duration_ours(self, start: Moment, end: Moment | None) -> str:
        """Give the same in our own zone, with the days only where one differs; empty where all is the same there."""
        there = [Moment(moment.date, moment.time) for moment in _given(start, end)]
        here = [self._in_our_zone(moment) for moment in _given(start, end)]
        if self.ours is None or here == there:
            return ""
        is_one_day = len({moment.date for moment in (*there, *here)}) == 1
        written = self._write_hours(here) if is_one_day else self._write_span(*here)
        return f"{written} ({self.city(self.ours)})"

    def instant(self, moment: Moment, zone: ZoneInfo | None = None) -> datetime.datetime | None:
        """Give the moment as a point in time, in ``zone`` if given; None where day or zone alone does not tell it."""
        stated = moment.offset or self.zone
        if moment.time is None or stated is None:
            return None
        point = datetime.datetime.combine(moment.date, moment.time, stated)
        try:
            elsewhere = point.astimezone(zone or datetime.UTC)
        except OverflowError:  # the first and the last day that there are have no other zone
            return None
        return elsewhere if zone else point

    def city(self, zone: ZoneInfo) -> str:
        """Give the city a zone is known by: New York, Brussels."""
        # CLDR has no name of its own for some cities: Argentina/Buenos Aires.
        return str(get_timezone_location(zone, locale=self.locale, return_city=True)).rpartition("/")[2]

    def _in_zone(self, moment: Moment) -> str:
        if moment.time is None:
            return ""
        if moment.offset is not None:
            return f" ({moment.offset.tzname(None)})"
        return f" ({self.city(self.zone)})" if self.zone else ""

    def _in_our_zone(self, moment: Moment) -> Moment:
        point = self.instant(moment, self.ours)
        return Moment(point.date(), point.time()) if point else Moment(moment.date, moment.time)

    def _write_span(self, start: Moment, end: Moment | None = None) -> str:
        """Give one day with its hours, or both ends in full: over several days, or where only the end has an hour."""
        is_end_alone = end is not None and start.time is None and end.time is not None
        if end is not None and (end.date != start.date or is_end_alone):
            return f"{self._write_moment(start, 'full')} – {self._write_moment(end, 'full')}"
        hours = self._write_hours(_given(start, end))
        return f"{self.comma} ".join(filter(None, [self._write_day(start.date, "full"), hours]))

    def _write_hours(self, moments: list[Moment]) -> str:
        return "–".join(self.clock(moment.time) for moment in moments if moment.time is not None)

    def _write_moment(self, moment: Moment, width: DayWidth) -> str:
        day = self.short_day(moment.date) if width == "medium" else self._write_day(moment.date, width)
        return day if moment.time is None else f"{day}{self.comma} {self.clock(moment.time)}"

    def _write_day(self, day: datetime.date, width: DayWidth) -> str:
        """Give a date whose day and month stay on one line."""
        if (in_style := write_in_style(day, width, self.locale, self.style)) is not None:
            return in_style
        day_and_month = self._write_skeleton("MMMMd", day)
        written = format_date(day, width, self.locale).replace(day_and_month, day_and_month.replace(" ", NO_BREAK))
        if self.locale.language == "fr" and day.day == 1:
            # CLDR leaves out the ordinal that French gives to the first of a month.
            written = re.sub(r"\b1(?=\s)", "1er", written, count=1)
        return written

    def _write_skeleton(self, skeleton: str, day: datetime.date) -> str:
        return str(format_skeleton(skeleton, datetime.datetime.combine(day, datetime.time()), locale=self.locale))


def _given(start: Moment, end: Moment | None) -> list[Moment]:
    return [start] if end is None else [start, end]
