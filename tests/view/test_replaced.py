"""A corrected version says which one it replaces, in its language and in the house's way of writing dates."""

import datetime

import pytest
from tests.briefs import EVERYTHING, loosen, view_text

from briefmaker.model.house_style import DateStyle
from briefmaker.model.replaced import Replaced
from briefmaker.view.replaced import mark_replaced

SECOND = Replaced(2, datetime.date(2025, 10, 24))


@pytest.mark.parametrize(
    ("language", "style", "notice"),
    [
        ("en-GB", DateStyle.LANGUAGE, "Replaces version 2 of 24 October 2025"),
        ("en-US", DateStyle.LANGUAGE, "Replaces version 2 of October 24, 2025"),
        ("en-GB", DateStyle.ISO, "Replaces version 2 of 2025-10-24"),
        ("en-GB", DateStyle.WEEKDAY, "Replaces version 2 of 24 October 2025"),
        ("en-GB", DateStyle.MILITARY, "Replaces version 2 of 24 Oct 25"),
        ("fr", DateStyle.LANGUAGE, "Remplace la version 2 du 24 octobre 2025"),
        ("de-AT", DateStyle.LANGUAGE, "Ersetzt Fassung 2 vom 24. Oktober 2025"),
        ("tr", DateStyle.LANGUAGE, "Yerini aldığı: sürüm 2 (24 Ekim 2025)"),
        ("uk", DateStyle.LANGUAGE, "Замінює версію 2 від 24 жовтня 2025\u202fр."),
    ],
)
def test_the_notice_is_in_the_brief_s_language_and_date_style(language: str, style: DateStyle, notice: str) -> None:
    """Never with the weekday, which would not fit at the head of a page."""
    view = mark_replaced(view_text(f"language: {language}"), SECOND, style)
    assert loosen(view.replaces_notice) == notice
    assert view.properties.replaces == "2 2025-10-24"


def test_nothing_else_of_the_view_changes() -> None:
    """A draft of a corrected version says that it is a draft, too; one that corrects nothing says nothing."""
    view = view_text("status: draft\nversion: 3")
    marked = mark_replaced(view, SECOND)
    assert (view.replaces_notice, view.properties.replaces) == ("", "")
    assert (marked.draft_notice, marked.title, marked.labels) == ("DRAFT · version 3", view.title, view.labels)


def test_readers_who_may_not_see_the_day_of_issue_are_not_told_of_the_former_one() -> None:
    """Neither on the page nor in the properties of the file."""
    view = view_text("version: 3", shows=tuple(name for name in EVERYTHING if name != "date"))
    marked = mark_replaced(view, SECOND)
    assert (loosen(marked.replaces_notice), marked.properties.replaces) == ("Replaces version 2", "2")
