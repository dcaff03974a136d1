"""The data of a brief's figures, from their files or from the brief itself, as tables of the chosen columns."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from briefmaker.diagnostics import Code, Diagnostic, Places, Severity
from briefmaker.model import Chart, Figure
from briefmaker.reading.chart_checks import check_chart
from briefmaker.reading.grids import MAX_CELLS, Grid, GridError, read_grid
from briefmaker.reading.reading import DataTable
from briefmaker.reading.suggest import did_you_mean, list_words
from briefmaker.reading.yaml_problems import shorten
from briefmaker.workspace.files import BriefFolder, PathOutsideError, UnreadableFileError

MAX_BYTES = 5_000_000

MAX_READABLE_COLUMNS = 12


@dataclass(slots=True)
class FigureData:
    """The tables of figures by name, and what is wrong with their data."""

    tables: dict[str, DataTable] = field(default_factory=dict)
    diagnostics: list[Diagnostic] = field(default_factory=list)


def read_figure_data(figures: Mapping[str, Figure], folder: BriefFolder | None, places: Places) -> FigureData:
    """Give the table of each figure; without a folder, only of those that hold their rows themselves."""
    data = FigureData()
    for name, figure in figures.items():
        reader = _FigureReader(figure, f"figures.{name}", places, data.diagnostics)
        grid = reader.read_file(folder) if figure.data is not None else reader.read_rows()
        table = reader.choose_columns(grid) if grid else None
        if table is not None:
            data.tables[name] = table
            data.diagnostics += check_chart(figure, table, f"figures.{name}", places)
    return data


@dataclass(slots=True)
class _FigureReader:
    figure: Figure
    path: str
    places: Places
    told: list[Diagnostic]

    def _tell(self, code: Code, where: str, message: str, hint: str) -> None:
        self.told.append(self.places.finding(code, f"{self.path}.{where}", message, hint))

    def read_file(self, folder: BriefFolder | None) -> Grid | None:
        name = self.figure.data or ""
        if folder is None:
            return None
        try:
            grid = read_grid(folder.read(name, MAX_BYTES), name)
        except PathOutsideError as outside:
            self._tell(Code.PATH_OUTSIDE, "data", str(outside), "copy the file into the workspace")
        except UnreadableFileError as unreadable:
            hint = "the path is seen from the brief's folder; capitals and small letters differ"
            self._tell(Code.DATA_UNREADABLE, "data", str(unreadable), hint)
        except GridError as broken:
            self._tell(Code.DATA_UNREADABLE, "data", str(broken), broken.hint)
        else:
            return self._even_out(grid)
        return None

    def _even_out(self, grid: Grid) -> Grid | None:
        if len(grid) < 2:  # noqa: PLR2004 - names of columns, and one row
            message = f"`{self.figure.data}` has no rows of data"
            self._tell(Code.DATA_SHAPE, "data", message, "give the columns' names in the first row, then the data")
            return None
        width = len(grid[0])
        for number, row in enumerate(grid[1:], start=2):
            if any(row[width:]) or (len(row) < width and not self._may_be_short()):
                message = f"row {number} of `{self.figure.data}` has {len(row)} cells, the first row {width}"
                hint = "give every row as many cells; a cell that holds the separator stands in quotes"
                self._tell(Code.DATA_SHAPE, "data", message, hint)
                return None
        return [(row + [""] * width)[:width] for row in grid]

    def _may_be_short(self) -> bool:
        # A workbook has no end of row: its empty cells at the end are not written.
        return (self.figure.data or "").lower().endswith(".xlsx")

    def read_rows(self) -> Grid | None:
        rows = self.figure.rows or ()
        if not rows or not rows[0]:
            hint = "write one mapping a row: {ally: Poland, share: 4.48}"
            self._tell(Code.DATA_SHAPE, "rows", "there are no rows of data", hint)
            return None
        columns = self._columns_of(0)
        if len(columns) * len(rows) > MAX_CELLS:
            message = f"there are more than {MAX_CELLS:,} cells"
            self._tell(Code.DATA_SHAPE, "rows", message, "keep only what the figure shows")
            return None
        for number in range(1, len(rows)):
            odd = set(columns) ^ set(self._columns_of(number))
            if odd:
                message = f"this row and the first differ in {list_words(sorted(odd), 5)}"
                hint = "give every row the same columns; leave a value empty where there is none"
                self._tell(Code.DATA_SHAPE, f"rows[{number}]", message, hint)
                return None
        return [columns, *([row.get(column) or "" for column in columns] for row in rows)]

    def _columns_of(self, number: int) -> list[str]:
        """Give the columns that a row names; one without a value is not in the model, but has its place."""
        around = f"{self.path}.rows[{number}]."
        known = dict.fromkeys(self.figure.rows[number] if self.figure.rows else ())
        unfilled = (self.figure.x or "", *self.figure.y, *(self.figure.rows[0] if self.figure.rows else ()))
        known.update(dict.fromkeys(column for column in unfilled if around + column in self.places.keys))
        return list(known)

    def choose_columns(self, grid: Grid) -> DataTable | None:
        header, body = grid[0], grid[1:]
        first = self.figure.x if self.figure.x is not None else header[0]
        chosen = [first, *(column for column in self.figure.y or header if column != first)]
        if not self._has_columns(chosen, header):
            return None
        if len(chosen) > MAX_READABLE_COLUMNS:
            message = f"{len(chosen)} columns are more than a page can show so that they can be read"
            hint = "choose some of them with `y`, or make several figures"
            path, told = f"{self.path}.{'y' if self.figure.y else 'data'}", Severity.WARNING
            self.told.append(self.places.finding(Code.DATA_SHAPE, path, message, hint, severity=told))
        positions = [header.index(column) for column in chosen]
        names = {row[positions[0]] for row in body} | (set(chosen[1:]) if self.figure.chart is Chart.LINE else set())
        self.told.extend(self._check_highlight(names))
        return DataTable(tuple(chosen), tuple(tuple(row[position] for position in positions) for row in body))

    def _has_columns(self, chosen: list[str], header: list[str]) -> bool:
        before = len(self.told)
        for column in chosen:
            where = "x" if column == self.figure.x else f"y.{column}"
            if header.count(column) > 1:
                message = f"the data has two columns `{shorten(column)}`"
                self._tell(Code.DATA_SHAPE, where, message, "rename one of them")
            elif column not in header:
                message = f"the data has no column `{shorten(column)}`"
                hint = did_you_mean(column, header, f"its columns: {list_words(header)}")
                path = f"{self.path}.{where}"
                span = self.places.key(path) if where != "x" else None
                self.told.append(self.places.finding(Code.DATA_COLUMN, path, message, hint, span=span))
        return len(self.told) == before

    def _check_highlight(self, names: set[str]) -> Iterator[Diagnostic]:
        for index, name in enumerate(self.figure.highlight):
            if name not in names:
                message = f"no row is named `{shorten(name)}`"
                hint = did_you_mean(name, sorted(names), "write it as it stands in the data")
                path = f"{self.path}.highlight[{index}]"
                yield self.places.finding(Code.DATA_SHAPE, path, message, hint, severity=Severity.WARNING)
