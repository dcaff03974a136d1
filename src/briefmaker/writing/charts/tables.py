"""The tables of a chart on a page: plain ones below it, and one whose columns stand under its points."""

from collections.abc import Sequence

from markupsafe import Markup

from briefmaker.model.rich_text import iterate_inlines, plain_text
from briefmaker.view.figure_shape import FigureRow, FigureTable, FigureView
from briefmaker.view.shown_text import Text, Texts
from briefmaker.writing.charts.look import LOOK
from briefmaker.writing.charts.words import estimate_width
from briefmaker.writing.rich_html import write_alignment, write_inline

_SIZE, _GAP, _SWATCH = 8.5, 8.0, 12.0
_NARROWEST_NAMES, _USUAL_COLUMN = 64.0, 44.0


def list_tables(figure: FigureView) -> tuple[FigureTable, ...]:
    """Give all tables of a figure."""
    return (FigureTable(figure.header, figure.rows, figure.alignments), *figure.further_tables)


def write_table(
    figure: FigureView,
    widths: Sequence[float] = (),
    swatches: Sequence[Markup] = (),
    head_swatches: Sequence[Markup] = (),
) -> Markup:
    """Give the tables of a figure; ``widths`` are those of the columns in points.

    ``swatches`` stand before the names of rows, ``head_swatches`` before those of columns.

    Without widths the names of the rows have the room that they need, and the columns of all tables are alike.
    """
    tables = list_tables(figure)
    widths = widths or share_width(tables, LOOK.width, has_swatches=bool(swatches))
    return Markup().join(_write_one(table, widths[: len(table.header)], swatches, head_swatches) for table in tables)


def share_width(tables: Sequence[FigureTable], width: float, *, has_swatches: bool = False) -> list[float]:
    """Give the widths of the columns of several tables under one another."""
    names = [_words(row.cells[0]) for table in tables for row in table.rows] + [_words(tables[0].header[0])]
    wanted = max(estimate_width(name, _SIZE) for name in names) + _GAP + (_SWATCH if has_swatches else 0)
    others = max(len(table.header) for table in tables) - 1
    first = min(wanted, max(_NARROWEST_NAMES, width - others * _USUAL_COLUMN)) if others else width
    return [first, *[(width - first) / max(others, 1)] * others]


def _words(text: Text) -> str:
    return " ".join(plain_text(inlines) for inlines in iterate_inlines(text.blocks))


def _write_one(
    table: FigureTable, widths: Sequence[float], swatches: Sequence[Markup], head_swatches: Sequence[Markup]
) -> Markup:
    columns = Markup().join(Markup('<col style="width:{:.4g}pt">').format(width) for width in widths)
    group = Markup("<colgroup>{}</colgroup>").format(columns) if columns else Markup()
    width = Markup(' style="width:{:.4g}pt"').format(sum(widths)) if columns else Markup()
    head = _write_head(
        table.header, table.alignments, (Markup(), *(head_swatches or [Markup()] * (len(table.header) - 1)))
    )
    rows = Markup().join(
        _write_row(row, table.alignments, swatches[number] if swatches else Markup())
        for number, row in enumerate(table.rows)
    )
    page = Markup('<table class="numbers"{}>{}<tbody><tr class="heads">{}</tr>{}</tbody></table>')
    return page.format(width, group, head, rows)


def _write_head(header: Texts, alignments: Sequence[str], swatches: Sequence[Markup]) -> Markup:
    return Markup().join(
        Markup('<th scope="col"{}>{}{}</th>').format(write_alignment(alignment), swatch, write_inline(cell))
        for cell, alignment, swatch in zip(header, alignments, swatches, strict=True)
    )


def _write_row(row: FigureRow, alignments: Sequence[str], swatch: Markup) -> Markup:
    kind = Markup(' class="highlighted"') if row.is_highlighted else Markup()
    cells = Markup('<th scope="row">{}{}</th>').format(swatch, write_inline(row.cells[0]))
    for cell, alignment in zip(row.cells[1:], alignments[1:], strict=True):
        cells += Markup("<td{}>{}</td>").format(write_alignment(alignment), write_inline(cell))
    return Markup("<tr{}>{}</tr>").format(kind, cells)
