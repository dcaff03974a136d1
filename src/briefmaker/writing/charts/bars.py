"""Bar charts: a table whose rows have their bars drawn in, between the names and the numbers."""

from dataclasses import dataclass

from markupsafe import Markup

from briefmaker.reading.chart_checks import bar_height
from briefmaker.view.chart_shape import ChartView
from briefmaker.view.figure_shape import FigureRow, FigureView
from briefmaker.writing.charts.colours import ChartColours
from briefmaker.writing.charts.fills import choose_fill, write_swatch
from briefmaker.writing.charts.look import LOOK
from briefmaker.writing.charts.markup import Label, Picture
from briefmaker.writing.charts.tables import write_table
from briefmaker.writing.charts.words import count_lines, estimate_width, widest_word
from briefmaker.writing.rich_html import write_inline

SWATCH = 12.0
# Sizes by which widths are counted: names of 9 pt and heads of 8.5 pt may be semibold, which is wider.
NAME_SIZE, NUMBER_SIZE, HEAD_SIZE, LABEL_SIZE = 9.6, 9.4, 9.1, 8.5
_GAP, _HEAD_GAP, _BAR_GAP, _NARROWEST_PLOT, _WIDEST_NAMES = 8.0, 3.0, 0.6, 110.0, 150.0


@dataclass(frozen=True, slots=True)
class _Layout:
    """Where everything stands: widths of the columns, heights of the head and of each row, in points."""

    names: float
    plot: float
    values: tuple[float, ...]
    head: float
    rows: tuple[float, ...]

    @property
    def height(self) -> float:
        return self.head + sum(self.rows)


def write_bars(figure: FigureView, chart: ChartView, *, colours: ChartColours, is_mirrored: bool) -> Markup:
    """Give a bar chart: its picture, and its table beside it, or below it where the numbers need the room."""
    layout = _lay_out(chart, has_values=True)
    is_beside = layout.plot >= _NARROWEST_PLOT
    if not is_beside:
        layout = _lay_out(chart, has_values=False)
    picture = _draw(chart, layout, colours, is_mirrored=is_mirrored)
    if is_beside:
        return Markup('<div class="chart bars">{}{}</div>').format(
            picture.write(figure.alt, f";inset-inline-start:{layout.names:.4g}pt"),
            _write_rows(figure, chart, layout, colours),
        )
    picture.labels += _name_rows(chart, layout)
    table = write_table(figure, head_swatches=[_swatch(colours, chart, number) for number in range(len(chart.series))])
    return Markup('<div class="chart">{}{}</div>').format(picture.write(figure.alt), table)


def _lay_out(chart: ChartView, *, has_values: bool) -> _Layout:
    names = min(
        max(estimate_width(name, NAME_SIZE) for name in (*chart.categories, chart.row_title)) + _GAP, _WIDEST_NAMES
    )
    swatch = SWATCH if len(chart.series) > 1 else 0
    values = tuple(_value_width(each.name, each.printed, swatch) for each in chart.series) if has_values else ()
    plot = LOOK.width - names - sum(values)
    free = _room_beside_label(chart, plot)
    heads = [
        count_lines(each.name, HEAD_SIZE, width - _GAP - swatch + (0 if number else free))
        for number, (each, width) in enumerate(zip(chart.series, values, strict=False))
    ]
    above = count_lines(chart.reference.label, LABEL_SIZE, plot) if chart.reference else 0
    line = bar_height(len(chart.series))
    rows = tuple(line * count_lines(name, NAME_SIZE, names - _GAP) for name in chart.categories)
    return _Layout(names, plot, values, 12.0 * max(1, above, *heads) + _HEAD_GAP, rows)


def _room_beside_label(chart: ChartView, plot: float) -> float:
    """Give how far the head of the first numbers may reach over the plot, past the words of the reference line."""
    if chart.reference is None:
        return max(plot - _GAP, 0)
    scale = chart.scale
    at = 1 + (chart.reference.value - scale.low) * (plot - 2) / (scale.high - scale.low)
    label = _label_reference(chart.reference.label, at, (0, plot))
    return max(plot - label.start - label.width - _GAP, 0)


def _value_width(name: str, printed: tuple[str, ...], swatch: float) -> float:
    """Give the width of a column of numbers, whose head may take two lines."""
    head = max(widest_word(name, HEAD_SIZE), estimate_width(name, HEAD_SIZE) * 0.6)
    return max(head + swatch, *(estimate_width(number, NUMBER_SIZE) for number in printed)) + _GAP


def _draw(chart: ChartView, layout: _Layout, colours: ChartColours, *, is_mirrored: bool) -> Picture:
    start = 0.0 if layout.values else layout.names
    picture = Picture(layout.plot + start, layout.height, colours, is_mirrored)
    scale = chart.scale
    per_unit = (layout.plot - 2) / (scale.high - scale.low)
    zero, top = start + 1 - scale.low * per_unit, layout.head
    for index, height in enumerate(layout.rows):
        _draw_row(picture, chart, index, (zero, top), per_unit)
        top += height
    if chart.reference:
        at = zero + chart.reference.value * per_unit
        picture.line([(at, layout.head - 2), (at, layout.height)], picture.colours.ink, LOOK.rule, "2.5 2")
        picture.labels.append(_label_reference(chart.reference.label, at, (start, start + layout.plot)))
    picture.line([(zero, layout.head), (zero, layout.height)], picture.colours.ink, 0.75)
    return picture


def _draw_row(picture: Picture, chart: ChartView, index: int, corner: tuple[float, float], per_unit: float) -> None:
    zero, top = corner
    heights = _bar_heights(chart)
    at = top + (bar_height(len(chart.series)) - sum(heights) - _BAR_GAP * (len(heights) - 1)) / 2
    for number, height in zip(drawing_order(chart), heights, strict=True):
        value = chart.series[number].values[index]
        if value is not None:
            picture.bar(zero, at, value * per_unit, height, choose_fill(picture.colours, chart, number, index))
        at += height + _BAR_GAP


def drawing_order(chart: ChartView) -> list[int]:
    """Give the numbers of the series from the top bar of a row down: the newest first, others as they come."""
    order = list(range(len(chart.series)))
    return order[::-1] if chart.has_newest else order


def _bar_heights(chart: ChartView) -> list[float]:
    count = len(chart.series)
    if chart.has_newest or count == 1:
        return [LOOK.thick, *[LOOK.thin] * (count - 1)]
    return [(bar_height(count) - 4 - _BAR_GAP * (count - 1)) / count] * count


def _label_reference(words: str, at: float, plot: tuple[float, float]) -> Label:
    """Place the words over their line: from it onwards if there is room, else up to it, else over all of the plot."""
    width = estimate_width(words, LABEL_SIZE) + 2
    start, end = plot
    if at + width <= end:
        return Label(words, at - 1, 0, width, "start", "above")
    if at - width >= start:
        return Label(words, at - width + 1, 0, width, "end", "above")
    return Label(words, start, 0, end - start, "end", "above")


def _write_rows(figure: FigureView, chart: ChartView, layout: _Layout, colours: ChartColours) -> Markup:
    """Give the table; the first column of numbers leaves room for the bars.

    A row of n lines is n times as high as its bars. Where all cells look alike the stylesheet says so, since each attribute of
    a cell takes time.
    """
    widths = [layout.names, layout.plot + layout.values[0], *layout.values[1:]]
    columns = Markup().join(Markup('<col style="width:{:.4g}pt">').format(width) for width in widths)
    line = bar_height(len(chart.series))
    rows = Markup().join(
        _write_row(row, height if height > line else None) for row, height in zip(figure.rows, layout.rows, strict=True)
    )
    table = Markup('<table{} style="line-height:{:.4g}pt"><colgroup>{}</colgroup><tbody>{}{}</tbody></table>')
    dated = Markup(' class="dated"') if chart.has_newest else Markup()
    return table.format(dated, line, columns, _write_head(figure, chart, layout.head, colours), rows)


def _write_head(figure: FigureView, chart: ChartView, height: float, colours: ChartColours) -> Markup:
    first, *others = figure.header
    cells = Markup('<th scope="col" style="height:{:.4g}pt">{}</th>').format(height - _HEAD_GAP, write_inline(first))
    for number, cell in enumerate(others):
        cells += Markup('<th scope="col">{}{}</th>').format(_swatch(colours, chart, number), write_inline(cell))
    return Markup('<tr class="heads">{}</tr>').format(cells)


def _write_row(row: FigureRow, height: float | None) -> Markup:
    first, *others = row.cells
    kind = Markup(' class="highlighted"') if row.is_highlighted else Markup()
    cells = Markup().join(Markup("<td>{}</td>").format(write_inline(cell)) for cell in others)
    style = Markup(' style="height:{:.4g}pt"').format(height) if height else Markup()
    return Markup('<tr{}><th scope="row"{}>{}</th>{}</tr>').format(kind, style, write_inline(first), cells)


def _swatch(colours: ChartColours, chart: ChartView, number: int) -> Markup:
    """Give what tells the bars of a series from others; one series alone needs nothing."""
    return write_swatch(choose_fill(colours, chart, number)) if len(chart.series) > 1 else Markup()


def _name_rows(chart: ChartView, layout: _Layout) -> list[Label]:
    labels, top = [], layout.head
    for name, height, is_strong in zip(chart.categories, layout.rows, chart.highlighted, strict=True):
        labels.append(Label(name, 0, top, layout.names - _GAP, "start", "strong" if is_strong else ""))
        top += height
    return labels
