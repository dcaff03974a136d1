"""Which texts bear the mark of their portion."""

import dataclasses
from collections.abc import Iterator

import pytest
from tests.briefs import view_text
from tests.view.marks import US_BRIEF

from briefmaker.model.settings import Settings
from briefmaker.view.shape import View
from briefmaker.view.shown_text import Text

US = Settings(marking_scheme="us")


def iterate_texts(value: object) -> Iterator[Text]:
    """Give every text of a view, in the order of its fields."""
    if isinstance(value, Text):
        yield value
    elif isinstance(value, tuple):
        for each in value:
            yield from iterate_texts(each)
    elif dataclasses.is_dataclass(value):
        for each in dataclasses.fields(value):
            yield from iterate_texts(getattr(value, each.name))


def marks_of(view: View) -> dict[str, str]:
    """Give the mark of every text by its path."""
    return {text.path: text.portion for text in iterate_texts(view) if text.path}


def test_a_scheme_that_asks_has_a_mark_on_every_portion() -> None:
    """Titles, facts, bullets, positions, questions, figures, judgements and sources; each with what it carries."""
    view = view_text(US_BRIEF, settings=US)
    marks = marks_of(view)
    expected = {
        "title": "(U)",
        "bottom_line": "(S//NF)",
        "objectives[0]": "(CUI//NF)",
        "objectives[1]": "(S//NF)",
        "meeting.start": "(U)",
        "meeting.place": "(U)",
        "meeting.logistics": "(C)",
        "meeting.last_met.date": "(U)",
        "participants[0].name": "(U)",
        "participants[0].wants[0]": "(U)",
        "participants[0].approach": "(S//NF)",
        "agenda[0].topic": "(S//NF)",
        "agenda[0].lines_to_take[0]": "(S//NF)",
        "agenda[0].if_raised[0].they_say": "(C//NF)",
        "agenda[0].if_raised[0].we_say": "(C//NF)",
        "agenda[0].background": "(S//NF)",
        "implications[0].statement": "(U)",
        "implications[0].so_what": "(U)",
        "next_steps[0].action": "(S//NF)",
        "figures.volumes.caption": "(U)",
        "sources.report.publisher": "(U)",
        "annexes[0].title": "(S//NF)",
        "annexes[0].text": "(S//NF)",
    }
    assert {path: marks[path] for path in expected} == expected


def test_a_portion_is_marked_once_and_not_every_word_of_it() -> None:
    """What shares a line or row with the text that opens it bears none; nor do running lines, addresses and cells."""
    marks = marks_of(view_text(US_BRIEF, settings=US))
    bare = {path for path, mark in marks.items() if not mark}
    assert (
        bare
        == {
            *("reference", "version", "status", "date", "marking"),
            *("to[0]", "prepared_by.name", "prepared_by.unit"),
            *("meeting.last_met.place", "participants[0].title", "agenda[0].lead", "agenda[0].minutes"),
            *("implications[0].likelihood", "implications[0].confidence", "next_steps[0].owner", "next_steps[0].due"),
            *("figures.volumes.unit", "figures.volumes.rows", "sources.report.title", "sources.report.grade"),
            *(path for path in marks if path.startswith(("figures.volumes.rows[", "figures.volumes.x"))),
            *("glossary.IMO",),
        }
        & marks.keys()
    )
    assert len(bare) > 15


def test_the_entries_of_lists_in_a_longer_text_are_marked_too() -> None:
    """Where the scheme asks for every bullet, and only there."""
    lines = "marking: SECRET\nbackground: |\n  One.\n\n  - two\n"
    texts = [view_text(lines, settings=Settings(marking_scheme=scheme)).background for scheme in ("us", "uk")]
    assert [(text.portion, text.marks_items) for text in texts if text] == [("(S)", True), ("", False)]


def test_a_term_is_marked_before_it_and_not_between_it_and_its_meaning() -> None:
    """The mark opens the entry."""
    (entry,) = view_text(US_BRIEF, settings=US).glossary
    assert (entry.term.portion, entry.meaning.portion) == ("(U)", "")


@pytest.mark.parametrize("caption", ["", "caption: Tonnes a month, "])
def test_a_figure_that_states_a_marking_shows_it_with_and_without_a_caption(caption: str) -> None:
    """Where there is no caption, the mark stands in its place."""
    lines = f"marking: NATO SECRET\nfigures: {{f: {{{caption}rows: [{{a: 1}}], marking: NATO RESTRICTED}}}}"
    (figure,) = view_text(lines).figures
    assert figure.caption is not None
    assert figure.caption.portion == "(NR)"
    assert bool(figure.caption.blocks) is bool(caption)


def test_other_schemes_mark_what_states_a_marking_and_nothing_else() -> None:
    """An entry by the text that opens it, a frame such as the meeting by each of its facts, a field by itself."""
    view = view_text(
        """
        marking: NATO SECRET
        portions: {meeting: NATO RESTRICTED, meeting.logistics: NATO SECRET, key_points: NATO RESTRICTED, summary: NATO SECRET}
        title: Talks
        summary: |
          Marked by itself.
        key_points: [One., {text: Two., marking: NATO UNCLASSIFIED}]
        meeting:
          place: Ankara
          logistics: |
            Cars.
          last_met: {date: 2025-01-02, place: Brussels}
        agenda:
          - topic: Grain
            marking: NATO RESTRICTED
            portions: {background: NATO SECRET}
            objective: A date.
            background: |
              It is old.
            lines_to_take: [Ask., {text: Insist., marking: NATO SECRET}]
        """
    )
    assert {path: mark for path, mark in marks_of(view).items() if mark} == {
        "summary": "(NS)",
        "key_points[0]": "(NR)",
        "key_points[1]": "(NU)",
        "meeting.place": "(NR)",
        "meeting.logistics": "(NS)",
        "meeting.last_met.date": "(NR)",
        "agenda[0].topic": "(NR)",
        "agenda[0].background": "(NS)",
        "agenda[0].lines_to_take[1]": "(NS)",
    }


def test_a_portion_that_only_names_its_editions_bears_no_mark() -> None:
    """It says who may see it, and carries what is around it."""
    view = view_text(
        "marking: NATO SECRET\nportions: {title: {editions: [a]}}\nobjectives: [{text: A., editions: [a]}]"
    )
    assert (view.title.portion, view.objectives[0].portion) == ("", "")
