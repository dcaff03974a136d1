"""What a view rests on: figures as tables, numbered sources, the glossary."""

from pathlib import Path
from textwrap import dedent

import pytest
from tests.briefs import EVERYTHING, loosen, view_text, words_of, words_of_all

from briefmaker.view.figure_shape import FigureView
from briefmaker.view.shape import View
from briefmaker.workspace.files import BriefFolder

SPENDING = """
marking: NATO SECRET
figures:
  spending:
    chart: bar
    x: ally
    y: {"2014": In 2014, "2025": "In *2025*"}
    unit: "% of GDP"
    reference_line: {value: 2, label: guideline}
    highlight: [Poland]
    caption: What allies spend
    alt: Bars of spending.
    source: report
    marking: NATO RESTRICTED
    rows:
      - {ally: Poland, "2014": "1.88", "2025": "4.48"}
      - {ally: Spain, "2014": "", "2025": "2.00"}
sources: {report: {title: Report, publisher: NATO}}
"""


def only_figure(view: View) -> FigureView:
    """Give the one figure that no item names."""
    (figure,) = view.figures
    return figure


def test_a_figure_is_a_table_of_its_chosen_columns() -> None:
    """With labels for columns, a dash where there is no value, numbers to the right, and the rows that are set off."""
    figure = only_figure(view_text(SPENDING))
    assert words_of_all(figure.header) == ["ally", "In 2014", "In 2025"]
    assert [words_of_all(row.cells) for row in figure.rows] == [["Poland", "1.88", "4.48"], ["Spain", "–", "2.00"]]
    assert [row.is_highlighted for row in figure.rows] == [True, False]
    assert figure.alignments == ("left", "right", "right")


def test_a_figure_has_caption_unit_comparison_and_source() -> None:
    """The source is cited, so it is numbered with the others; the portion's mark stands beside the caption."""
    figure = only_figure(view_text(SPENDING))
    assert figure.caption is not None
    assert (words_of(figure.caption), figure.caption.portion) == ("What allies spend", "(NR)")
    texts = [figure.unit, figure.reference_line, figure.alt, figure.source]
    expected = ["% of GDP", "guideline: 2 % of GDP", "Bars of spending.", "NATO [1]"]
    assert [loosen(words_of(text)) for text in texts] == expected


def test_a_figure_from_a_file_has_its_data(tmp_path: Path) -> None:
    """Without x and y all its columns, the first naming the rows."""
    (tmp_path / "data.csv").write_text("ally,share\nPoland,4.48 %\nSpain,−2 %\n", "utf-8")
    lines = "figures: {spending: {data: data.csv, highlight: [Spain]}}"
    figure = only_figure(view_text(lines, folder=BriefFolder(tmp_path, tmp_path)))
    assert words_of_all(figure.header) == ["ally", "share"]
    assert [row.is_highlighted for row in figure.rows] == [False, True]
    assert figure.alignments == ("left", "right")
    assert (figure.caption, figure.unit, figure.reference_line, figure.source) == (None, None, None, None)


@pytest.mark.parametrize(
    ("cells", "alignment"),
    [
        (["1", "2.5", "-3"], "right"),
        (["1,000", "90 000", "+5 %"], "right"),
        (["1", ""], "right"),
        (["", ""], "left"),
        (["1", "about 2"], "left"),
        (["2025-10-21"], "left"),
    ],
)
def test_a_column_of_numbers_is_set_to_the_right(cells: list[str], alignment: str) -> None:
    """Signs, separators and per cent belong to a number; a column without any is not one of numbers."""
    rows = "".join(f'    - {{name: a, n: "{cell}"}}\n' for cell in cells)
    assert only_figure(view_text(f"figures:\n  f:\n    rows:\n{rows}")).alignments[1] == alignment


THREE_FIGURES = """
figures:
  one: {caption: One, rows: [{a: "1"}]}
  two: {caption: Two, rows: [{a: "2"}]}
  three: {caption: Three, rows: [{a: "3"}]}
agenda:
  - {topic: Grain, figures: [three]}
  - {topic: Ships, figures: [one, three, one]}
"""


def numbered(figures: tuple[FigureView, ...]) -> list[str]:
    """Give number and caption of each figure."""
    return [f"{figure.number} {words_of(figure.caption)}" for figure in figures]


def test_figures_are_numbered_in_the_order_in_which_they_are_shown() -> None:
    """Each is shown once, where it is first named; one that no item names is not lost."""
    view = view_text(THREE_FIGURES)
    assert [numbered(item.figures) for item in view.agenda] == [["1 Three"], ["2 One"]]
    assert numbered(view.figures) == ["3 Two"]


def test_figures_follow_the_items_where_a_template_shows_none_within_them() -> None:
    """And there are none where a template shows no figures, even if its items could hold some."""
    view = view_text(THREE_FIGURES, ("title", "date", "agenda.topic", "figures"))
    assert [item.figures for item in view.agenda] == [(), ()]
    assert numbered(view.figures) == ["1 One", "2 Two", "3 Three"]
    hidden = view_text(THREE_FIGURES, ("title", "date", "agenda"))
    assert [item.figures for item in hidden.agenda] == [(), ()]
    assert hidden.figures == ()


SOURCE = """
language: {language}
sources:
  report:
    title: "*Defence* expenditure"
    publisher: NATO
    date: 2025-08
    url: https://www.nato.int/report
    accessed: 2025-10-20
    kind: primary
    grade: A2
    marking: NATO RESTRICTED
marking: NATO RESTRICTED
"""


@pytest.mark.parametrize(
    ("language", "date", "accessed"),
    [
        ("en-GB", "August 2025", "accessed 20 October 2025"),
        ("es", "agosto de 2025", "consultado el 20 de octubre de 2025"),
        ("fr", "août 2025", "consulté le 20 octobre 2025"),
    ],
)
def test_a_source_can_be_looked_up(language: str, date: str, accessed: str) -> None:
    """Who, what, when, where, read when, and how good; dates in the brief's language."""
    (source,) = view_text(SOURCE.format(language=language)).sources
    assert source.number == 1
    texts = [source.publisher, source.title, source.date, source.site, source.accessed, source.grade]
    expected = ["NATO", "Defence expenditure", date, "nato.int/report", accessed, "A2"]
    assert [loosen(words_of(text)) for text in texts] == expected
    assert source.publisher is not None
    assert (source.publisher.portion, source.title.portion) == ("(NR)", "")
    assert source.address == "https://www.nato.int/report"


@pytest.mark.parametrize(
    ("address", "site"),
    [
        ("https://example.org/", "example.org"),
        ("http://www.example.org/a?b=c", "example.org/a?b=c"),
        ("https://www.example.org/" + "long/" * 20, "example.org/…"),
        ("https://example.org?" + "q" * 80, "example.org/…"),
        ("https://[broken/" + "long/" * 20, "[broken/…"),
    ],
)
def test_of_a_long_address_only_the_site_is_printed(address: str, site: str) -> None:
    """The whole address is the link behind it, also where it is not quite an address."""
    (source,) = view_text(f'sources: {{report: {{title: Report, url: "{address}"}}}}').sources
    assert (words_of(source.site), source.address) == (site, address)


def test_sources_that_are_not_shown_are_not_there() -> None:
    """Nor is an address that was not given."""
    assert view_text("sources: {a: {title: A}}", ("title", "date")).sources == ()
    (source,) = view_text("sources: {a: {title: A}}").sources
    assert (source.site, source.address, source.date, source.accessed, source.grade) == (None, "", None, None, None)


def test_the_glossary_is_in_alphabetical_order() -> None:
    """Capitals and accents do not matter; what an acronym stands for may cite a source."""
    lines = dedent("""
        glossary: {PURL: "List [@report]", "Éa": Second, EB: Third, "U.S.": States, ea: First}
        sources: {report: {title: Report}}
    """)
    entries = view_text(lines).glossary
    assert [words_of(entry.term) for entry in entries] == ["ea", "Éa", "EB", "PURL", "U.S."]
    assert [words_of(entry.meaning) for entry in entries] == ["First", "Second", "Third", "List [1]", "States"]
    assert [entry.term.path for entry in entries] == [""] * 5
    assert entries[4].meaning.path == "glossary.U.S."
    assert view_text(lines, tuple(name for name in EVERYTHING if name != "glossary")).glossary == ()


def test_one_day_of_access_is_told_once() -> None:
    """Where all sources were read on one day, the list says so once; a single other day, and each says its own."""
    same = "sources:\n  a: {title: A, accessed: 2025-10-20}\n  b: {title: B, accessed: 2025-10-20}\n"
    view = view_text(same)
    assert loosen(view.all_accessed) == "All accessed 20 October 2025."
    assert [source.accessed for source in view.sources] == [None, None]
    view = view_text(same + "  c: {title: C, accessed: 2025-10-21}\n")
    assert view.all_accessed == ""
    assert [loosen(words_of(source.accessed)) for source in view.sources][2] == "accessed 21 October 2025"
