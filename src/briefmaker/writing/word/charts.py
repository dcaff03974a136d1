"""A chart as Word and Excel have them, which staff can edit: its series, colours and labels are those of the page."""

from dataclasses import dataclass

from briefmaker.model.contrast import WHITE
from briefmaker.model.style import Style
from briefmaker.reading.chart_checks import bar_height
from briefmaker.view.chart_shape import ChartView
from briefmaker.writing.charts.bars import drawing_order
from briefmaker.writing.charts.colours import ChartColours, Fill, choose_colours
from briefmaker.writing.charts.fills import choose_fill, choose_part_fill
from briefmaker.writing.charts.lines import choose_line, end_width, move_ends
from briefmaker.writing.charts.look import LOOK
from briefmaker.writing.charts.pie import move_parts
from briefmaker.writing.charts.words import count_lines
from briefmaker.writing.word.chart_axes import (
    CATEGORIES,
    REFERENCE,
    REFERENCE_ROWS,
    VALUES,
    Axis,
    category_axis,
    line_axis,
    value_axis,
)
from briefmaker.writing.word.drawingml import (
    AUTOMATIC,
    CHART_NAMESPACE,
    DRAWING_NAMESPACE,
    NO_LABELS,
    NO_STROKE,
    RELATIONSHIPS,
    TRANSPARENT,
    Lettering,
    categories,
    drawn_in,
    moved,
    number_format,
    numbers,
    series_name,
    shape,
    shown,
    solid,
    stroke,
)
from briefmaker.writing.word.workbook import Cell

_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
HEIGHT, PLOT_TOP, PLOT_HEIGHT, PIE_RADIUS = 150.0, 10.0, 116.0, 52.0
PIE_AREA = (2 * PIE_RADIUS / LOOK.width, 2 * PIE_RADIUS / HEIGHT)
_AXIS_WIDTH = 40.0  # the room for the numbers of an axis
_WIDEST_NAMES = 110.0  # Word gives the names of bars about a third of the width
_NO_MARKER = '<c:marker><c:symbol val="none"/></c:marker>'


def chart_height(chart: ChartView) -> float:
    """Give the height of a chart in points: a bar chart grows with its rows."""
    if chart.kind != "bar":
        return HEIGHT
    lines = sum(count_lines(name, LOOK.label_size, _WIDEST_NAMES) - 1 for name in chart.categories)
    return 8 + (3 + bar_height(len(chart.series))) * len(chart.categories) + 11 * lines


def list_cells(chart: ChartView) -> list[list[Cell]]:
    """Give the data of a chart as the rows of a sheet: names, series, and the reference line as a series of its own."""
    columns: list[list[Cell]] = [[chart.row_title, *chart.categories]]
    columns += [[series.name, *series.values] for series in chart.series]
    if chart.reference:
        lines: list[Cell] = [chart.reference.value] * len(chart.categories)
        columns.append([chart.reference.label, *lines])
    return [list(row) for row in zip(*columns, strict=True)]


def write_chart_part(chart: ChartView, style: Style, language: str, *, is_mirrored: bool) -> str:
    """Give the part of a chart in the house's colours and sans serif; its data sheet is the relationship rId1.

    ``is_mirrored`` is for a brief from right to left.
    """
    lettering = Lettering(style.colours.ink, style.sans.name, LOOK.label_size)
    writer = _ChartWriter(chart, choose_colours(style.colours), lettering, is_mirrored)
    return (
        f'{_HEAD}<c:chartSpace xmlns:c="{CHART_NAMESPACE}" xmlns:a="{DRAWING_NAMESPACE}" xmlns:r="{RELATIONSHIPS}">'
        f'<c:date1904 val="0"/><c:lang val="{language}"/><c:roundedCorners val="0"/>'
        f'<c:chart><c:autoTitleDeleted val="1"/><c:plotArea>{writer.plot()}</c:plotArea>'
        '<c:plotVisOnly val="1"/><c:dispBlanksAs val="gap"/></c:chart>'
        f"{TRANSPARENT}{lettering.write()}"
        '<c:externalData r:id="rId1"><c:autoUpdate val="0"/></c:externalData></c:chartSpace>'
    )


@dataclass(frozen=True, slots=True)
class _ChartWriter:
    chart: ChartView
    colours: ChartColours
    lettering: Lettering
    is_mirrored: bool

    def plot(self) -> str:
        """Give the marks with their axes."""
        match self.chart.kind:
            case "bar":
                return AUTOMATIC + self._bars() + self._reference_of_bars() + self._axes_of_bars()
            case "column":
                return AUTOMATIC + self._bars() + self._reference_of_columns() + self._axes()
            case "line":
                return self._line_area() + self._lines() + self._axes()
            case _:
                return self._pie()

    def _bars(self) -> str:
        direction = "bar" if self.chart.kind == "bar" else "col"
        order = drawing_order(self.chart) if self.chart.kind == "bar" else range(len(self.chart.series))
        series = "".join(self._one_bar(place, number) for place, number in enumerate(order))
        gap, overlap = (45, -8) if len(self.chart.series) > 1 else (110, 0)
        return (
            f'<c:barChart><c:barDir val="{direction}"/><c:grouping val="clustered"/><c:varyColors val="0"/>{series}'
            f'<c:gapWidth val="{gap}"/><c:overlap val="{overlap}"/>'
            f'<c:axId val="{CATEGORIES}"/><c:axId val="{VALUES}"/></c:barChart>'
        )

    def _one_bar(self, place: int, number: int) -> str:
        chart, series = self.chart, self.chart.series[number]
        usual = self._bar_shape(number, None)
        points = "".join(
            f'<c:dPt><c:idx val="{index}"/><c:invertIfNegative val="0"/><c:bubble3D val="0"/>{look}</c:dPt>'
            for index in range(len(chart.categories))
            if (look := self._bar_shape(number, index)) != usual
        )
        return (
            f'<c:ser>{_start(place, number, series.name)}{usual}<c:invertIfNegative val="0"/>{points}'
            f"{self._bar_labels(number)}{categories(chart.categories)}{self._values(number)}</c:ser>"
        )

    def _bar_shape(self, number: int, index: int | None) -> str:
        return _filled(choose_fill(self.colours, self.chart, number, index))

    def _bar_labels(self, number: int) -> str:
        """Give the numbers at the ends of bars; of several years those of the newest, columns have them below."""
        is_named = not self.chart.has_newest or number == len(self.chart.series) - 1
        if self.chart.kind != "bar" or not is_named:
            return NO_LABELS
        look = f"{number_format(self.chart.number_format)}{TRANSPARENT}"
        position = '<c:dLblPos val="outEnd"/>'
        return f"<c:dLbls>{look}{self._label()}{position}{shown(value=True)}</c:dLbls>"

    def _values(self, number: int) -> str:
        return numbers("val", number + 1, self.chart.series[number].values, self.chart.number_format)

    def _lines(self) -> str:
        series = "".join(self._one_line(number) for number in range(len(self.chart.series)))
        return _line_chart(series + self._reference_series())

    def _one_line(self, number: int) -> str:
        chart, series, style = self.chart, self.chart.series[number], choose_line(self.colours, self.chart, number)
        known = [index for index, value in enumerate(series.values) if value is not None]
        label = self._end_label(number, known[-1]) if known else ""
        marked = "".join(_marked_point(index, style.color) for index in known if chart.highlighted[index])
        return (
            f"<c:ser>{_start(number, number, series.name)}{shape(stroke(style.color, style.width, style.word_dash))}"
            f"{_NO_MARKER}{marked}<c:dLbls>{label}{shown()}</c:dLbls>"
            f'{categories(chart.categories)}{self._values(number)}<c:smooth val="0"/></c:ser>'
        )

    def _end_label(self, number: int, index: int) -> str:
        """Give the name and last number of a line, moved as on the page where lines end close together."""
        is_strong = self.chart.series[number].is_highlighted
        lettering = self.lettering.write(is_strong=is_strong, is_label=True)
        look = f"{number_format(self.chart.number_format)}{TRANSPARENT}{lettering}"
        position = f'<c:dLblPos val="{"l" if self.is_mirrored else "r"}"/>'
        return (
            f'<c:dLbl><c:idx val="{index}"/>{moved(0, self._moves()[number] / HEIGHT)}{look}{position}'
            f"{shown(value=True, series=True)}<c:separator> </c:separator></c:dLbl>"
        )

    def _label(self) -> str:
        return self.lettering.write(is_label=True)

    def _name_label(self, index: int, position: str, look: str = TRANSPARENT) -> str:
        look += f'{self._label()}<c:dLblPos val="{position}"/>'
        return f'<c:dLbl><c:idx val="{index}"/>{look}{shown(series=True)}</c:dLbl>'

    def _moves(self) -> list[float]:
        return move_ends(self.chart, PLOT_TOP, PLOT_HEIGHT, HEIGHT)

    def _line_area(self) -> str:
        """Give where the lines are drawn, as a share of the whole: beside them is the room for their names."""
        left, end = _AXIS_WIDTH / LOOK.width, end_width(self.chart) / LOOK.width
        start = end if self.is_mirrored else left
        return drawn_in(start, PLOT_TOP / HEIGHT, 1 - left - end, PLOT_HEIGHT / HEIGHT)

    def _reference_of_columns(self) -> str:
        return _line_chart(self._reference_series()) if self.chart.reference else ""

    def _reference_series(self) -> str:
        """Give the reference line as one value for every category, named at its first."""
        reference, number = self.chart.reference, len(self.chart.series)
        if reference is None:
            return ""
        values = numbers("val", number + 1, [reference.value] * len(self.chart.categories), self.chart.number_format)
        return (
            f"<c:ser>{_start(number, number, reference.label)}{shape(stroke(self.colours.ink, LOOK.rule, 'dash'))}{_NO_MARKER}"
            f"<c:dLbls>{self._name_label(0, 't')}{shown()}</c:dLbls>{categories(self.chart.categories)}{values}"
            '<c:smooth val="0"/></c:ser>'
        )

    def _reference_of_bars(self) -> str:
        """Give the reference line of a bar chart as invisible bars, whose own axis of names stands at the value as a line.

        A scatter series would be the usual way; Word draws it upright, LibreOffice lays it flat.
        """
        reference, number = self.chart.reference, len(self.chart.series)
        if reference is None:
            return ""
        values = numbers("val", number + 1, [reference.value] * len(self.chart.categories), self.chart.number_format)
        return (
            '<c:barChart><c:barDir val="bar"/><c:grouping val="clustered"/><c:varyColors val="0"/>'
            f"<c:ser>{_start(number, number, reference.label)}{TRANSPARENT}"
            f'<c:invertIfNegative val="0"/><c:dLbls>{self._reference_label()}{shown()}</c:dLbls>'
            f"{categories(self.chart.categories)}{values}</c:ser>"
            f'<c:gapWidth val="0"/><c:axId val="{REFERENCE_ROWS}"/><c:axId val="{REFERENCE}"/></c:barChart>'
        )

    def _reference_label(self) -> str:
        """Give the words of the line beyond its end in the row that leaves most room there."""
        away = -1 if self.chart.reference and self.chart.reference.value < 0 else 1
        reaches = [max(away * (each.values[row] or 0.0) for each in self.chart.series) for row in self._rows()]
        return self._name_label(reaches.index(min(reaches)), "outEnd", shape(solid(WHITE), NO_STROKE))

    def _rows(self) -> range:
        return range(len(self.chart.categories))

    def _axes_of_bars(self) -> str:
        names = Axis(CATEGORIES, VALUES, "r" if self.is_mirrored else "l", is_reversed=True)
        values = Axis(VALUES, CATEGORIES, "b", is_hidden=True, is_reversed=self.is_mirrored)
        written = category_axis(names, self.lettering) + value_axis(values, self.chart.scale, self.lettering)
        if self.chart.reference is None:
            return written
        rows = Axis(REFERENCE_ROWS, REFERENCE, "l", is_reversed=True)
        along = Axis(REFERENCE, REFERENCE_ROWS, "t", is_hidden=True, is_reversed=self.is_mirrored)
        return (
            written
            + line_axis(rows, self.chart.reference.value, self.colours.ink)
            + value_axis(along, self.chart.scale, self.lettering)
        )

    def _axes(self) -> str:
        names = Axis(CATEGORIES, VALUES, "b", is_reversed=self.is_mirrored)
        values = Axis(VALUES, CATEGORIES, "r" if self.is_mirrored else "l")
        return category_axis(names, self.lettering) + value_axis(values, self.chart.scale, self.lettering)

    def _pie(self) -> str:
        chart = self.chart
        points = "".join(
            f'<c:dPt><c:idx val="{index}"/><c:bubble3D val="0"/>{_filled(choose_part_fill(self.colours, chart, index))}</c:dPt>'
            for index in range(len(chart.categories))
        )
        share = shown(category=True, percent=True) + "<c:separator> </c:separator>"
        look = f"{number_format('0%')}{TRANSPARENT}{self._label()}" + '<c:dLblPos val="outEnd"/>'
        labels = "".join(
            f'<c:dLbl><c:idx val="{index}"/>{moved(0, move / HEIGHT)}{look}{share}</c:dLbl>'
            for index, move in enumerate(move_parts(chart, PIE_RADIUS, HEIGHT))
            if move
        )
        return (
            f'{drawn_in(0.5 - PIE_RADIUS / LOOK.width, 0.5 - PIE_RADIUS / HEIGHT, *PIE_AREA)}<c:pieChart><c:varyColors val="1"/>'
            f'<c:ser>{_start(0, 0, chart.series[0].name)}{points}<c:dLbls>{labels}{look}{share}<c:showLeaderLines val="1"/>'
            f'</c:dLbls>{categories(chart.categories)}{self._values(0)}</c:ser><c:firstSliceAng val="0"/></c:pieChart>'
        )


def _start(place: int, number: int, name: str) -> str:
    return f'<c:idx val="{place}"/><c:order val="{place}"/>{series_name(number + 1, name)}'


def _filled(fill: Fill) -> str:
    return shape(solid(fill.color), stroke(fill.outline, 0.5) if fill.outline else NO_STROKE)


def _line_chart(series: str) -> str:
    return (
        f'<c:lineChart><c:grouping val="standard"/><c:varyColors val="0"/>{series}<c:marker val="1"/>'
        f'<c:axId val="{CATEGORIES}"/><c:axId val="{VALUES}"/></c:lineChart>'
    )


def _marked_point(index: int, color: str) -> str:
    marker = f'<c:marker><c:symbol val="circle"/><c:size val="5"/>{shape(solid(color), NO_STROKE)}</c:marker>'
    return f'<c:dPt><c:idx val="{index}"/>{marker}<c:bubble3D val="0"/></c:dPt>'
