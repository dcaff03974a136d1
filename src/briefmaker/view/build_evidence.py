"""What a view rests on: its figures as tables, its numbered sources, its glossary."""

import datetime
import re
import unicodedata
from collections.abc import Mapping
from dataclasses import replace

from briefmaker.model import Figure
from briefmaker.model.rich_text import Paragraph, Run
from briefmaker.reading.reading import DataTable
from briefmaker.view.build_chart import NO_VALUE, build_chart, write_plain
from briefmaker.view.chart_alt import write_alt
from briefmaker.view.chart_shape import ChartView
from briefmaker.view.chart_tables import build_chart_tables
from briefmaker.view.direction import keep_left_to_right
from briefmaker.view.figure_shape import FigureRow, FigureTable, FigureView
from briefmaker.view.frame import Frame
from briefmaker.view.numbers import write_number
from briefmaker.view.printed_numbers import print_number
from briefmaker.view.shape import GlossaryEntry, SourceView
from briefmaker.view.shown_text import Text

_NUMBER = re.compile(r"[-+–−]?[0-9][0-9.,' \u00a0]*( ?%)?")
_LONGEST_PRINTED_ADDRESS = 56


class FigureViews:
    """Hands out the figures of one brief, numbered in the order in which they are shown."""

    def __init__(self, frame: Frame, tables: Mapping[str, DataTable]) -> None:
        self._frame = frame
        self._tables = tables
        self._numbers: dict[str, int] = {}

    def take(self, names: tuple[str, ...]) -> tuple[FigureView, ...]:
        """Give the figures of these names that no earlier part has shown."""
        if not self._frame.make.has_shown_part("figures"):
            return ()
        new = [name for name in names if name in self._tables and name not in self._numbers]
        return tuple(self._build(name) for name in dict.fromkeys(new))

    def take_rest(self) -> tuple[FigureView, ...]:
        """Give the figures that no part has named, so that none is lost."""
        return self.take(tuple(self._tables))

    def _build(self, name: str) -> FigureView:
        number = self._numbers.setdefault(name, len(self._numbers) + 1)
        figure, table, make = self._frame.brief.figures[name], self._tables[name], self._frame.make
        path = f"figures.{name}"
        chart = build_chart(self._frame, figure, table)
        first, *others = (
            build_chart_tables(self._frame, path, figure, table, chart)
            if chart
            else (_build_table(self._frame, path, figure, table),)
        )
        return FigureView(
            number=number,
            caption=_build_caption(self._frame, path, figure),
            unit=make.short(f"{path}.unit", figure.unit),
            header=first.header,
            rows=first.rows,
            alignments=first.alignments,
            further_tables=tuple(others),
            excerpt=_write_excerpt(self._frame, chart),
            chart=chart,
            reference_line=_build_reference_line(self._frame, path, figure, chart),
            alt=_build_alt(self._frame, path, figure, chart),
            source=_build_figure_source(self._frame, path, figure),
        )


def _build_caption(frame: Frame, path: str, figure: Figure) -> Text | None:
    """Give the caption; where there is none, the figure's portion mark stands in its place."""
    caption, mark = frame.make.short(f"{path}.caption", figure.caption), frame.make.portion(f"{path}.caption")
    return caption or (Text("", (), mark) if mark else None)


def _build_table(frame: Frame, path: str, figure: Figure, table: DataTable) -> FigureTable:
    numeric = tuple(_is_numeric(table, index) for index in range(len(table.columns)))
    return FigureTable(
        header=tuple(_build_header(frame, path, figure, column) for column in table.columns),
        rows=tuple(_build_row(frame, path, figure, table, index, numeric) for index in range(len(table.rows))),
        alignments=tuple("right" if each else "left" for each in numeric),
    )


def _write_excerpt(frame: Frame, chart: ChartView | None) -> str:
    """Give how many of a chart's points its tables show; empty where they show all."""
    shown = sum(len(band) for band in chart.bands) if chart else 0
    if chart is None or not 0 < shown < len(chart.categories):
        return ""
    return frame.label("chart_excerpt", shown=shown, all=len(chart.categories))


def _build_alt(frame: Frame, path: str, figure: Figure, chart: ChartView | None) -> Text | None:
    """Give the brief's own alternative text; of a chart that has none, one made from what it shows."""
    if figure.alt or chart is None:
        return frame.make.words(f"{path}.alt", figure.alt)
    caption, unit = (write_plain(text) for text in (figure.caption, figure.unit))
    return frame.make.words(f"{path}.alt", write_alt(frame, chart, caption, unit))


def _build_header(frame: Frame, path: str, figure: Figure, column: str) -> Text:
    if column in figure.y:
        return frame.make.require_short(f"{path}.y.{column}", figure.y[column])
    here = f"{path}.x" if column == figure.x else f"{path}.rows"
    return frame.make.require_words(here, column)


def _build_row(
    frame: Frame, path: str, figure: Figure, table: DataTable, index: int, numeric: tuple[bool, ...]
) -> FigureRow:
    """Build one row; its first cell names it, and those of a column of numbers are written as the language does."""
    row = table.rows[index]
    cells = (
        write_number(value.strip(), frame.calendar.locale) if is_number else value.strip()
        for value, is_number in zip(row, numeric, strict=True)
    )
    texts = tuple(
        frame.make.require_words(f"{path}.rows[{index}].{column}", cell or NO_VALUE)
        for column, cell in zip(table.columns, cells, strict=True)
    )
    return FigureRow(texts, row[0] in figure.highlight)


def _is_numeric(table: DataTable, column: int) -> bool:
    values = [row[column].strip() for row in table.rows]
    filled = [value for value in values if value]
    return bool(filled) and all(_NUMBER.fullmatch(value) for value in filled)


def _build_reference_line(frame: Frame, path: str, figure: Figure, chart: ChartView | None) -> Text | None:
    line = figure.reference_line
    if line is None:
        return None
    write = print_number if chart else write_number  # a chart groups digits as its own numbers do
    value = " ".join(filter(None, [write(line.value, frame.calendar.locale), figure.unit]))
    written = frame.label("captioned", label=line.label, words=value)
    return frame.make.short(f"{path}.reference_line.label", written)


def _build_figure_source(frame: Frame, path: str, figure: Figure) -> Text | None:
    """Give the source line: the source's number and publisher."""
    if figure.source not in frame.brief.sources:
        return None
    publisher = frame.brief.sources[figure.source].publisher or frame.brief.sources[figure.source].title
    return frame.make.short(f"{path}.source", f"{publisher} [@{figure.source}]")


def build_sources(frame: Frame) -> tuple[SourceView, ...]:
    """Give the sources by number; those that no shown text cites follow, so that none is lost."""
    if not frame.make.has_shown_part("sources"):
        return ()
    for source in frame.brief.sources:
        frame.citations.number(source)
    is_told_once = _accessed_by_all(frame) is not None
    numbered = enumerate(frame.citations.cited_sources(), start=1)
    return tuple(_build_source(frame, number, name, is_told_once=is_told_once) for number, name in numbered)


def _build_source(frame: Frame, number: int, name: str, *, is_told_once: bool) -> SourceView:
    source, path = frame.brief.sources[name], f"sources.{name}"
    make, calendar = frame.make, frame.calendar
    own = frame.label("accessed", date=calendar.partial_day(source.accessed.isoformat())) if source.accessed else None
    return SourceView(
        number=number,
        publisher=make.short(f"{path}.publisher", source.publisher),
        title=make.require_short(f"{path}.title", source.title),
        date=make.words(f"{path}.date", calendar.partial_day(source.date) if source.date else None),
        site=make.words(f"{path}.url", keep_left_to_right(_write_site(source.url), calendar.locale)),
        address=source.url or "",
        accessed=None if is_told_once else make.words(f"{path}.accessed", own),
        grade=make.words(f"{path}.grade", source.grade),
    )


def write_all_accessed(frame: Frame) -> str:
    """Give when the sources were read, in words, where all were read on one day; otherwise each source says it itself."""
    day = _accessed_by_all(frame)
    return frame.label("all_accessed", date=frame.calendar.partial_day(day.isoformat())) if day else ""


def _accessed_by_all(frame: Frame) -> datetime.date | None:
    sources = frame.brief.sources.values()
    days = {source.accessed for source in sources}
    is_shown = frame.make.is_shown("sources.id.accessed")
    return days.pop() if len(sources) > 1 and len(days) == 1 and is_shown else None


def _write_site(address: str | None) -> str | None:
    """Give what is printed of an address: all of a short one, the site of a long one; the whole is the link behind it."""
    if address is None:
        return None
    bare = re.sub(r"^https?://(www\.)?", "", address).rstrip("/")
    return bare if len(bare) <= _LONGEST_PRINTED_ADDRESS else re.split(r"[/?#]", bare, maxsplit=1)[0] + "/…"


def build_glossary(frame: Frame) -> tuple[GlossaryEntry, ...]:
    """Give the glossary in alphabetical order."""
    if not frame.make.is_shown("glossary"):
        return ()
    entries = sorted(frame.brief.glossary.items(), key=_alphabetical)
    return tuple(_build_entry(frame, term, meaning) for term, meaning in entries)


def _build_entry(frame: Frame, term: str, meaning: str) -> GlossaryEntry:
    """Give an entry; its portion mark stands before the term."""
    told = frame.make.require_short(f"glossary.{term}", meaning)
    return GlossaryEntry(Text("", (Paragraph((Run(term),)),), told.portion), replace(told, portion=""))


def _alphabetical(entry: tuple[str, str]) -> tuple[str, str]:
    """Give what a term is sorted by: its small letters without accents, then the term itself."""
    letters = unicodedata.normalize("NFKD", entry[0])
    return "".join(letter for letter in letters if not unicodedata.combining(letter)).casefold(), entry[0]
