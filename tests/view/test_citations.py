"""Sources numbered in the order in which they are cited, and facts printed where they are cited."""

from textwrap import dedent

from tests.briefs import EVERYTHING, loosen, view_text, words_of

from briefmaker.model.rich_text import Cited, CitedSource, iterate_inlines
from briefmaker.view.shape import View
from briefmaker.view.shown_text import Text

SOURCES = """
sources:
  zeta: {title: Zeta}
  alpha: {title: Alpha}
  never: {title: Never cited}
  beta: {title: Beta}
"""


def cited_in(text: Text | None) -> list[Cited]:
    """Give the citations in a text."""
    assert text is not None
    return [inline for inlines in iterate_inlines(text.blocks) for inline in inlines if isinstance(inline, Cited)]


def titles(view: View) -> list[str]:
    """Give the list of sources, each with its number."""
    return [f"{source.number} {words_of(source.title)}" for source in view.sources]


def test_sources_are_numbered_in_the_order_in_which_the_page_cites_them() -> None:
    """Neither the order of the list nor that of the fields in the file counts; what nobody cites comes last."""
    view = view_text(
        dedent("""
            background: "Later [@zeta], and again [@beta]."
            bottom_line: "First [@beta], then [@alpha]."
        """)
        + SOURCES
    )
    assert words_of(view.bottom_line) == "First [1], then [2]."
    assert words_of(view.background) == "Later [3], and again [1]."
    assert titles(view) == ["1 Beta", "2 Alpha", "3 Zeta", "4 Never cited"]


def test_numbers_follow_the_page_also_where_the_file_goes_another_way() -> None:
    """Frame, bottom line, topics of the agenda, items, judgements, next steps, programme, annexes, then the closing lines."""
    marks = ["place", "purpose", "bottom", "topic", "line", "background", "sowhat", "basis", "step", "programme"]
    marks += ["meaning", "annex", "closing"]
    shows = ("meeting", "bottom_line", "agenda", "implications", "next_steps", "meeting.programme")
    view = view_text(
        dedent("""
            drafted_with: "A machine [@closing]."
            annexes: [{title: Map, text: "See [@annex]."}]
            glossary: {PURL: "A list [@meaning]."}
            next_steps: [{action: "Write [@step]."}]
            implications: [{statement: It lasts., basis: "Says [@basis]", so_what: "Hence [@sowhat]"}]
            agenda:
              - {topic: Grain, background: "Long [@background].", lines_to_take: ["Say [@line]."]}
              - {topic: "Ships [@topic]"}
            bottom_line: "Ask [@bottom]."
            meeting:
              programme: [{step: "Arrival [@programme]"}]
              purpose: "Talk [@purpose]"
              place: "Ankara [@place]"
            sources:
        """)
        + "".join(f"  {mark}: {{title: {mark}}}\n" for mark in sorted(marks)),
        (*shows, "glossary", "annexes", "drafted_with", "sources"),
    )
    assert titles(view) == [f"{number} {mark}" for number, mark in enumerate(marks, 1)]


def test_each_template_numbers_in_its_own_order() -> None:
    """The order is that of `shows`, which is the order of its page; part of a field may stand further down than the rest."""
    text = 'bottom_line: "First [@beta]."\nkey_points: ["Then [@alpha]."]\n' + SOURCES
    assert titles(view_text(text, ("bottom_line", "key_points", "sources")))[:2] == ["1 Beta", "2 Alpha"]
    assert titles(view_text(text, ("key_points", "bottom_line", "sources")))[:2] == ["1 Alpha", "2 Beta"]


def test_what_the_template_does_not_show_has_no_number() -> None:
    """A hidden background does not take the first number from the text that is read."""
    shows = tuple(name for name in EVERYTHING if name != "summary")
    view = view_text('summary: "Hidden [@zeta]."\nbackground: "Shown [@alpha]."\n' + SOURCES, shows)
    assert titles(view) == ["1 Alpha", "2 Zeta", "3 Never cited", "4 Beta"]


def test_several_sources_with_their_places_stand_in_one_citation() -> None:
    """Each keeps its own place."""
    view = view_text('bottom_line: "So it is [@alpha, table 3; @beta; @zeta, p. 4]."\n' + SOURCES)
    (cited,) = cited_in(view.bottom_line)
    assert loosen(cited.text) == "[1, table 3; 2; 3, p. 4]"
    assert cited.sources == (CitedSource(1, "table 3"), CitedSource(2), CitedSource(3, "p.\u00a04"))


def test_citations_in_lists_and_tables_are_numbered_in_reading_order() -> None:
    """Wherever in a text they stand."""
    view = view_text(
        dedent("""
            background: |
              - one [@beta]
                1. inner [@zeta]

              | Head [@alpha] | Other |
              |---|---|
              | cell [@never] | [@beta] |
        """)
        + SOURCES
    )
    assert [cited.text for cited in cited_in(view.background)] == ["[1]", "[2]", "[3]", "[4]", "[1]"]


FACTS = """
facts:
  - {id: share, value: "3.19", unit: "% of GDP", as_of: 2025-04-24, sources: [alpha, beta]}
  - {id: troops, value: 90 000, as_of: 2025-03}
  - {id: bare, value: "7"}
"""


def test_a_fact_is_printed_where_it_is_cited() -> None:
    """Its value and unit, the day it holds for, and its sources."""
    view = view_text('bottom_line: "The share is [@share]; there are [@troops], and [@bare]."\n' + FACTS + SOURCES)
    expected = "The share is 3.19 % of GDP (24 April 2025)[1; 2]; there are 90 000 (March 2025), and 7."
    assert loosen(words_of(view.bottom_line)) == expected
    assert titles(view)[:2] == ["1 Alpha", "2 Beta"]


def test_the_place_named_with_a_fact_is_one_in_its_sources() -> None:
    """It is not lost."""
    view = view_text('bottom_line: "It is [@share, table 3]."\n' + FACTS + SOURCES)
    assert words_of(view.bottom_line).endswith("[1, table 3; 2, table 3].")


def test_facts_and_sources_may_stand_in_one_citation() -> None:
    """Facts come first, written out; then the sources in their brackets."""
    view = view_text('bottom_line: "It is [@zeta; @bare; @troops]."\n' + FACTS + SOURCES)
    assert loosen(words_of(view.bottom_line)) == "It is 7 90 000 (March 2025)[1]."
