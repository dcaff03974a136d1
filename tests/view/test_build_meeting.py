"""The meeting of a view: its frame, its programme, its agenda."""

from tests.briefs import loosen, view_text, words_of, words_of_all

from briefmaker.model.settings import Settings

MEETING = """
timezone: America/New_York
meeting:
  purpose: Ask for a date.
  start: 2025-10-22 20:00
  end: 2025-10-22 21:00
  place: Oval Office
  kind: bilateral
  press: open at the start
  interpreter: none
  logistics: |
    Cars at six.

    Badges.
  last_met: {date: 2025-08-18, place: The Hague, outcome: A promise.}
  programme:
    - {at: "20:00", step: Arrival, lead: sg, minutes: 5, press: open}
    - {at: 2025-10-23 09:30, step: Breakfast}
participants: [{id: sg, name: Mark Rutte}]
"""


def test_the_frame_says_what_when_where_and_how() -> None:
    """Day and hours in the meeting's zone, and in ours."""
    meeting = view_text(MEETING, settings=Settings(timezone="Europe/Brussels")).meeting
    assert meeting is not None
    assert loosen(words_of(meeting.when)) == "Wednesday, 22 October 2025, 20:00–21:00 (New York)"
    assert loosen(meeting.when_ours) == "Thursday, 23 October 2025, 02:00–03:00 (Brussels)"
    texts = [meeting.purpose, meeting.place, meeting.kind, meeting.press, meeting.interpreter, meeting.logistics]
    expected = ["Ask for a date.", "Oval Office", "bilateral", "open at the start", "none", "Cars at six. | Badges."]
    assert [words_of(text) for text in texts] == expected


def test_the_last_meeting_has_day_place_and_outcome() -> None:
    """One of which nothing is said is none."""
    meeting = view_text(MEETING).meeting
    assert meeting is not None
    assert meeting.last_met is not None
    texts = [meeting.last_met.date, meeting.last_met.place, meeting.last_met.outcome]
    assert [loosen(words_of(text)) for text in texts] == ["18 August 2025", "The Hague", "A promise."]
    empty = view_text("meeting: {place: Here, last_met: {}}").meeting
    assert empty is not None
    assert empty.last_met is None


def test_a_template_may_show_parts_of_the_meeting() -> None:
    """What it does not show is None; of a meeting it does not show at all, nothing is there."""
    meeting = view_text(MEETING, ("title", "date", "meeting.place", "meeting.last_met.outcome")).meeting
    assert meeting is not None
    assert (words_of(meeting.place), meeting.when, meeting.when_ours, meeting.programme) == (
        "Oval Office",
        None,
        "",
        (),
    )
    assert meeting.last_met is not None
    assert (meeting.last_met.date, words_of(meeting.last_met.outcome)) == (None, "A promise.")
    assert view_text(MEETING, ("title", "date", "agenda")).meeting is None
    assert view_text("version: 1").meeting is None


def test_an_end_without_a_start_is_not_printed_as_one() -> None:
    """It says that it is the end."""
    meeting = view_text("timezone: Europe/Brussels\nmeeting: {end: 2025-10-22 16:00}").meeting
    assert meeting is not None
    assert loosen(words_of(meeting.when)) == "until Wednesday, 22 October 2025, 16:00 (Brussels)"
    assert meeting.when_ours == ""
    spanish = view_text("language: es\nmeeting: {end: 2025-10-22 16:00}").meeting
    assert spanish is not None
    assert loosen(words_of(spanish.when)) == "hasta el miércoles, 22 de octubre de 2025, 16:00"


def test_the_programme_has_times_days_leads_and_minutes() -> None:
    """A step on another day names it; a lead is printed by name."""
    meeting = view_text(MEETING).meeting
    assert meeting is not None
    first, second = meeting.programme
    texts = [first.at, first.step, first.lead, first.minutes, first.press]
    assert [loosen(words_of(text)) for text in texts] == ["20:00", "Arrival", "Mark Rutte", "5 min", "open"]
    assert [loosen(words_of(text)) for text in (second.at, second.lead, second.minutes)] == [
        "23 Oct 2025, 09:30",
        "",
        "",
    ]


AGENDA = """
marking: NATO SECRET
participants: [{id: sg, name: Mark Rutte}]
agenda:
  - topic: Grain
    lead: sg
    minutes: 0
    objective: A date.
    issue: Ships wait.
    our_position: Now.
    their_position: Later.
    lines_to_take: [We want a date., {text: Soon., marking: NATO RESTRICTED}]
    if_raised: [{they_say: Why?, we_say: Bread., marking: NATO CONFIDENTIAL}]
    avoid: [Numbers.]
    background: |
      Long.

      - list
  - {topic: Ships, lead: The host, marking: NATO UNCLASSIFIED}
"""


def test_an_agenda_item_has_all_that_is_needed_to_speak() -> None:
    """Numbered from 1, a lead by name, every text with its path and mark."""
    first, second = view_text(AGENDA).agenda
    assert (first.number, second.number) == (1, 2)
    assert [words_of(each.lead) for each in (first, second)] == ["Mark Rutte", "The host"]
    assert loosen(words_of(first.minutes)) == "0 min"
    texts = [first.objective, first.issue, first.our_position, first.their_position, first.background]
    assert [words_of(text) for text in texts] == ["A date.", "Ships wait.", "Now.", "Later.", "Long. | list"]
    assert words_of_all(first.lines_to_take) == ["We want a date.", "Soon."]
    assert [line.portion for line in first.lines_to_take] == ["", "(NR)"]
    assert words_of_all(first.avoid) == ["Numbers."]
    assert second.topic.portion == "(NU)"
    assert first.lines_to_take[1].path == "agenda[0].lines_to_take[1]"


def test_what_may_be_raised_stands_with_its_answer() -> None:
    """The portion's mark stands once, before the question."""
    (exchange,) = view_text(AGENDA).agenda[0].if_raised
    assert (words_of(exchange.they_say), words_of(exchange.we_say)) == ("Why?", "Bread.")
    assert (exchange.they_say.portion, exchange.we_say.portion) == ("(NC)", "")
    assert exchange.we_say.path == "agenda[0].if_raised[0].we_say"


def test_of_an_agenda_only_the_shown_fields_are_there() -> None:
    """A template for a card shows topics alone."""
    first, _ = view_text(AGENDA, ("title", "date", "marking", "agenda.topic")).agenda
    assert words_of(first.topic) == "Grain"
    assert (first.lead, first.background, first.lines_to_take, first.if_raised[0].they_say.blocks) == (
        None,
        None,
        (),
        (),
    )
    assert view_text(AGENDA, ("title", "date", "marking")).agenda == ()


def test_a_brief_may_have_a_home_of_its_own() -> None:
    """The brief's own home zone comes before that of the workspace."""
    yaml = "timezone: America/New_York\nhome_timezone: Europe/London\nmeeting: {start: 2025-10-22 15:00}\n"
    meeting = view_text(yaml, settings=Settings(timezone="Europe/Brussels")).meeting
    assert meeting is not None
    assert "London" in meeting.when_ours
