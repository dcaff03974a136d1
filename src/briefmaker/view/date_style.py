"""Dates as a house prescribes them, where that differs from how the brief's language writes them."""

import datetime
import re
from typing import Literal

from babel import Locale
from babel.dates import format_date, format_skeleton

from briefmaker.model.house_style import DateStyle
from briefmaker.view.blanks import NO_BREAK

DayWidth = Literal["full", "long", "medium"]
"""With the weekday, in full, or short for a table."""

# Babel's letters: d day, M month, y year, E weekday; ~ is a blank that does not break.
_PATTERNS: dict[DateStyle, dict[DayWidth, str]] = {
    DateStyle.DAY_MONTH_YEAR: {"full": "EEEE, d~MMMM y", "long": "d~MMMM y", "medium": "d~MMM~y"},
    DateStyle.MONTH_DAY_YEAR: {"full": "EEEE, MMMM~d, y", "long": "MMMM~d, y", "medium": "MMM~d,~y"},
    DateStyle.MILITARY: {"full": "EEEE, dd~MMM~yy", "long": "dd~MMM~yy", "medium": "dd~MMM~yy"},
    DateStyle.ISO: {"full": "EEEE, yyyy-MM-dd", "long": "yyyy-MM-dd", "medium": "yyyy-MM-dd"},
}
_ORDERS = {DateStyle.DAY_MONTH_YEAR: "dMy", DateStyle.MONTH_DAY_YEAR: "Mdy"}


def write_in_style(day: datetime.date, width: DayWidth, locale: Locale, style: DateStyle) -> str | None:
    """Give a date in a house's style, or None where the language's own way of writing it is what is wanted.

    A language that has the order already keeps its own words between day and month (21 de octubre); only English is ever
    written with the month first, as no other language that has the day first can be.
    """
    if style is DateStyle.WEEKDAY:
        return _write_with_weekday(day, locale) if width == "medium" else None
    if style is DateStyle.LANGUAGE or _ORDERS.get(style) == _order_of(locale):
        return None
    if style is DateStyle.MONTH_DAY_YEAR and locale.language != "en":
        return None
    # Elsewhere than in America, English has four letters for September.
    written_in = Locale("en", "US") if style is DateStyle.MILITARY and locale.language == "en" else locale
    return format_date(day, _PATTERNS[style][width].replace("~", NO_BREAK), written_in)


def _write_with_weekday(day: datetime.date, locale: Locale) -> str:
    return str(format_skeleton("yMMMEd", datetime.datetime.combine(day, datetime.time()), locale=locale))


def _order_of(locale: Locale) -> str:
    """Give the order in which a language writes day, month and year: ``dMy``."""
    pattern = re.sub(r"'[^']*'", "", str(locale.date_formats["long"].pattern))
    return "".join(dict.fromkeys(re.findall("[dMy]", pattern)))
