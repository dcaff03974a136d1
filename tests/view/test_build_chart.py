"""A chart in a view: numbers, names, places along the axis, what is set off."""

import pytest
from tests.briefs import view_text
from tests.charts import CHARTS, write_figures

from briefmaker.view.chart_shape import ChartView


def chart_of(name: str, language: str = "en-GB") -> ChartView:
    """Give one of the charts for tests."""
    (figure,) = view_text(f"language: {language}\n{write_figures((name,))}").figures
    assert figure.chart is not None
    return figure.chart


def draw(rows: str, chart: str = "line") -> ChartView:
    """Give the chart of these rows."""
    (figure,) = view_text(f"figures:\n  f: {{chart: {chart}, rows: {rows}}}").figures
    assert figure.chart is not None
    return figure.chart


def test_a_chart_has_numbers_and_how_they_are_printed() -> None:
    """A gap is None, and a dash in words; labels are plain words."""
    chart = chart_of("bars of two years", "fr")
    newest = chart.series[1]
    assert (chart.kind, chart.row_title, newest.name) == ("bar", "ally", "2025 (estimate)")
    assert newest.values == (4.48, 3.22, None)
    assert newest.printed == ("4,48", "3,22", "–")
    assert chart.highlighted == (False, True, False)
    assert (chart.has_newest, chart.number_format) == (True, "#,##0.00")
    assert chart.reference is not None
    assert (chart.reference.value, chart.reference.label) == (3.5, "core defence: 3,5")


@pytest.mark.parametrize(
    ("name", "has_newest"), [("bars of six peers", False), ("bars below zero", True), ("bars of one series", False)]
)
def test_the_last_of_several_years_is_the_newest(name: str, has_newest: bool) -> None:
    """Columns that name no year are peers; one alone is neither."""
    assert chart_of(name).has_newest is has_newest


def test_a_table_is_no_chart() -> None:
    """The figure has its table alone."""
    (figure,) = view_text("figures: {f: {rows: [{a: b, c: '1'}]}}").figures
    assert (figure.chart, figure.further_tables, figure.excerpt) == (None, (), "")


PLACES = {
    "years at equal steps": ("[{y: 2020, v: 1}, {y: 2021, v: 1}, {y: 2022, v: 1}]", (0, 0.5, 1)),
    "a leap in years": ("[{y: 2010, v: 1}, {y: 2020, v: 1}, {y: 2022, v: 1}]", (0, 0.833, 1)),
    "months": ("[{y: 2025-01, v: 1}, {y: 2025-02, v: 1}, {y: 2025-12, v: 1}]", (0, 0.093, 1)),
    "days": ("[{y: 2025-01-01, v: 1}, {y: 2025-01-02, v: 1}, {y: 2025-01-11, v: 1}]", (0, 0.1, 1)),
    "names": ("[{y: a, v: 1}, {y: b, v: 1}, {y: c, v: 1}]", (0, 0.5, 1)),
    "dates that go back": ("[{y: 2022, v: 1}, {y: 2010, v: 1}, {y: 2021, v: 1}]", (0, 0.5, 1)),
    "no day of the calendar": ("[{y: 2025-02-30, v: 1}, {y: 2025-03-01, v: 1}, {y: 2026-01-01, v: 1}]", (0, 0.5, 1)),
    "one point": ("[{y: 2025, v: 1}]", (0,)),
}


@pytest.mark.parametrize("name", PLACES)
def test_the_points_of_a_line_stand_at_their_time(name: str) -> None:
    """All else stands at equal steps, in the order of the data."""
    rows, expected = PLACES[name]
    assert draw(rows).positions == pytest.approx(expected, abs=0.001)


def test_dates_are_written_in_the_language_of_the_brief() -> None:
    """A month and a day are short; a year stays as it is, and so does what is no date."""
    rows = "[{d: 2025-03, v: 1}, {d: 2025-03-09, v: 2}, {d: 2026, v: 1}, {d: T1, v: 2}]"
    (figure,) = view_text(f"language: fr\nfigures: {{f: {{chart: line, rows: {rows}}}}}").figures
    assert figure.chart is not None
    assert [each.replace("\u00a0", " ") for each in figure.chart.categories] == [
        "mars 2025",
        "9 mars 2025",
        "2026",
        "T1",
    ]


def test_the_shares_of_a_pie_are_worked_out() -> None:
    """In per cent of the whole."""
    assert chart_of("a pie").shares == ("55%", "32%", "2%", "1%", "10%")
    assert chart_of("lines").shares == ()


def test_a_line_is_set_off_by_its_column_or_its_label() -> None:
    """And a point by the name of its row."""
    chart = chart_of("lines")
    assert [each.is_highlighted for each in chart.series] == [True, False, False]
    assert chart.highlighted == (False, False, True)


@pytest.mark.parametrize("name", CHARTS)
def test_all_parts_of_a_chart_fit_together(name: str) -> None:
    """A value, its words, a place and a mark for each category; the scale holds all of them."""
    chart = chart_of(name)
    count = len(chart.categories)
    assert count == len(chart.highlighted) == len(chart.positions)
    for series in chart.series:
        assert count == len(series.values) == len(series.printed)
        assert all(chart.scale.low <= value <= chart.scale.high for value in series.values if value is not None)
