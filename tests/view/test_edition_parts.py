"""Parts of an edition hold no name, datum or word of what is withheld."""

import pytest
from tests.view.editions import HIGH, LOW, make

PEOPLE = f"""
    marking: {HIGH}
    participants:
      - {{id: one, name: Anna Ask, marking: {LOW}}}
      - {{id: two, name: Bo Berg, marking: {HIGH}}}
    agenda: [{{topic: A, lead: %s, marking: {LOW}}}]
"""


@pytest.mark.parametrize(
    ("lead", "printed"),
    [
        *(("one", "Anna Ask"), ("two", None), ("Bo Berg", None), ("Anna Ask", "Anna Ask"), ("The Chair", "The Chair")),
        *(
            ("BO  BERG", None),
            ("Anna Ask then Bo Berg", None),
            ("Mr Bo-Berg (Chair)", None),
            ("Bo Bergman", "Bo Bergman"),
        ),
    ],
)
def test_a_lead_is_a_name_and_never_that_of_somebody_withheld(lead: str, printed: str | None) -> None:
    """Whether the brief names the person by id or by name, alone or among other words."""
    brief = make(PEOPLE % lead).brief
    assert brief is not None
    assert brief.agenda[0].lead == printed
    assert [(each.id, each.name) for each in brief.participants] == [(None, "Anna Ask")]


def test_a_lead_goes_where_the_edition_shows_no_participants() -> None:
    """The name is theirs."""
    brief = make(PEOPLE % "one", "agenda").brief
    assert brief is not None
    assert brief.agenda[0].lead is None


def test_a_figure_holds_no_column_that_it_does_not_show() -> None:
    """Nor the name of its file."""
    rows = "rows: [{month: May, tonnes: 3, secret: 7}, {month: June, tonnes: 4, secret: 8}]"
    brief = make(f"figures: {{f: {{x: month, y: {{tonnes: Tonnes}}, {rows}}}}}", ceiling=None).brief
    assert brief is not None
    figure = brief.figures["f"]
    assert figure.rows == ({"month": "May", "tonnes": "3"}, {"month": "June", "tonnes": "4"})
    assert figure.data is None
    assert make("figures: {f: {rows: [{a: 1}], caption: C}}", "figures.caption", ceiling=None).brief is None


def test_a_term_that_has_the_name_of_a_field_is_no_field() -> None:
    """Neither ``marking`` nor ``lead`` in the glossary is taken for one."""
    terms = "glossary: {marking: one, handling: two, lead: three}"
    lines = f"marking: {HIGH}\nsummary: The marking and the lead.\nportions: {{summary: {LOW}}}\n{terms}"
    brief = make(lines).brief
    assert brief is not None
    assert brief.glossary == {}


def test_marks_of_fields_that_are_gone_are_gone() -> None:
    """Their names alone would tell that they were there."""
    portions = f"{{summary: {LOW}, issue: {HIGH}, meeting.place: {LOW}, meeting.logistics: {HIGH}}}"
    lines = f"marking: {HIGH}\nportions: {portions}\nsummary: A\nissue: B\nmeeting: {{place: C, logistics: D}}"
    brief = make(lines).brief
    assert brief is not None
    assert set(brief.portions) == {"summary", "meeting.place"}


def test_an_end_is_not_shown_without_its_beginning() -> None:
    """By itself it would tell when."""
    lines = f"meeting: {{start: 2026-01-01 10:00, end: 2026-01-01 11:00, place: A}}\nmarking: {HIGH}\n"
    brief = make(f"{lines}portions: {{meeting: {LOW}, meeting.start: {HIGH}}}").brief
    assert brief is not None
    assert brief.meeting is not None
    assert (brief.meeting.start, brief.meeting.end, brief.meeting.place) == (None, None, "A")
