"""The coloured squares before the names of series in the table under a chart, which serve as its legend."""

from briefmaker.model.style import Palette
from briefmaker.view.chart_shape import ChartView
from briefmaker.writing.charts.colours import Fill, choose_colours
from briefmaker.writing.charts.fills import choose_fill
from briefmaker.writing.word.wordml import write_run

_PALE = 0xD0  # paler squares would not be seen on white
_FULL, _HOLLOW = "■\u00a0", "□\u00a0"


def add_keys(cells: list[list[str]], chart: ChartView, palette: Palette) -> None:
    """Put a square before the name of each series of bars or columns, in place; one series alone needs none."""
    if chart.kind not in ("bar", "column") or len(chart.series) == 1:
        return
    colours = choose_colours(palette)
    for number in range(len(chart.series)):
        row, column = (0, number + 1) if chart.kind == "bar" else (number + 1, 0)
        cells[row][column] = _write_square(choose_fill(colours, chart, number)) + cells[row][column]


def _write_square(fill: Fill) -> str:
    """Give a square in the colour of the fill, or an empty one in that of its outline."""
    is_pale = bool(fill.outline) and all(int(fill.color[place : place + 2], 16) > _PALE for place in (1, 3, 5))
    color = (fill.outline if is_pale else fill.color).lstrip("#").upper()
    return write_run(_HOLLOW if is_pale else _FULL, f'<w:rPr><w:color w:val="{color}"/></w:rPr>')
