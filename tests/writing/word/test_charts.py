"""Charts as Word has them."""

import dataclasses

import pytest
from lxml import etree
from tests.charts import CHARTS, write_figures
from tests.writing.conftest import MakeView

from briefmaker.model.style import PLAIN_STYLE
from briefmaker.view.chart_shape import ChartView
from briefmaker.writing.word.charts import chart_height, list_cells, write_chart_part
from briefmaker.writing.word.drawingml import CHART_NAMESPACE

C = f"{{{CHART_NAMESPACE}}}"


def view_chart(make_view: MakeView, name: str) -> ChartView:
    """Give one of the charts for tests."""
    chart = make_view(write_figures((name,))).figures[0].chart
    assert chart is not None
    return chart


def parse(chart: ChartView) -> etree._Element:
    """Give the part of a chart."""
    return etree.fromstring(write_chart_part(chart, PLAIN_STYLE, "en-GB", is_mirrored=False).encode())


@pytest.mark.parametrize("name", CHARTS)
def test_what_is_cached_is_what_the_sheet_has(make_view: MakeView, name: str) -> None:
    """Every reference of the chart leads to the cells with the values that it shows."""
    chart = view_chart(make_view, name)
    root, rows = parse(chart), list_cells(chart)
    references = [*root.iter(f"{C}strRef"), *root.iter(f"{C}numRef")]
    assert len(references) >= 3
    for reference in references:
        cells = (reference.findtext(f"{C}f") or "").removeprefix("Sheet1!").replace("$", "").split(":")
        column, first, last = ord(cells[0][0]) - ord("A"), int(cells[0][1:]), int(cells[-1][1:])
        cached = {int(point.get("idx")): point.findtext(f"{C}v") for point in reference.iter(f"{C}pt")}
        for index, row in enumerate(rows[first - 1 : last]):
            value = row[column]
            shown = cached.get(index)
            assert shown == (value if isinstance(value, str) else None if value is None else f"{value:.15g}")


def test_the_reference_line_is_a_series_of_its_own(make_view: MakeView) -> None:
    """With its label; that of bars is drawn by an axis that crosses at the value."""
    for name in ("columns", "lines", "bars of two years"):
        chart = view_chart(make_view, name)
        names = [each.findtext(f".//{C}v") for each in parse(chart).iter(f"{C}tx")]
        assert chart.reference is not None
        assert names[-1] == chart.reference.label
        assert len(names) == len(chart.series) + 1
    (crossing,) = parse(view_chart(make_view, "bars of two years")).iter(f"{C}crossesAt")
    assert crossing.get("val") == "3.5"


def test_the_newest_bar_is_on_top_of_its_row(make_view: MakeView) -> None:
    """As on the page; peers keep their order."""
    dated, peers = (parse(view_chart(make_view, name)) for name in ("bars of two years", "bars of six peers"))
    assert [each.findtext(f".//{C}v") for each in dated.iter(f"{C}tx")][:2] == ["2025 (estimate)", "2014"]
    assert [each.findtext(f".//{C}v") for each in peers.iter(f"{C}tx")][:2] == ["Northern", "Southern"]


def test_a_chart_of_bars_is_as_high_as_its_rows_need(make_view: MakeView) -> None:
    """Long names take a second line."""
    chart = view_chart(make_view, "bars of one series")
    short = dataclasses.replace(chart, categories=("a", "b"))
    assert chart_height(chart) > chart_height(short)
    assert chart_height(view_chart(make_view, "a pie")) == chart_height(view_chart(make_view, "lines"))


def test_the_axis_of_values_is_that_of_the_page(make_view: MakeView) -> None:
    """The same ends and steps."""
    chart = view_chart(make_view, "columns of three peers")
    (axis,) = parse(chart).iter(f"{C}valAx")
    ends = [float(next(axis.iter(f"{C}{name}")).get("val", "")) for name in ("min", "max", "majorUnit")]
    assert ends == [chart.scale.low, chart.scale.high, chart.scale.step]
