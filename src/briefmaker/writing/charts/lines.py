"""The lines of a line chart, with their names at their ends."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from briefmaker.view.chart_shape import ChartSeries, ChartView
from briefmaker.writing.charts.colours import ChartColours, LineStyle
from briefmaker.writing.charts.look import LOOK
from briefmaker.writing.charts.markup import Label, Picture
from briefmaker.writing.charts.spread import move_apart
from briefmaker.writing.charts.words import count_lines, estimate_width

if TYPE_CHECKING:
    from briefmaker.writing.charts.plot import Plot

_SIZE, _LINE, _WIDEST_END, _GAP = 8.5, 11.0, 104.0, 8.0


def end_width(chart: ChartView) -> float:
    """Give the room for the names at the ends of the lines."""
    return min(max(estimate_width(_end_words(each), _SIZE) for each in chart.series), _WIDEST_END) + _GAP


def choose_line(colours: ChartColours, chart: ChartView, number: int) -> LineStyle:
    """Give the style of a line: the strongest is for the highlighted ones, where there are any."""
    if not any(each.is_highlighted for each in chart.series):
        return colours.lines[number % len(colours.lines)]
    if chart.series[number].is_highlighted:
        return colours.lines[0]
    others = [index for index, each in enumerate(chart.series) if not each.is_highlighted]
    return colours.lines[1 + others.index(number) % (len(colours.lines) - 1)]


def draw_lines(picture: Picture, plot: "Plot") -> None:
    """Draw every line, its last and its highlighted points, and its name and last number beside it."""
    for number, series in enumerate(plot.chart.series):
        style = choose_line(picture.colours, plot.chart, number)
        for points in _iterate_pieces(plot, series):
            if len(points) > 1:
                picture.line(points, style.color, style.width, style.dash)
            else:
                picture.dot(*points[0], style.width, style.color)
        for index, value in enumerate(series.values):
            if value is not None and (plot.chart.highlighted[index] or index == _last_known(series)):
                radius = 2.6 if plot.chart.highlighted[index] else 1.8
                picture.dot(plot.x(index), plot.y(value), radius, style.color)
    picture.labels += _name_ends(plot)


def _iterate_pieces(plot: "Plot", series: ChartSeries) -> Iterator[list[tuple[float, float]]]:
    """Give the points between one gap and the next."""
    piece: list[tuple[float, float]] = []
    for index, value in enumerate((*series.values, None)):
        if value is not None:
            piece.append((plot.x(index), plot.y(value)))
        elif piece:
            yield piece
            piece = []


def _last_known(series: ChartSeries) -> int:
    return max((index for index, value in enumerate(series.values) if value is not None), default=-1)


def _end_words(series: ChartSeries) -> str:
    last = _last_known(series)
    return f"{series.name} {series.printed[last]}" if last >= 0 else series.name


def move_ends(chart: ChartView, top: float, height: float, bottom: float) -> list[float]:
    """Give how far the name of each line moves from its end, on a plot of that top and height, above the bottom; in points."""
    span = chart.scale.high - chart.scale.low
    last = [each.values[_last_known(each)] if _last_known(each) >= 0 else chart.scale.low for each in chart.series]
    middles = [top + height * (chart.scale.high - (value or 0.0)) / span for value in last]
    width = end_width(chart) - _GAP
    return move_apart(middles, [_LINE * count_lines(_end_words(each), _SIZE, width) for each in chart.series], bottom)


def _name_ends(plot: "Plot") -> list[Label]:
    """Give the names at the line ends, moved apart where lines end close together."""
    width = LOOK.width - plot.right - _GAP + 2
    labels = []
    moves = move_ends(plot.chart, plot.top, plot.height, plot.y(plot.chart.scale.low) + _LINE)
    for each, move in zip(plot.chart.series, moves, strict=True):
        last = _last_known(each)
        if last >= 0:
            height = _LINE * count_lines(_end_words(each), _SIZE, width)
            top = plot.y(each.values[last] or 0.0) + move - height / 2
            kind = "strong" if each.is_highlighted else ""
            labels.append(Label(_end_words(each), plot.right + _GAP - 3, top, width, "start", kind))
    return labels
