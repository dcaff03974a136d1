"""Pie charts: few parts, each with its name and share beside it, and the numbers in a table at the side."""

from itertools import accumulate
from math import cos, radians, sin

from markupsafe import Markup

from briefmaker.model.contrast import WHITE
from briefmaker.view.chart_shape import ChartView
from briefmaker.view.figure_shape import FigureView
from briefmaker.writing.charts.colours import ChartColours
from briefmaker.writing.charts.fills import choose_part_fill
from briefmaker.writing.charts.look import LOOK
from briefmaker.writing.charts.markup import Label, Picture
from briefmaker.writing.charts.spread import move_apart, spread_out
from briefmaker.writing.charts.tables import list_tables, share_width, write_table
from briefmaker.writing.charts.words import count_lines

_WIDTH, _HEIGHT, _RADIUS, _SIZE, _LINE = 222.0, 124.0, 44.0, 8.5, 11.0
_CENTER = (_WIDTH / 2, _HEIGHT / 2)
_TABLE_WIDTH = LOOK.width - _WIDTH - 6
_BESIDE = _WIDTH / 2 - _RADIUS - 10  # the room for words on each side


def write_pie(figure: FigureView, chart: ChartView, *, colours: ChartColours, is_mirrored: bool) -> Markup:
    """Give a pie with its words around it, and its table at the side."""
    picture = Picture(_WIDTH, _HEIGHT, colours, is_mirrored)
    ends = _list_ends(chart)
    for number, (start, end) in enumerate(zip([0.0, *ends], ends, strict=False)):
        picture.slice(_CENTER, _RADIUS, (start, end), choose_part_fill(colours, chart, number).color)
    for end in ends if len(ends) > 1 else ():
        picture.line([_CENTER, _on_circle(end, _RADIUS)], WHITE, 0.9)
    picture.ring(_CENTER, _RADIUS, colours.lead, 0.6)
    for is_second_half in (False, True):
        _name_parts(picture, chart, list_middles(chart), is_second_half=is_second_half)
    table = write_table(figure, share_width(list_tables(figure), _TABLE_WIDTH))
    return Markup('<div class="chart pie">{}{}</div>').format(picture.write(figure.alt), table)


def _list_ends(chart: ChartView) -> list[float]:
    """Give the angle at which each part ends, in degrees from the top."""
    values = [value or 0.0 for value in chart.series[0].values]
    return [360 * each / sum(values) for each in accumulate(values)]


def list_middles(chart: ChartView) -> list[float]:
    """Give the angle in the middle of each part, in degrees from the top."""
    ends = _list_ends(chart)
    return [(start + end) / 2 for start, end in zip([0.0, *ends], ends, strict=False)]


def _name_parts(picture: Picture, chart: ChartView, middles: list[float], *, is_second_half: bool) -> None:
    """Write the words of the parts on one side, each joined to its part by a hairline."""
    numbers = [number for number, middle in enumerate(middles) if (middle >= 180) == is_second_half]  # noqa: PLR2004
    words = {number: f"{chart.categories[number]} {chart.shares[number]}" for number in numbers}
    heights = [_LINE * count_lines(words[number], _SIZE, _BESIDE) for number in numbers]
    rims = [_on_circle(middles[number], _RADIUS) for number in numbers]
    tops = spread_out([rim[1] for rim in rims], heights, 0, _HEIGHT)
    for number, height, rim, top in zip(numbers, heights, rims, tops, strict=True):
        edge = _BESIDE + 2 if is_second_half else _WIDTH - _BESIDE - 2
        knee = _on_circle(middles[number], _RADIUS + 4)
        picture.line([rim, knee, (edge, top + height / 2)], picture.colours.pointer, 0.5)
        start, align = (0.0, "end") if is_second_half else (_WIDTH - _BESIDE, "start")
        kind = "strong" if chart.highlighted[number] else ""
        picture.labels.append(Label(words[number], start, top, _BESIDE, align, kind))


def _on_circle(angle: float, radius: float) -> tuple[float, float]:
    return _CENTER[0] + radius * sin(radians(angle)), _CENTER[1] - radius * cos(radians(angle))


def move_parts(chart: ChartView, radius: float, height: float) -> list[float]:
    """Give how far down the words of each part move from beside their part, in points, so that none stands on another."""
    middles = list_middles(chart)
    moves = [0.0] * len(middles)
    for is_second_half in (False, True):
        numbers = [number for number, middle in enumerate(middles) if (middle >= 180) == is_second_half]  # noqa: PLR2004
        rims = [height / 2 - (radius + _LINE / 2) * cos(radians(middles[number])) for number in numbers]
        for number, move in zip(numbers, move_apart(rims, [_LINE] * len(numbers), height), strict=True):
            moves[number] = move
    return moves
