"""Makes the chart of a figure: its numbers read and printed, its axis chosen, what is highlighted."""

import datetime
import re
from collections.abc import Sequence
from itertools import pairwise

from briefmaker.model import Chart, Figure, TextKind
from briefmaker.model.rich_text import iterate_inlines, plain_text
from briefmaker.reading.markdown import parse_markdown
from briefmaker.reading.numbers import Number, read_number
from briefmaker.reading.reading import DataTable
from briefmaker.view.chart_scale import make_scale
from briefmaker.view.chart_shape import ChartSeries, ChartView, ReferenceView
from briefmaker.view.chart_tables import has_room_below, share_out
from briefmaker.view.frame import Frame
from briefmaker.view.printed_numbers import NumberPrinter, choose_printer, print_number, write_share

NO_VALUE = "–"
_YEAR = re.compile(r"\b(?:19|20)[0-9]{2}\b")
_DAY = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?")
_EVENLY = 0.02  # how far from even steps points may stand under the columns of a table, as a share of the axis


def build_chart(frame: Frame, figure: Figure, table: DataTable) -> ChartView | None:
    """Give the chart of a figure whose data were found fit for it; None for a table."""
    if figure.chart is Chart.TABLE:
        return None
    columns = [[read_number(row[index]) for row in table.rows] for index in range(1, len(table.columns))]
    numbers = [number for column in columns for number in column if number]
    printer = choose_printer(numbers, frame.calendar.locale)
    names = [row[0] for row in table.rows]
    reference = _build_reference(frame, figure)
    compared = [number.value for number in numbers] + ([reference.value] if reference else [])
    series = tuple(
        _build_series(figure, column, values, printer)
        for column, values in zip(table.columns[1:], columns, strict=True)
    )
    is_line = figure.chart is Chart.LINE
    categories, positions = tuple(write_category(frame, name) for name in names), _place(names, is_line=is_line)
    bands = share_out(categories, series) if figure.chart in (Chart.COLUMN, Chart.LINE) else ()
    return ChartView(
        kind=figure.chart,
        row_title=table.columns[0],
        categories=categories,
        highlighted=tuple(name in figure.highlight for name in names),
        positions=positions,
        series=series,
        scale=make_scale(compared, printer, has_zero=not is_line),
        reference=reference,
        has_newest=len(series) > 1 and all(_YEAR.search(each.name) for each in series),
        shares=_write_shares(series[0], frame) if figure.chart is Chart.PIE else (),
        bands=bands,
        is_aligned=len(bands) == 1 and is_even(positions) and has_room_below(figure.chart, categories, series),
        number_format=printer.spreadsheet_format(),
    )


def _build_series(figure: Figure, column: str, numbers: Sequence[Number | None], printer: NumberPrinter) -> ChartSeries:
    label = figure.y.get(column, column)
    return ChartSeries(
        name=write_plain(label),
        values=tuple(number.value if number else None for number in numbers),
        printed=tuple(printer.write(number.value) if number else NO_VALUE for number in numbers),
        is_highlighted=column in figure.highlight or label in figure.highlight,
    )


def write_plain(text: str | None) -> str:
    """Give the words of a text of one line, without emphasis and citations; empty for none."""
    blocks = parse_markdown(text or "", TextKind.SHORT)
    return " ".join(plain_text(inlines) for inlines in iterate_inlines(blocks)).strip()


def _build_reference(frame: Frame, figure: Figure) -> ReferenceView | None:
    line = figure.reference_line
    if line is None:
        return None
    value = float(line.value)
    return ReferenceView(value, f"{write_plain(line.label)}: {print_number(line.value, frame.calendar.locale)}")


def _write_shares(parts: ChartSeries, frame: Frame) -> tuple[str, ...]:
    whole = sum(value for value in parts.values if value)
    return tuple(write_share((value or 0) / whole, frame.calendar.locale) for value in parts.values)


def write_category(frame: Frame, name: str) -> str:
    """Give the name of a row; a month or day as the brief's language writes it: Mar 2025, 3 Mar 2025."""
    found = _DAY.fullmatch(name)
    try:
        return frame.calendar.short_partial_day(name) if found else name
    except ValueError:
        return name


def _place(names: Sequence[str], *, is_line: bool) -> tuple[float, ...]:
    """Give where each category stands from 0 to 1: dates of a line by the time between them, all else at equal steps."""
    days = [_count_days(name) for name in names]
    times = [day for day in days if day is not None]
    if is_line and len(times) == len(names) > 1 and all(a < b for a, b in pairwise(times)):
        return tuple((day - times[0]) / (times[-1] - times[0]) for day in times)
    last = max(len(names) - 1, 1)
    return tuple(index / last for index in range(len(names)))


def _count_days(name: str) -> int | None:
    """Give the day that a date begins with, as a number; None for what is no date."""
    found = _DAY.fullmatch(name)
    if found is None:
        return None
    try:
        return datetime.date(int(found[1]), int(found[2] or 1), int(found[3] or 1)).toordinal()
    except ValueError:
        return None


def is_even(positions: Sequence[float]) -> bool:
    """Tell whether categories stand at equal steps, so that the columns of a table can stand under them."""
    last = max(len(positions) - 1, 1)
    return all(abs(position - index / last) < _EVENLY for index, position in enumerate(positions))
