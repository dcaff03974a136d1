"""Writes a figure's chart for a page, whatever its kind."""

from markupsafe import Markup

from briefmaker.model.style import Palette
from briefmaker.view.figure_shape import FigureView
from briefmaker.writing.charts.bars import write_bars
from briefmaker.writing.charts.colours import choose_colours
from briefmaker.writing.charts.pie import write_pie
from briefmaker.writing.charts.plot import write_plot


def write_chart(figure: FigureView, direction: str, palette: Palette) -> Markup:
    """Give the chart of a figure as HTML, with its data as a table; ``direction`` is that of the page, ltr or rtl."""
    chart, is_mirrored, colours = figure.chart, direction == "rtl", choose_colours(palette)
    if chart is None:
        return Markup()
    match chart.kind:
        case "bar":
            return write_bars(figure, chart, colours=colours, is_mirrored=is_mirrored)
        case "pie":
            return write_pie(figure, chart, colours=colours, is_mirrored=is_mirrored)
        case _:
            return write_plot(figure, chart, colours=colours, is_mirrored=is_mirrored)
