"""What is left of a brief when its wrong fields are taken out."""

from typing import Any

from briefmaker.model import Brief
from briefmaker.reading.sound_part import read_sound_part

HEAD: dict[str, Any] = {"format": "1", "template": "meeting", "title": "T", "date": "2026-03-02"}


def test_a_wrong_field_is_taken_out_and_the_rest_is_read() -> None:
    """A misspelt status leaves the marking to be looked at."""
    sound = read_sound_part({**HEAD, "status": "dratf", "marking": "NATO SECRTE"}, Brief, {})
    assert sound is not None
    assert sound.marking == "NATO SECRTE"


def test_entries_of_a_list_keep_their_numbers() -> None:
    """One wrong entry takes its whole list out: the entries after it would stand at another's place."""
    agenda = [{"topic": "One"}, {"topik": "Two"}, {"topic": "Three", "marking": "NATO SECRET"}]
    sound = read_sound_part({**HEAD, "agenda": agenda, "objectives": ["Kept."]}, Brief, {})
    assert sound is not None
    assert sound.agenda == ()
    assert [line.text for line in sound.objectives] == ["Kept."]


def test_without_what_every_brief_needs_nothing_is_left() -> None:
    """A brief that names no template, or a value that is none, cannot be looked at further."""
    assert read_sound_part({"format": "1", "title": "T", "date": "2026-03-02"}, Brief, {}) is None
    assert read_sound_part(["a"], Brief, {}) is None
    assert read_sound_part(None, Brief, {}) is None


def test_stand_ins_take_the_place_of_what_is_missing_or_wrong() -> None:
    """A brief with an impossible date still has its marking looked at."""
    sound = read_sound_part({**HEAD, "date": "2026-02-30", "marking": "SECRET"}, Brief, {"date": "2000-01-01"})
    assert sound is not None
    assert (sound.title, sound.date.year, sound.marking) == ("T", 2000, "SECRET")
