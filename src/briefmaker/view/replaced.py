"""What a corrected version shows on every page: which version it replaces, and of what day that was."""

from dataclasses import replace
from typing import TypeVar

from briefmaker.model.house_style import DateStyle
from briefmaker.model.replaced import Replaced
from briefmaker.view.blanks import NO_BREAK
from briefmaker.view.build_view import find_locale
from briefmaker.view.calendar import Calendar
from briefmaker.view.pack_shape import PackView
from briefmaker.view.shape import View

_ViewType = TypeVar("_ViewType", View, PackView)


def mark_replaced(view: _ViewType, replaced: Replaced, style: DateStyle = DateStyle.LANGUAGE) -> _ViewType:
    """Give the view of a version that says, on every page and in the file's properties, which one it replaces.

    The day is written as ``style`` and the view's language have it. Where readers may not see the date of issue, they are not
    told of the former one either.
    """
    told = replaced if view.date.blocks else Replaced(replaced.version)
    notice = view.labels["replaces_version"].format(n=told.version)
    if told.date is not None:
        # Without its weekday, whatever the house writes: it names a document that is there, not a day that comes.
        day = Calendar(find_locale(view.language), style=style).partial_day(told.date.isoformat())
        notice = view.labels["replaces_notice"].format(n=told.version, date=day.replace(" ", NO_BREAK))
    return replace(view, replaces_notice=notice, properties=replace(view.properties, replaces=str(told)))
