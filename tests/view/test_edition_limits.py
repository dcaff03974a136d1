"""What an edition may show: named by template and edition, within the ceiling, and nothing that steers unless it is listed."""

from tests.briefs import read_text

from briefmaker.model import Brief
from briefmaker.model.editions import Edition
from briefmaker.model.fields import is_content
from briefmaker.reading.fields import list_fields
from briefmaker.view.edition_limits import ALWAYS, STAY_BEHIND, WITH_ANOTHER, WITH_THEIR_PART, EditionLimits, intersect
from briefmaker.view.marking import NO_SCHEME


def test_every_field_that_steers_is_listed() -> None:
    """A new one is in no edition until somebody has decided; this tells who adds it."""
    steering = {field for field in list_fields(Brief) if not is_content(field)}
    inner = ("marking", "handling", "editions", "portions", "id")
    undecided = {
        field
        for field in steering
        if field not in (*ALWAYS, *STAY_BEHIND, *WITH_THEIR_PART, *WITH_ANOTHER)
        and not any(part in inner for part in field.split("."))
    }
    assert undecided <= {"facts"}
    assert {"meeting.end", "participants.person", "figures.data"} < steering


def make_limits(template: tuple[str, ...], edition: tuple[str, ...]) -> EditionLimits:
    """Give the limits of an edition of an unmarked brief."""
    brief = read_text("version: 1").brief
    assert brief is not None
    return EditionLimits(brief, "readers", Edition(shows=edition), NO_SCHEME, template)


def test_a_field_is_shown_where_template_and_edition_both_name_it() -> None:
    """The narrower of two names counts; the template's order is that of the page."""
    assert intersect(("agenda", "title", "meeting.place"), ("agenda.topic", "meeting", "date")) == (
        "agenda.topic",
        "meeting.place",
    )
    limits = make_limits(("agenda", "meeting"), ("agenda", "meeting.start", "title"))
    shown = (
        "agenda[0].topic",
        "meeting.start",
        "meeting.end",
        "meeting.place",
        "title",
        "agenda[0].id",
        "participants[0].side",
    )
    assert [path for path in shown if limits.is_shown(path)] == [
        *("agenda[0].topic", "meeting.start", "meeting.end", "participants[0].side")
    ]
    assert not make_limits(("meeting",), ("meeting.place",)).is_shown("meeting.end")


def test_a_field_of_another_name_is_not_shown_by_one_that_begins_alike() -> None:
    """``to`` shows no ``topic``."""
    assert not make_limits(("agenda", "agendas"), ("agendas",)).is_shown("agenda[0].topic")
