"""The data of a chart as tables."""

import pytest
from tests.briefs import view_text, words_of, words_of_all
from tests.charts import CHARTS, write_figures

from briefmaker.view.figure_shape import FigureView


def figure_of(name: str) -> FigureView:
    """Give one of the figures for tests."""
    (figure,) = view_text(write_figures((name,))).figures
    return figure


def test_bars_have_a_row_each() -> None:
    """With the rows that are set off."""
    figure = figure_of("bars of two years")
    assert words_of_all(figure.header) == ["ally", "2014", "2025 (estimate)"]
    assert [words_of_all(row.cells) for row in figure.rows][::2] == [["Poland", "1.88", "4.48"], ["Iceland", "–", "–"]]
    assert [row.is_highlighted for row in figure.rows] == [False, True, False]
    assert figure.alignments == ("left", "right", "right")


def test_points_have_a_column_each() -> None:
    """So that the table can stand under them; what is set off is strong, a line as a row, a point as a column."""
    figure = figure_of("lines")
    assert words_of_all(figure.header) == ["year", "2020", "2021", "2022"]
    assert words_of_all(figure.rows[1].cells) == ["Spain", "100.0", "–", "102.0"]
    assert [row.is_highlighted for row in figure.rows] == [True, False, False]
    run = figure.rows[1].cells[3].blocks[0].inlines[0]  # type: ignore[union-attr]
    assert run.strong  # type: ignore[union-attr]
    assert figure.chart is not None
    assert figure.chart.is_aligned


def test_a_pie_has_its_shares_in_the_table() -> None:
    """Under a label of the brief's language."""
    figure = figure_of("a pie")
    assert words_of_all(figure.header) == ["c", "v", "Share"]
    assert words_of_all(figure.rows[0].cells) == ["Germany", "340", "55%"]


def test_of_very_many_points_some_are_shown_and_the_note_says_so() -> None:
    """At most four tables, with the first point and the last."""
    figure = figure_of("a line of many months")
    tables = [figure.header, *(table.header for table in figure.further_tables)]
    shown = [words_of(cell) for header in tables for cell in header[1:]]
    assert len(tables) <= 4
    assert (shown[0], shown[-1]) == ("Jan\u00a02005", "Dec\u00a02024")
    assert figure.excerpt == f"The table shows {len(shown)} of 240 values."


@pytest.mark.parametrize("name", [name for name in CHARTS if name != "a line of many months"])
def test_every_number_of_another_chart_is_in_its_tables(name: str) -> None:
    """Each as often as the chart has it; and none is left out without a word."""
    figure = figure_of(name)
    assert (figure.chart, figure.excerpt) != (None, "x")
    tables = [figure.rows, *(table.rows for table in figure.further_tables)]
    cells = [words_of(cell) for rows in tables for row in rows for cell in row.cells]
    assert figure.chart is not None
    for series in figure.chart.series:
        for printed in series.printed:
            assert printed in cells
    assert figure.excerpt == ""


def test_columns_with_long_names_go_over_several_tables() -> None:
    """All of them have the same columns but the last."""
    rows = ", ".join(f"{{c: Liechtenstein{n}, v: {n}}}" for n in range(12))
    (figure,) = view_text(f"figures: {{f: {{chart: column, rows: [{rows}]}}}}").figures
    assert figure.chart is not None
    assert not figure.chart.is_aligned
    assert len(figure.further_tables) == len(figure.chart.bands) - 1 > 0
    assert [index for band in figure.chart.bands for index in band] == list(range(12))
