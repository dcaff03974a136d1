"""The data of a chart as tables: a row for each bar or part, or a column for each point of a column or line chart."""

import math
from collections.abc import Iterator, Sequence

from briefmaker.model import Chart, Figure
from briefmaker.model.rich_text import Paragraph, Run
from briefmaker.reading.reading import DataTable
from briefmaker.view.chart_shape import ChartSeries, ChartView
from briefmaker.view.figure_shape import FigureRow, FigureTable
from briefmaker.view.frame import Frame
from briefmaker.view.shown_text import Text

_LINE = 88  # characters of 8.5 pt that stand side by side in the text column
_LONGEST_LABEL, _LONGEST_WORD = 22, 14
_MOST_TABLES = 4


def share_out(categories: Sequence[str], series: Sequence[ChartSeries]) -> tuple[tuple[int, ...], ...]:
    """Give which categories the columns of each table show: all, in up to four tables, or as many at equal steps.

    The first and the last category are always shown.
    """
    most = max(2, (_LINE - _count_label(series)) // _count_column(categories, series))
    shown = list(range(len(categories)))
    if len(shown) > most * _MOST_TABLES:
        step = math.ceil(len(shown) / (most * _MOST_TABLES - 1))
        shown = sorted({0, *range(len(shown) - 1, -1, -step)})
    size = math.ceil(len(shown) / math.ceil(len(shown) / most))
    return tuple(tuple(shown[start : start + size]) for start in range(0, len(shown), size))


def has_room_below(kind: Chart, categories: Sequence[str], series: Sequence[ChartSeries]) -> bool:
    """Tell whether each category has a column of the table right under its point; lines have their names at their ends."""
    ends = max(len(each.name) + len(each.printed[-1]) for each in series) + 3 if kind is Chart.LINE else 0
    columns = len(categories) * _count_column(categories, series)
    return _count_label(series) + columns + ends <= _LINE


def _count_label(series: Sequence[ChartSeries]) -> int:
    return min(max(len(each.name) for each in series), _LONGEST_LABEL) + 3


def _count_column(categories: Sequence[str], series: Sequence[ChartSeries]) -> int:
    """Give how many characters wide a column is."""
    words = (min(len(word), _LONGEST_WORD) for category in categories for word in category.split(" "))
    return max(3, *words, *(len(number) for each in series for number in each.printed)) + 2


def build_chart_tables(
    frame: Frame, path: str, figure: Figure, table: DataTable, chart: ChartView
) -> tuple[FigureTable, ...]:
    """Give the tables that say in numbers what a chart shows."""
    writer = _TableWriter(frame, path, figure, table, chart)
    return tuple(writer.write_columns(shown) for shown in chart.bands) or (writer.write_rows(),)


class _TableWriter:
    """Writes the cells of one chart's tables, each with its place in the brief."""

    def __init__(self, frame: Frame, path: str, figure: Figure, table: DataTable, chart: ChartView) -> None:
        self._frame, self._path, self._figure = frame, path, figure
        self._columns, self._chart = table.columns, chart

    def write_rows(self) -> FigureTable:
        """Give a table with a row for each category, and a column for the shares of a pie."""
        chart = self._chart
        rows = tuple(
            FigureRow(tuple(self._row(index)), chart.highlighted[index]) for index in range(len(chart.categories))
        )
        header = [self._title(), *(self._series_name(number) for number in range(len(chart.series)))]
        header += [_computed(self._frame.label("share"))] if chart.shares else []
        return FigureTable(tuple(header), rows, ("left", *["right"] * (len(header) - 1)))

    def _row(self, index: int) -> Iterator[Text]:
        yield self._cell(index, 0, self._chart.categories[index])
        for number, series in enumerate(self._chart.series, start=1):
            yield self._cell(index, number, series.printed[index])
        if self._chart.shares:
            yield _computed(self._chart.shares[index])

    def write_columns(self, shown: tuple[int, ...]) -> FigureTable:
        """Give a table with a column for each category that is shown, and a row for each series."""
        chart = self._chart
        header = (self._title(), *(self._emphasised(index, 0, chart.categories[index]) for index in shown))
        rows = tuple(
            FigureRow(
                (
                    self._series_name(number),
                    *(self._emphasised(index, number + 1, series.printed[index]) for index in shown),
                ),
                series.is_highlighted,
            )
            for number, series in enumerate(chart.series)
        )
        return FigureTable(header, rows, ("left", *["center"] * len(shown)))

    def _title(self) -> Text:
        at = f"{self._path}.x" if self._columns[0] == self._figure.x else f"{self._path}.rows"
        return self._frame.make.require_words(at, self._columns[0])

    def _series_name(self, number: int) -> Text:
        column = self._columns[number + 1]
        if column in self._figure.y:
            return self._frame.make.require_short(f"{self._path}.y.{column}", self._figure.y[column])
        return self._frame.make.require_words(f"{self._path}.rows", column)

    def _cell(self, index: int, column: int, words: str) -> Text:
        return self._frame.make.require_words(f"{self._path}.rows[{index}].{self._columns[column]}", words)

    def _emphasised(self, index: int, column: int, words: str) -> Text:
        plain = self._cell(index, column, words)
        if not self._chart.highlighted[index] or not plain.blocks:
            return plain
        return Text(plain.path, (Paragraph((Run(words, strong=True),)),))


def _computed(words: str) -> Text:
    """Give words that briefmaker adds to a table; they are no field of the brief."""
    return Text("", (Paragraph((Run(words),)),))
