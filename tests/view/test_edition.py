"""An edition is a smaller brief: what its readers may see, under its own marking, and what there is to tell of the rest."""

import pytest
from tests.briefs import loosen, words_of
from tests.view.editions import HIGH, LOW, make

from briefmaker.diagnostics import Code, Severity
from briefmaker.model import Brief
from briefmaker.model.settings import Paper
from briefmaker.reading import Reading
from briefmaker.view.build_view import build_view
from briefmaker.view.edition import EditionMaking
from briefmaker.view.shape import View

TALKS = f"""
    marking: {HIGH}
    portions: {{bottom_line: {LOW}, agenda: {LOW}}}
    title: Secret talks
    reference: PBN-1
    bottom_line: |
      Ask.
    agenda:
      - topic: Hidden
        marking: {HIGH}
      - topic: Shown
"""


def brief_of(making: EditionMaking) -> Brief:
    """Give the brief of an edition that could be made."""
    assert making.brief is not None, making.diagnostics
    return making.brief


def view_of(making: EditionMaking) -> View:
    """Give the view of an edition."""
    brief = brief_of(making)
    viewing = build_view(
        brief, Reading(brief, making.tables, making.places, (), ""), making.settings, making.description, Paper.A4
    )
    assert viewing.view is not None, viewing.diagnostics
    assert viewing.diagnostics == ()
    return viewing.view


def test_what_is_above_the_ceiling_is_not_there_and_the_rest_is_numbered_anew() -> None:
    """Unmarked fields carry the brief's own marking, and are above it too."""
    making = make(TALKS)
    brief = brief_of(making)
    assert [item.topic for item in brief.agenda] == ["Shown"]
    assert (brief.bottom_line, brief.reference) == ("Ask.\n", None)
    assert making.moved["agenda[0].topic"] == "agenda[1].topic"
    assert "Hidden" not in brief.model_dump_json()


def test_a_title_that_is_withheld_gives_way_to_the_kind_of_document() -> None:
    """One that may be seen stays."""
    assert brief_of(make(TALKS)).title == "Brief"
    shown = TALKS.replace("portions: {", f"portions: {{title: {LOW}, ")
    assert brief_of(make(shown)).title == "Secret talks"
    assert brief_of(make(shown, "agenda")).title == "Brief"


def test_a_day_that_is_withheld_is_printed_nowhere() -> None:
    """What stands in for it in the model is no day of the brief."""
    view = view_of(make(TALKS))
    assert words_of(view.date) == words_of(view.reference) == ""
    assert view.properties.modified.year == 2000
    shown = view_of(make(TALKS.replace("portions: {", f"portions: {{date: {LOW}, ")))
    assert loosen(words_of(shown.date)) == "21 October 2025"


@pytest.mark.parametrize(
    ("lines", "marking"),
    [
        (f"objectives: [{{text: A., marking: {LOW}}}, {{text: B., marking: NATO UNCLASSIFIED}}]", LOW),
        (f"objectives: [{{text: A., marking: {HIGH}}}, {{text: B., marking: NATO UNCLASSIFIED}}]", "NATO UNCLASSIFIED"),
    ],
)
def test_the_edition_is_marked_as_the_highest_of_what_it_shows(lines: str, marking: str) -> None:
    """Not as high as its ceiling, and not as the brief."""
    view = view_of(make(f"marking: {HIGH}\n{lines}"))
    assert words_of(view.marking) == view.properties.marking == marking


def test_caveats_of_what_is_shown_are_joined() -> None:
    """Those of what is withheld are not; in the order of the brief."""
    lines = f"""
        marking: {HIGH}
        handling: [LEFT, RIGHT, ABOVE]
        objectives:
          - {{text: A., marking: {LOW}, handling: [RIGHT]}}
          - {{text: B., marking: {LOW}, handling: [LEFT]}}
          - {{text: C., marking: {HIGH}, handling: [ABOVE]}}
    """
    assert words_of(view_of(make(lines)).marking) == "NATO RESTRICTED RIGHT LEFT"
    only = brief_of(make(lines, caveats=("LEFT",)))
    assert ([line.text for line in only.objectives], only.handling) == (["B."], ("LEFT",))
    assert make(lines, caveats=()).brief is None


def test_an_entry_whose_shown_fields_are_all_lower_does_not_raise_the_whole() -> None:
    """Its own marking is nobody's then, and would stand above the edition's."""
    low = "portions: {heading: NATO UNCLASSIFIED, text: NATO UNCLASSIFIED}"
    view = view_of(make(f"marking: {HIGH}\nsections: [{{heading: A, text: B, marking: {LOW}, {low}}}]"))
    assert words_of(view.marking) == "NATO UNCLASSIFIED"
    assert [section.heading.portion for section in view.sections] == ["(NU)"]


def test_an_entry_goes_with_all_that_is_in_it() -> None:
    """However low a part of it is marked; and without what it must have, it cannot stand."""
    low = f"lines_to_take: [{{text: Low., marking: {LOW}}}]"
    assert make(f"marking: {HIGH}\nagenda: [{{topic: A, {low}}}]").brief is None
    headless = f"agenda: [{{topic: A, marking: {LOW}, portions: {{topic: {HIGH}}}, {low}}}]"
    assert brief_of(make(f"marking: {HIGH}\n{headless}\nsummary: B\nportions: {{summary: {LOW}}}")).agenda == ()


def test_a_part_given_to_other_editions_is_not_in_this_one() -> None:
    """One given to this one is, and says nothing of it."""
    lines = "objectives: [{text: A., editions: [others]}, {text: B., editions: [readers, others]}, C.]"
    brief = brief_of(make(lines, ceiling=None))
    assert [(line.text, line.editions) for line in brief.objectives] == [("B.", None), ("C.", None)]


@pytest.mark.parametrize(
    ("marking", "ceiling"), [(HIGH, None), (None, LOW), ("OFFICIAL", LOW)], ids=["none", "unmarked", "other"]
)
def test_a_ceiling_that_cannot_be_compared_is_an_error(marking: str | None, ceiling: str | None) -> None:
    """What is below it cannot be told, so nothing is made."""
    making = make(f"marking: {marking}\nsummary: A" if marking else "summary: A", ceiling=ceiling)
    assert making.brief is None
    assert [(found.code, found.severity) for found in making.diagnostics] == [(Code.EDITION_CEILING, Severity.ERROR)]


def test_an_edition_that_would_show_nothing_is_told() -> None:
    """A title, a date and sources alone are nothing."""
    lines = f"marking: {HIGH}\nportions: {{title: {LOW}, date: {LOW}}}\nsummary: A\nsources: {{s: {{title: S, marking: {LOW}}}}}"
    making = make(lines)
    assert making.brief is None
    assert [found.code for found in making.diagnostics] == [Code.EDITION_EMPTY]


def test_what_a_text_loses_is_told_at_its_line() -> None:
    """A citation goes and the sentence stays; with a fact the sentence goes."""
    lines = """
        marking: NATO SECRET
        objectives:
          - {text: "Say so [@open; @closed, page 3].", marking: NATO RESTRICTED}
          - {text: "Add that [@closed].", marking: NATO RESTRICTED}
          - {text: "It is [@share].", marking: NATO RESTRICTED}
        sources:
          open: {title: Open, marking: NATO RESTRICTED}
          closed: {title: Closed}
        facts: [{id: share, value: 3}]
    """
    making = make(lines)
    brief = brief_of(making)
    assert [line.text for line in brief.objectives] == ["Say so [@open].", "Add that."]
    assert list(brief.sources) == ["open"]
    assert [(found.code, found.span.line, found.severity) for found in making.diagnostics] == [
        (Code.EDITION_LEFT_OUT, line, Severity.WARNING) for line in (3, 4, 5)
    ]


def test_nothing_is_told_of_citations_where_the_edition_shows_no_sources() -> None:
    """Its settings say so already."""
    making = make('objectives: ["A [@s]."]\nsources: {s: {title: S}}', "objectives", ceiling=None)
    assert [line.text for line in brief_of(making).objectives] == ["A."]
    assert making.diagnostics == ()


def test_findings_about_an_edition_lead_back_to_the_brief() -> None:
    """To the line and field of the file, not to where they stand in the edition."""
    making = make(TALKS)
    found = making.places.finding(Code.TEXT_GLYPH, "agenda[0].topic", "x")
    assert found.span.line == 10
    assert [each.path for each in making.restore_paths([found])] == ["agenda[1].topic"]


def test_an_edition_says_for_whom_it_is() -> None:
    """Beside the kind of document, in the brief's language."""
    making = make(TALKS.replace("reference: PBN-1", "language: fr"), title="Pour la presse")
    assert view_of(making).kind == "Note · Pour la presse"


def test_a_title_that_is_only_the_kind_is_marked_where_every_portion_is() -> None:
    """As low as can be, since it says nothing of the brief."""
    view = view_of(make("marking: CONFIDENTIAL\nsummary: A\nportions: {summary: CUI}", ceiling="CUI"))
    assert (words_of(view.title), view.title.portion) == ("Brief", "(U)")
    assert words_of(view.marking) == "CUI"


def test_an_edition_stays_in_the_brief_s_scheme() -> None:
    """Also where what is left of its markings would fit another one."""
    lines = "marking: SECRET\nobjectives: [{text: A., marking: CUI, editions: [others]}, B.]"
    view = view_of(make(lines, ceiling="SECRET"))
    assert [text.portion for text in view.objectives] == ["(S)"]
