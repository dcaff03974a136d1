"""What the model says of its own fields."""

from briefmaker.model import Brief
from briefmaker.model.settings import Settings
from briefmaker.reading.fields import list_fields, list_required


def test_every_field_is_listed_without_places_and_names() -> None:
    """Those of entries and of parts under names too, each once."""
    fields = list_fields(Brief)
    assert {"title", "meeting.last_met.place", "agenda.if_raised.we_say", "figures.caption", "glossary"} <= set(fields)
    assert len(fields) == len(set(fields))
    assert "editions.ceiling" in list_fields(Settings)


def test_what_an_entry_must_have_is_known_by_any_of_its_fields() -> None:
    """Also what the entries around it must have; a field at the top needs no other."""
    assert list_required(Brief, "agenda.if_raised.we_say") == (
        *("agenda.topic", "agenda.if_raised.they_say", "agenda.if_raised.we_say"),
    )
    assert list_required(Brief, "sources.url") == ("sources.title",)
    assert list_required(Brief, "agenda") == list_required(Brief, "summary") == list_required(Brief, "nothing") == ()
