"""Whether the data of a figure can be drawn as the chart that is asked for, told before anything is drawn."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from briefmaker.diagnostics import Code, Diagnostic, Places, Severity
from briefmaker.model import Chart, Figure
from briefmaker.reading.numbers import Number, read_number
from briefmaker.reading.reading import DataTable
from briefmaker.reading.suggest import list_words
from briefmaker.reading.yaml_problems import shorten

MOST_SERIES = 6
MOST_PARTS = 7
MOST_COLUMNS = 24
MOST_POINTS = 400
_MOST_TOLD = 5
_BAR_LINES = 40  # lines of 14 pt that leave room for a caption on the smaller paper
_NAMES_LINE = 75  # characters that stand side by side under a plot
_DATE = re.compile("[0-9]{4}(-[0-9]{2}){0,2}")
_FARTHEST = 10  # how many times the span of the data a reference line may lie away from them


def check_chart(figure: Figure, table: DataTable, path: str, places: Places) -> list[Diagnostic]:
    """Give what keeps a figure's data from being drawn; nothing for a table."""
    if figure.chart is Chart.TABLE:
        return []
    checker = _ChartChecker(figure, table, path, places)
    return list(checker.find_unreadable()) or list(checker.find_unsuited())


@dataclass(frozen=True, slots=True)
class _ChartChecker:
    figure: Figure
    table: DataTable
    path: str
    places: Places

    def find_unreadable(self) -> Iterator[Diagnostic]:
        """Give a finding for each cell that should be a number and is none, and for what there is too much of."""
        yield from self._check_size()
        wrong = [cell for cell in self._cells() if cell[2].strip() and read_number(cell[2]) is None]
        for row, column, text in wrong[:_MOST_TOLD]:
            name = shorten(self.table.rows[row][0]) or str(row + 1)
            message = f"{self._file()}row `{name}`, column `{shorten(column)}`: `{shorten(text)}` is not a number"
            yield self._tell(Code.CHART_NUMBER, self._place(row, column), message, _number_hint(text))
        if len(wrong) > _MOST_TOLD:
            message = f"{self._file()}{len(wrong) - _MOST_TOLD} more cells hold no number"
            yield self._tell(Code.CHART_NUMBER, self._where(), message, "choose columns of numbers with `y`")

    def _cells(self) -> Iterator[tuple[int, str, str]]:
        for row, cells in enumerate(self.table.rows):
            for column, text in list(zip(self.table.columns, cells, strict=True))[1:]:
                yield row, column, text

    def _file(self) -> str:
        return f"`{self.figure.data}`, " if self.figure.data else ""

    def _place(self, row: int, column: str) -> str:
        return "data" if self.figure.data else f"rows[{row}].{column}"

    def _where(self) -> str:
        return "data" if self.figure.data else "rows"

    def _tell(self, code: Code, where: str, message: str, hint: str) -> Diagnostic:
        return self.places.finding(code, f"{self.path}.{where}", message, hint)

    def _check_size(self) -> Iterator[Diagnostic]:
        rows, series, kind = len(self.table.rows), len(self.table.columns) - 1, self.figure.chart
        where = self._where()
        if series == 0:
            hint = f"name it under `y`; `x` is the column `{shorten(self.table.columns[0])}`"
            yield self._tell(Code.CHART_SIZE, where, "a chart needs a column of numbers", hint)
        if series > MOST_SERIES:
            message = f"{series} columns of numbers are more than a chart can show so that they can be told apart"
            hint = f"choose up to {MOST_SERIES} of them with `y`, or use `chart: table`"
            yield self._tell(Code.CHART_SIZE, "y" if self.figure.y else where, message, hint)
        elif rows > (most := _most_rows(kind, series)):
            message = f"{rows:,} rows are more than a {kind} chart can show: at most {most}"
            yield self._tell(Code.CHART_SIZE, where, message, _fewer_hint(kind))

    def find_unsuited(self) -> Iterator[Diagnostic]:
        """Give what is right in itself and does not go with this kind of chart."""
        numbers = [number for _, _, text in self._cells() if (number := read_number(text))]
        where = self._where()
        if not numbers:
            yield self._tell(
                Code.CHART_SIZE, where, "there is not a single number to draw", "fill the columns under `y`"
            )
            return
        if len({number.is_share for number in numbers}) > 1:
            message = "some numbers have a per cent sign and others have none"
            hint = "give all of them one, or none of them and write `unit`"
            yield self._tell(Code.CHART_UNSUITED, where, message, hint)
        if self.figure.chart is Chart.PIE:
            yield from self._check_pie(numbers, where)
        else:
            yield from self._check_reference_line([number.value for number in numbers])
            yield from self._check_room_for_names()

    def _check_pie(self, numbers: list[Number], where: str) -> Iterator[Diagnostic]:
        hint = "use `chart: bar`, which shows them side by side"
        if len(self.table.columns) > 2:  # noqa: PLR2004 - the names, and one column of numbers
            columns = list_words(self.table.columns[1:])
            message = f"a pie shows one column of numbers, and there are {columns}"
            yield self._tell(Code.CHART_UNSUITED, "y" if self.figure.y else where, message, hint)
        elif any(number.value < 0 for number in numbers):
            yield self._tell(Code.CHART_UNSUITED, where, "a pie cannot show a number below zero", hint)
        elif len(numbers) < len(self.table.rows):
            message = "a pie cannot show a part without a number: its parts are the whole"
            yield self._tell(Code.CHART_UNSUITED, where, message, hint)
        elif not any(number.value for number in numbers):
            message = "all parts of the pie are zero"
            yield self._tell(Code.CHART_UNSUITED, where, message, "say so in a sentence, or use `chart: table`")
        if self.figure.reference_line is not None:
            message = "a pie has no axis on which a reference line could stand"
            yield self._tell(Code.CHART_UNSUITED, "reference_line", message, "leave it out, or use `chart: bar`")

    def _check_room_for_names(self) -> Iterator[Diagnostic]:
        """Warn of columns under which only some names could be printed; dates may be read between others."""
        names = [row[0] for row in self.table.rows]
        longest = max(len(word) for name in names for word in name.split(" "))
        is_full = longest * len(names) > _NAMES_LINE and not all(_DATE.fullmatch(name) for name in names)
        if self.figure.chart is Chart.COLUMN and is_full:
            message = f"there is no room for the names under {len(names)} columns: only some of them are printed there"
            path, hint = f"{self.path}.chart", "use `chart: bar`, which has room for names"
            yield self.places.finding(Code.CHART_UNSUITED, path, message, hint, severity=Severity.WARNING)

    def _check_reference_line(self, values: list[float]) -> Iterator[Diagnostic]:
        line = self.figure.reference_line
        if line is None:
            return
        low, high = min(0.0, *values), max(0.0, *values)
        if not low - _FARTHEST * (high - low) <= float(line.value) <= high + _FARTHEST * (high - low) and high > low:
            message = (
                f"the reference line at {line.value} lies far outside the data ({min(values):g} to {max(values):g})"
            )
            hint = "drawn to that scale the data would be a speck: correct the value, or say it in the caption"
            yield self._tell(Code.CHART_UNSUITED, "reference_line.value", message, hint)


def _most_rows(kind: Chart, series: int) -> int:
    match kind:
        case Chart.BAR:
            return int(_BAR_LINES * 14 / bar_height(series))
        case Chart.COLUMN:
            return MOST_COLUMNS
        case Chart.PIE:
            return MOST_PARTS
        case _:
            return MOST_POINTS


def bar_height(series: int) -> float:
    """Give the height of one row of a bar chart in points: a thick bar, with thin ones under it that take 3.4 each."""
    return 14 + 3.4 * max(0, series - 2)


def _fewer_hint(kind: Chart) -> str:
    match kind:
        case Chart.PIE:
            return "join the small parts to one, or use `chart: bar`"
        case Chart.LINE:
            return "keep fewer points, such as one a month"
        case _:
            return "keep the rows that matter, or use `chart: line` for a course over time, `chart: table` for all"


def _number_hint(text: str) -> str:
    if "," in text:
        return "write 1234.5, with a point before the decimals and none between thousands"
    if text.strip().startswith("#"):
        return "the workbook's formula has failed there: correct it and save the file again"
    return "write digits, such as 4.48; leave the cell empty where there is no value"
