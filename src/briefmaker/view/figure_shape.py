"""The shape of a figure in a view: its tables, and the chart that is drawn of them."""

from dataclasses import dataclass

from briefmaker.view.chart_shape import ChartView
from briefmaker.view.shown_text import Text, Texts


@dataclass(frozen=True, slots=True)
class FigureRow:
    """One row of a figure's table; highlighted rows are set off."""

    cells: Texts
    is_highlighted: bool


@dataclass(frozen=True, slots=True)
class FigureTable:
    """A table of a figure; ``alignments`` holds ``left``, ``right`` or ``center`` for each column."""

    header: Texts
    rows: tuple[FigureRow, ...]
    alignments: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class FigureView:
    """A figure: its number, caption, and the data as a table; ``chart`` says how they are drawn, None for a table alone.

    ``further_tables`` holds what one table has no room for; ``excerpt`` says so where not every number is printed.
    """

    number: int
    caption: Text | None
    unit: Text | None
    header: Texts
    rows: tuple[FigureRow, ...]
    alignments: tuple[str, ...]
    further_tables: tuple[FigureTable, ...]
    excerpt: str
    chart: ChartView | None
    reference_line: Text | None
    alt: Text | None
    source: Text | None
