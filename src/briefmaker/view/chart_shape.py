"""The shape of a chart in a view: what is to be drawn, in numbers, and what is to be printed beside it, in words."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ChartSeries:
    """One column of numbers; None where there is no value. ``printed`` holds each number in the brief's language."""

    name: str
    values: tuple[float | None, ...]
    printed: tuple[str, ...]
    is_highlighted: bool


@dataclass(frozen=True, slots=True)
class ReferenceView:
    """A value to compare with, and the words that stand at its line."""

    value: float
    label: str


@dataclass(frozen=True, slots=True)
class Tick:
    """A value at which the axis has its number."""

    value: float
    printed: str


@dataclass(frozen=True, slots=True)
class ChartScale:
    """The axis of values: its ends, the ticks on it at equal steps, and how a spreadsheet writes down their format."""

    low: float
    high: float
    step: float
    ticks: tuple[Tick, ...]
    number_format: str


@dataclass(frozen=True, slots=True)
class ChartView:
    """A chart: ``kind`` is bar, column, line or pie; every series has a value for each category.

    ``positions`` says where each category stands along its axis, from 0 to 1. ``has_newest`` holds where the series are one
    thing at several times, the last of them the newest. ``shares`` holds the parts of a pie in per cent, as printed.
    ``bands`` says which categories each table of a column or line chart shows; it is empty for a table of rows.
    ``is_aligned`` holds where the one table's columns stand under the points of the chart, and so name them.
    ``number_format`` is how spreadsheets write down the way in which numbers are printed; ``row_title`` names the categories.
    """

    kind: str
    row_title: str
    categories: tuple[str, ...]
    highlighted: tuple[bool, ...]
    positions: tuple[float, ...]
    series: tuple[ChartSeries, ...]
    scale: ChartScale
    reference: ReferenceView | None
    has_newest: bool
    shares: tuple[str, ...]
    bands: tuple[tuple[int, ...], ...]
    is_aligned: bool
    number_format: str
