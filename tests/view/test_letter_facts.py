"""Facts of a letter are in its language, and none that the document withholds."""

from dataclasses import replace

import pytest
from tests.briefs import EVERYTHING
from tests.letters import MEETING, read_both

from briefmaker.model.settings import Settings
from briefmaker.view.letter_facts import LetterFacts, choose_language, tell_facts


def _tell(
    lines: str = MEETING, shows: tuple[str, ...] = EVERYTHING, language: str = "", edition: str = ""
) -> LetterFacts:
    view, brief = read_both(lines, shows)
    view = replace(view, properties=replace(view.properties, edition=edition))
    return tell_facts(view, brief, Settings(), choose_language(view, brief, Settings(), language))


@pytest.mark.parametrize(("wished", "chosen"), [("", "en-GB"), ("fr", "fr"), ("fr-BE", "fr-BE"), ("xx", "en-GB")])
def test_a_letter_is_in_the_wished_language_or_in_the_document_s(wished: str, chosen: str) -> None:
    """A language without labels is none that a letter can be in."""
    view, brief = read_both(MEETING)
    assert choose_language(view, brief, Settings(), wished).tag == chosen


@pytest.mark.parametrize(
    ("field", "fact"),
    [("version", "version"), ("date", "date"), ("status", "status"), ("decision", "deadline"), ("meeting", "start")],
)
def test_what_the_view_does_not_show_is_not_told(field: str, fact: str) -> None:
    """Though the source has it: each field is hidden, and the fact is gone."""
    shows = tuple(name for name in EVERYTHING if name != field)
    assert getattr(_tell(), fact)
    assert getattr(_tell(shows=shows), fact) == ""


def test_an_edition_tells_of_a_meeting_what_it_shows_itself() -> None:
    """One that shows when a meeting ends, and not when it begins, does not tell the beginning by its letter."""
    assert _tell(edition="press").start == "Wednesday, 22 October 2025, 15:00–16:00 (New York)".replace(
        "22 O", "22\u00a0O"
    )


@pytest.mark.parametrize(
    ("status", "is_draft"), [("draft", True), ("cleared", True), ("final", False), ("replaced", False)]
)
def test_what_is_not_final_is_a_draft(status: str, *, is_draft: bool) -> None:
    """One that was replaced was issued once."""
    assert _tell(MEETING.replace("final", status)).is_draft is is_draft
