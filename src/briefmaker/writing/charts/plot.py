"""Column and line charts: what they share is the plot, with its axis, its reference line and the table under it."""

from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from briefmaker.view.chart_shape import ChartView
from briefmaker.view.figure_shape import FigureView
from briefmaker.writing.charts.colours import ChartColours
from briefmaker.writing.charts.fills import choose_fill, write_swatch
from briefmaker.writing.charts.lines import draw_lines, end_width
from briefmaker.writing.charts.look import LOOK
from briefmaker.writing.charts.markup import Label, Picture
from briefmaker.writing.charts.tables import write_table
from briefmaker.writing.charts.words import count_lines, estimate_width, widest_word

SIZE, LINE = 8.5, 11.0
_GAP, _SWATCH, _WIDEST_NAMES = 6.0, 12.0, 104.0
_WIDEST_COLUMN, _SHARE_OF_SLOT = 24.0, 0.72


@dataclass(frozen=True, slots=True)
class Plot:
    """The area of the marks, in points: its left and right edge, and how values and categories become places on it."""

    chart: ChartView
    left: float
    right: float
    top: float = 12.0
    height: float = 118.0

    @property
    def slot(self) -> float:
        """Give the width that one category has."""
        return (self.right - self.left) / len(self.chart.categories)

    def x(self, index: int) -> float:
        """Give the middle of a category: under it stands its column of the table, or a date at its time."""
        if self.chart.kind == "column" or self.chart.is_aligned:
            return self.left + self.slot * (index + 0.5)
        return self.left + 4 + self.chart.positions[index] * (self.right - self.left - 8)

    def y(self, value: float) -> float:
        """Give the height of a value."""
        scale = self.chart.scale
        return self.top + self.height * (scale.high - value) / (scale.high - scale.low)

    @property
    def base(self) -> float:
        """Give the height of the axis: at zero where zero is on the scale."""
        return self.y(min(max(0.0, self.chart.scale.low), self.chart.scale.high))


def write_plot(figure: FigureView, chart: ChartView, *, colours: ChartColours, is_mirrored: bool) -> Markup:
    """Give a column or line chart, and below it the table; its columns stand under the points if there is room for all."""
    plot = _lay_out(chart)
    names = [] if chart.is_aligned else _name_categories(plot)
    foot = max((LINE * count_lines(each.words, SIZE, each.width) for each in names), default=0) + 4
    picture = Picture(LOOK.width, plot.top + plot.height + foot, colours, is_mirrored, names)
    _draw_axis(picture, plot)
    if chart.kind == "line":
        draw_lines(picture, plot)
    else:
        _draw_columns(picture, plot)
    _draw_reference(picture, plot)
    widths = [plot.left, *[plot.slot] * len(chart.categories)] if chart.is_aligned else []
    swatches = (
        [write_swatch(choose_fill(colours, chart, number)) for number in range(len(chart.series))]
        if _has_swatches(chart)
        else []
    )
    return Markup('<div class="chart">{}{}</div>').format(
        picture.write(figure.alt), write_table(figure, widths, swatches)
    )


def _lay_out(chart: ChartView) -> Plot:
    ticks = max(estimate_width(tick.printed, SIZE) for tick in chart.scale.ticks) + _GAP
    right = LOOK.width - (end_width(chart) if chart.kind == "line" else 0)
    if not chart.is_aligned:
        return Plot(chart, ticks, right)
    swatch = _SWATCH if _has_swatches(chart) else 0
    names = max(estimate_width(name, SIZE) for name in (*(each.name for each in chart.series), chart.row_title))
    return Plot(chart, max(ticks, min(names + swatch + _GAP, _WIDEST_NAMES)), right)


def _has_swatches(chart: ChartView) -> bool:
    return chart.kind == "column" and len(chart.series) > 1


def _draw_axis(picture: Picture, plot: Plot) -> None:
    for tick in plot.chart.scale.ticks:
        y = plot.y(tick.value)
        picture.line([(plot.left - 3, y), (plot.left, y)], picture.colours.ink, 0.5)
        picture.labels.append(Label(tick.printed, 0, y - LINE / 2, plot.left - 5, "end"))
    picture.line([(plot.left, plot.base), (plot.right, plot.base)], picture.colours.ink, 0.75)


def _draw_reference(picture: Picture, plot: Plot) -> None:
    reference = plot.chart.reference
    if reference is None:
        return
    y = plot.y(reference.value)
    picture.line([(plot.left, y), (plot.right, y)], picture.colours.ink, LOOK.rule, "2.5 2")
    width = min(estimate_width(reference.label, SIZE) + 2, plot.right - plot.left)
    picture.labels.append(Label(reference.label, plot.left + 2, y - LINE - 0.5, width, "start", "on-marks"))


def _draw_columns(picture: Picture, plot: Plot) -> None:
    """Draw the columns of each category side by side; one thing at several times has its newest column widest."""
    chart = plot.chart
    weights = [
        2.2 if chart.has_newest and number == len(chart.series) - 1 else 1.0 for number in range(len(chart.series))
    ]
    unit = min(plot.slot * _SHARE_OF_SLOT, _WIDEST_COLUMN * sum(weights)) / sum(weights)
    for index in range(len(chart.categories)):
        left = plot.x(index) - unit * sum(weights) / 2
        for number, (series, weight) in enumerate(zip(chart.series, weights, strict=True)):
            value = series.values[index]
            if value is not None:
                height = plot.y(value) - plot.base
                picture.bar(
                    left, plot.base, unit * weight - 0.8, height, choose_fill(picture.colours, chart, number, index)
                )
            left += unit * weight


def _name_categories(plot: Plot) -> list[Label]:
    """Give the names along the axis where no table names them: all if each has room, else as many as stand clear."""
    names = plot.chart.categories
    top = plot.top + plot.height + 2
    if plot.chart.kind == "column" and max(widest_word(name, SIZE) for name in names) <= plot.slot:
        return [Label(name, plot.x(i) - plot.slot / 2, top, plot.slot, "center") for i, name in enumerate(names)]
    widths = [estimate_width(name, SIZE) + 2 for name in names]
    return [_name_one(plot, index, widths[index], top) for index in _choose_clear(plot, widths)]


def _choose_clear(plot: Plot, widths: Sequence[float]) -> list[int]:
    """Choose names from the last one back, at equal steps that keep them apart."""
    count = len(widths)
    apart = min((plot.x(count - 1) - plot.x(0)) / max(count - 1, 1), LOOK.width)
    step = max(1, int((max(widths) + _GAP) / apart + 0.999)) if apart else 1
    chosen: list[int] = []
    for index in range(count - 1, -1, -step):
        if not chosen or plot.x(chosen[-1]) - plot.x(index) >= (widths[chosen[-1]] + widths[index]) / 2 + 2:
            chosen.append(index)
    return chosen[::-1]


def _name_one(plot: Plot, index: int, width: float, top: float) -> Label:
    start = min(max(plot.x(index) - width / 2, 0), LOOK.width - width)
    return Label(plot.chart.categories[index], start, top, width, "center")
