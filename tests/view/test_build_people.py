"""The people of a view: participants by side, contacts, clearances."""

from pathlib import Path

import pytest
from tests.briefs import loosen, view_text, words_of, words_of_all

from briefmaker.view.shown_text import Text
from briefmaker.workspace.files import BriefFolder


def test_participants_stand_by_side_in_the_brief_s_order() -> None:
    """Ours, theirs, others, each under its label; a side without anybody has none."""
    view = view_text(
        """
        language: fr
        participants:
          - {name: Other}
          - {name: Theirs, side: theirs}
          - {name: First, side: ours}
          - {name: Second, side: ours}
        """
    )
    assert [(side.label, [words_of(each.name) for each in side.participants]) for side in view.sides] == [
        ("Notre partie", ["First", "Second"]),
        ("Leur partie", ["Theirs"]),
        ("Autres", ["Other"]),
    ]
    assert view.sides[0].participants[1].name.path == "participants[3].name"
    assert [side.label for side in view_text("participants: [{name: Theirs, side: theirs}]").sides] == ["Theirs"]


def test_a_participant_has_all_that_was_said() -> None:
    """Each text with its path; the portion's mark stands beside the name."""
    view = view_text(
        """
        marking: NATO SECRET
        participants:
          - name: Anna Ask
            title: Minister
            organisation: Norway
            address_as: Excellency
            role: principal
            marking: NATO RESTRICTED
            wants: [A date., Ships.]
            perspective: |
              One.

              Two.
            approach: Direct.
            biography: Born.
        """
    )
    (each,) = view.sides[0].participants
    assert each.name.portion == "(NR)"
    plain = [each.title, each.organisation, each.role, each.address_as, each.perspective, each.approach, each.biography]
    expected = ["Minister", "Norway", "principal", "Excellency", "One. | Two.", "Direct.", "Born."]
    assert [words_of(text) for text in plain] == expected
    assert words_of_all(each.wants) == ["A date.", "Ships."]
    assert each.perspective is not None
    assert each.perspective.path == "participants[0].perspective"


def test_only_the_shown_fields_of_a_participant_are_there() -> None:
    """The others are None."""
    lines = "participants: [{name: Anna Ask, title: Minister, biography: Born.}]"
    (each,) = view_text(lines, ("title", "date", "participants.title")).sides[0].participants
    assert (words_of(each.title), each.biography, each.name) == ("Minister", None, Text("participants[0].name", ()))
    assert view_text(lines, ("title", "date")).sides == ()


def test_a_participant_may_come_from_the_people_of_the_workspace(tmp_path: Path) -> None:
    """With details of the brief's own before those of people.yaml; who leads may be named by the same id."""
    (tmp_path / "people.yaml").write_text("rutte: {name: Mark Rutte, title: Secretary General}\n", "utf-8")
    view = view_text(
        """
        participants: [{person: rutte, title: Host}]
        agenda: [{topic: Grain, lead: rutte}]
        """,
        folder=BriefFolder(tmp_path, tmp_path),
    )
    (each,) = view.sides[0].participants
    assert (words_of(each.name), words_of(each.title)) == ("Mark Rutte", "Host")
    assert words_of(view.agenda[0].lead) == "Mark Rutte"


def test_a_contact_has_address_and_number_exactly_as_typed() -> None:
    """Neither is Markdown."""
    contact = view_text('contact: {name: A. Asker, unit: Policy, email: a_b_c@x.example, phone: "+32 2 000"}').contact
    assert contact is not None
    texts = [contact.name, contact.unit, contact.email, contact.phone]
    assert [words_of(text) for text in texts] == ["A. Asker", "Policy", "a_b_c@x.example", "+32 2 000"]


def test_a_unit_may_be_shown_without_the_name() -> None:
    """A template may keep the names of staff to itself, in the file's properties too."""
    lines = "prepared_by: {name: A. Asker, unit: Policy}"
    view = view_text(lines, ("title", "date", "prepared_by.unit"))
    assert view.prepared_by is not None
    assert (words_of(view.prepared_by.unit), view.prepared_by.name.blocks) == ("Policy", ())
    assert view.properties.author == "Policy"
    hidden = view_text(lines, ("title", "date"))
    assert (hidden.prepared_by, hidden.properties.author) == (None, "")


CLEARANCES = """
clearances:
  - {unit: Legal, by: B. Clearer, state: cleared-with-edits, due: 2025-10-20, date: 2025-10-19, comment: Fine.}
  - {unit: Press, due: 2025-10-20}
  - {unit: Budget, state: non-concur}
  - {unit: Archive, state: information}
"""


def test_clearances_say_where_each_unit_stands() -> None:
    """In the brief's words; a refusal is open, as is an unanswered request."""
    rows = view_text(CLEARANCES).clearances
    states = ["Cleared with edits", "Requested", "Does not concur", "For information"]
    assert [words_of(row.state) for row in rows] == states
    assert [row.is_open for row in rows] == [False, True, True, False]
    assert [loosen(words_of(text)) for text in (rows[0].due, rows[0].date, rows[0].comment, rows[1].date)] == [
        "20 Oct 2025",
        "19 Oct 2025",
        "Fine.",
        "",
    ]


@pytest.mark.parametrize(
    ("lines", "summary"),
    [
        (CLEARANCES, "2 of 3 open"),
        ("clearances: [{unit: Legal, state: cleared}]", "complete"),
        ("clearances: [{unit: Legal, state: information}]", ""),
        ("language: es\nclearances: [{unit: Legal}]", "1 de 1 pendiente"),
        ("version: 1", ""),
    ],
)
def test_the_summary_counts_those_that_are_waited_for(lines: str, summary: str) -> None:
    """Whoever is only informed does not count."""
    assert view_text(lines).clearance_summary == summary


def test_clearances_that_are_not_shown_are_not_counted_either() -> None:
    """The summary would tell of them."""
    view = view_text(CLEARANCES, ("title", "date"))
    assert (view.clearance_summary, view.clearances) == ("", ())


def test_only_those_of_whom_there_is_more_to_tell_are_introduced() -> None:
    """A name with an office needs no biography; one among them makes the heading."""
    view = view_text("participants: [{name: Anna Ask, title: Minister}, {name: Bo Ek, biography: Born.}]")
    assert [each.is_introduced for side in view.sides for each in side.participants] == [False, True]
    assert view.has_biographies
    assert not view_text("participants: [{name: Anna Ask, title: Minister}]").has_biographies


VOID = """
    language: {language}
    issue: Ships wait.
    clearances:
      - {{unit: Legal, state: cleared, of: 0000000000000000}}
      - {{unit: Budget, state: information, of: 0000000000000000}}
      - {{unit: Trade, state: information}}
      - {{unit: Navy, state: cleared}}
    """


def test_who_cleared_other_content_is_not_said_to_have_cleared_it() -> None:
    """Nor to know it: the state says that the text was changed, and the head counts both among the open ones."""
    view = view_text(VOID.format(language="en"))
    assert [words_of(each.state) for each in view.clearances] == [
        *("Changed since cleared", "Changed since informed", "For information", "Cleared")
    ]
    assert [each.is_open for each in view.clearances] == [True, True, False, False]
    assert view.clearance_summary == "2 of 3 open"


@pytest.mark.parametrize("language", ["ar", "de", "es", "fr", "he", "it", "nl", "pl", "tr", "uk"])
def test_it_is_said_in_every_language(language: str) -> None:
    """In words that are not those of a clearance which holds."""
    states = [words_of(each.state) for each in view_text(VOID.format(language=language)).clearances]
    assert len(set(states)) == len(states)
    assert not any("Changed" in state for state in states)
