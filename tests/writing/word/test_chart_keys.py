"""The squares in the table under a chart."""

import re

from tests.charts import write_figures
from tests.writing.conftest import MakeView

from briefmaker.model.style import PLAIN_STYLE
from briefmaker.writing.charts.colours import choose_colours
from briefmaker.writing.word.chart_keys import add_keys


def squares_of(make_view: MakeView, name: str) -> list[tuple[int, int, str]]:
    """Give where squares stand in a table of four rows and four columns, and their colours."""
    chart = make_view(write_figures((name,))).figures[0].chart
    assert chart is not None
    cells = [["" for _ in range(7)] for _ in range(4)]
    add_keys(cells, chart, PLAIN_STYLE.colours)
    return [
        (row, column, re.findall("[0-9A-F]{6}", cell)[0])
        for row, line in enumerate(cells)
        for column, cell in enumerate(line)
        if cell
    ]


def test_bars_have_squares_in_the_head_and_columns_at_the_rows(make_view: MakeView) -> None:
    """Each in the colour of its series."""
    colours = choose_colours(PLAIN_STYLE.colours)
    older, bar = (color.lstrip("#").upper() for color in (colours.older[0].color, colours.bar))
    assert squares_of(make_view, "bars of two years") == [(0, 1, older), (0, 2, bar)]
    assert [place[:2] for place in squares_of(make_view, "columns of three peers")] == [(1, 0), (2, 0), (3, 0)]


def test_a_single_series_and_other_charts_need_none(make_view: MakeView) -> None:
    """Lines and parts have their names beside them."""
    for name in ("columns", "lines", "a pie"):
        assert squares_of(make_view, name) == []
