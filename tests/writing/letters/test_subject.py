"""What a house may name in its texts is filled in, in the letter's language."""

import datetime

from tests.letters import MEETING, read_both

from briefmaker.model.mail_words import MAIL_WORDS
from briefmaker.model.replaced import Replaced
from briefmaker.model.settings import Settings
from briefmaker.view.letter_facts import choose_language, tell_facts
from briefmaker.writing.letters.occasion import AskedClearance, Occasion
from briefmaker.writing.letters.subject import fill_words

EVERYTHING = Occasion(
    purpose="correction",
    to_name="Ann Example",
    sender_name="Policy Planning",
    organisation="NATO",
    marking="NATO UNCLASSIFIED",
    asked="Clear it.",
    clearances=(AskedClearance("A", datetime.date(2025, 10, 16)), AskedClearance("B", datetime.date(2025, 10, 14))),
    replaced=Replaced(1, datetime.date(2025, 10, 24)),
    reason="A figure was wrong.",
)


def _fill(lines: str, occasion: Occasion, language: str = "") -> dict[str, str]:
    view, brief = read_both(lines)
    settings = Settings()
    speech = choose_language(view, brief, settings, language)
    words = fill_words(view, tell_facts(view, brief, settings, speech), speech, occasion)
    return {name: value.replace("\u00a0", " ") for name, value in words.items()}


def test_every_name_of_the_list_is_filled_in() -> None:
    """Each has what the list says it has; only the edition is empty here, as there is none."""
    words = _fill(MEETING, EVERYTHING)
    assert words.keys() == MAIL_WORDS.keys()
    assert [name for name, value in words.items() if not value] == ["edition"]
    assert words["version"] == "2"
    assert words["start"] == "Wednesday, 22 October 2025, 15:00 (New York)"
    assert words["asked_by"] == "14 October 2025"
    assert words["replaced_date"] == "24 October 2025"


def test_words_are_in_the_language_of_the_letter() -> None:
    """Dates and states; what the brief says itself stays as it is."""
    words = _fill(MEETING, EVERYTHING, "fr")
    assert words["date"] == "21 octobre 2025"
    assert words["deadline"] == "28 octobre 2025"
    assert words["start"].startswith("mercredi 22 octobre 2025")
    assert words["status"] == "Définitif"
    assert words["title"] == "Grain talks"


def test_what_there_is_not_is_empty() -> None:
    """So that a text can ask for it."""
    words = _fill("title: Grain talks", Occasion())
    given = {name for name, value in words.items() if value}
    assert given == {"title", "kind", "version", "date", "status"}
