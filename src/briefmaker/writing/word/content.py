"""Texts as WordprocessingML: runs, paragraphs, lists and tables in the formatting of their place, each anchored."""

import re
from collections.abc import Callable
from dataclasses import dataclass, replace

from briefmaker.model.picture import PlacedPicture
from briefmaker.model.rich_text import (
    Block,
    Blocks,
    Cited,
    CitedSource,
    Inline,
    Inlines,
    ItemList,
    LineBreak,
    Paragraph,
    Run,
    Table,
    iterate_inlines,
    plain_text,
    write_cited_source,
)
from briefmaker.model.style import Style
from briefmaker.view.chart_shape import ChartView
from briefmaker.view.figure_shape import FigureTable, FigureView
from briefmaker.view.portion_marks import is_marked_alone
from briefmaker.view.shape import SourceView
from briefmaker.view.shown_text import Text
from briefmaker.writing.word.anchors import Anchors
from briefmaker.writing.word.drawings import Drawings
from briefmaker.writing.word.numbering import Numbering
from briefmaker.writing.word.places import BlockPlace, InlinePlace, RunFormats
from briefmaker.writing.word.tables import CELL_GAP, TableContent, TableStyles, write_side_by_side, write_table
from briefmaker.writing.word.wordml import mm, write_break, write_field, write_paragraph, write_run

LIST_STEP = mm(5)
# Between two tables, which would otherwise grow together, and on one page with both.
_GAP = '<w:p><w:pPr><w:keepNext/><w:spacing w:before="0" w:after="0" w:line="60" w:lineRule="exact"/></w:pPr></w:p>'
_CLOSE = '<w:spacing w:after="40"/>'  # between the entries of a list: 2 pt, whatever parts paragraphs of the style
TYING_BLANK = "\u00a0"  # keeps a citation with the word before it


@dataclass(frozen=True, slots=True)
class Joined:
    """Several values to be set in one paragraph, with a separator between."""

    values: tuple[object, ...]
    separator: str = ""


@dataclass(frozen=True, slots=True)
class Linked:
    """A value that leads to a web address; without an address it is only the value."""

    value: object
    address: str


@dataclass(frozen=True, slots=True)
class PageField:
    """A number that Word keeps up to date: PAGE or NUMPAGES, or ``PAGEREF name``; until it does, it shows ``shown``."""

    name: str
    shown: str = "1"


@dataclass(frozen=True, slots=True)
class Floating:
    """A picture that floats at the ``left`` or ``right`` corner of the page, beside what stands there."""

    picture: PlacedPicture
    side: str


def fill_label(label: str, /, **values: object) -> Joined:
    """Give a label with its words in braces filled in: ``"{lead} leads"``."""
    pieces = re.split(r"\{(\w+)\}", label)
    return Joined(tuple(piece if index % 2 == 0 else values[piece] for index, piece in enumerate(pieces)))


@dataclass(frozen=True, slots=True)
class ContentWriter:
    """Writes the content of one document.

    ``link_to`` gives the relationship id of a web address; ``add_chart`` puts a chart with its alternative text into the
    document and gives the run that shows it.
    """

    anchors: Anchors
    numbering: Numbering
    link_to: Callable[[str], str]
    drawings: Drawings
    tables: TableStyles
    style: Style
    width: int
    add_chart: Callable[[ChartView, str], str]
    has_links: bool = True

    def inline(self, value: object, place: InlinePlace) -> str:
        """Give a text, a label, a field, or several joined, for a place inside a paragraph; nothing for None."""
        runs = place.runs
        match value:
            case None:
                written = ""
            case Text():
                written = self._anchored(value, self._all_inlines(value), runs)
            case SourceView():
                written = self.anchors.bookmark(f"source_{value.number}", write_run(f"[{value.number}]", runs.plain))
            case Linked():
                written = self._link(value.address, self.inline(value.value, place))
            case PlacedPicture():
                written = self.drawings.inline(value)
            case Floating():
                written = self.drawings.float(value.picture, value.side)
            case PageField():
                written = write_field(value.name, runs.plain, value.shown)
            case Joined():
                written = write_run(value.separator, runs.plain).join(self.inline(each, place) for each in value.values)
            case _:
                written = write_run(str(value), runs.plain)
        return written

    def _all_inlines(self, text: Text) -> Inlines:
        """Give a text as one paragraph: its paragraphs, entries and cells with blanks between, so that no word is lost."""
        first, *others = tuple(iterate_inlines(text.blocks)) or ((),)
        return (*first, *(inline for each in others for inline in (Run(" "), *each)))

    def _anchored(self, text: Text, inlines: Inlines, runs: RunFormats, *, is_marked: bool = True) -> str:
        mark = self._mark(text, runs) if is_marked else ""
        return self.anchors.anchor(text.path, mark + self.inlines(inlines, runs), text.blocks)

    def _mark(self, text: Text, runs: RunFormats) -> str:
        return write_run(f"{text.portion}\u00a0", runs.portion) if text.portion else ""

    def inlines(self, inlines: Inlines, runs: RunFormats) -> str:
        """Give the runs of one paragraph; the blank before a citation gives way to the one that ties it."""
        followed_by = (*inlines[1:], None)[: len(inlines)]
        return "".join(
            self._inline(_without_last_blank(each) if isinstance(following, Cited) else each, runs)
            for each, following in zip(inlines, followed_by, strict=True)
        )

    def _inline(self, inline: Inline, runs: RunFormats) -> str:
        match inline:
            case Run(link="") as run:
                return write_run(run.text, runs.choose(strong=run.strong, emphasis=run.emphasis))
            case Run():
                return self._link(inline.link, write_run(inline.text, runs.link))
            case LineBreak():
                return write_break(runs.plain)
            case Cited():
                return self._cite(inline, runs)
            case _:
                message = f"an unresolved {type(inline).__name__} reached the writer"
                raise TypeError(message)

    def _link(self, address: str, content: str) -> str:
        return (
            f'<w:hyperlink r:id="{self.link_to(address)}">{content}</w:hyperlink>'
            if address and self.has_links
            else content
        )

    def _cite(self, cited: Cited, runs: RunFormats) -> str:
        """Write each source as a link to where it stands, tied to the word before it."""
        links = (self._lead_to(source, runs) for source in cited.sources)
        opening, between, closing = (
            write_run(each, runs.citation) for each in (f"{TYING_BLANK}[", f"{cited.semicolon} ", "]")
        )
        return opening + between.join(links) + closing

    def _lead_to(self, source: CitedSource, runs: RunFormats) -> str:
        words = write_run(write_cited_source(source), runs.citation)
        return f'<w:hyperlink w:anchor="source_{source.number}">{words}</w:hyperlink>' if self.has_links else words

    def block(self, value: object, place: BlockPlace, prefix: str = "") -> str:
        """Give the paragraphs for a place that a field fills from there on; nothing, not even the prefix, for None.

        ``prefix`` is what stands before the tag in its paragraph, such as a label; it comes before the first paragraph only.
        """
        filled = [each for each in (value if isinstance(value, tuple) else (value,)) if each is not None]
        return "".join(self._one_block(each, place, "" if number else prefix) for number, each in enumerate(filled))

    def _one_block(self, value: object, place: BlockPlace, prefix: str) -> str:
        if isinstance(value, FigureView):
            return self._label(place, prefix) + self._figure(value, place)
        if not isinstance(value, Text):
            message = f"`{value}` is neither a text nor a figure"
            raise TypeError(message)
        return self._blocks(value, place, prefix)

    def _label(self, place: BlockPlace, prefix: str) -> str:
        """Give a label a paragraph of its own, where what it belongs to is a list or a table."""
        return write_paragraph(place.label, prefix) if prefix else ""

    def _blocks(self, text: Text, place: BlockPlace, prefix: str) -> str:
        """Give all of a text; its portion mark stands before each paragraph of its own, or alone where it has none."""
        blocks = text.blocks
        mark = self._mark(text, place.runs) if is_marked_alone(text) else ""
        if blocks and isinstance(blocks[0], Paragraph):
            content = prefix + self._anchored(text, blocks[0].inlines, place.runs)
            written = write_paragraph(place.paragraph if prefix else place.following, content)
            blocks = blocks[1:]
        elif blocks and isinstance(blocks[0], ItemList) and prefix and place.has_label_column:
            written = self._list_beside(text, blocks[0], place, prefix, mark)
            blocks = blocks[1:]
        else:
            written = self._label(place, prefix + mark)
        return written + "".join(self._block(text, block, place, level=0) for block in blocks)

    def _list_beside(self, text: Text, block: ItemList, place: BlockPlace, prefix: str, mark: str) -> str:
        """Give a list beside its label, as two cells: Word puts an entry's number first, so that no label can precede it."""
        inside = replace(place, indent=0, following=place.flush, cell_width=self.width - place.indent + CELL_GAP)
        content = write_paragraph(place.flush, mark) if mark else ""
        content += self._block(text, block, inside, level=0)
        label = write_paragraph(place.flush, prefix.replace("<w:tab/>", ""))
        return write_side_by_side(label, content, place.indent, self.width)

    def _block(self, text: Text, block: Block, place: BlockPlace, *, level: int) -> str:
        match block:
            case Paragraph():
                content = self._anchored(text, block.inlines, place.runs, is_marked=level == 0)
                return write_paragraph(_list_properties(place, level, 0) if level else place.following, content)
            case ItemList():
                number = self.numbering.new_list(block.ordered, block.start, level)
                written = "".join(self._list_item(text, item, place, level, number) for item in block.items)
                return written if level else _part_from_next(written)
            case Table():
                return self._table(text, block, place, level)

    def _list_item(self, text: Text, item: Blocks, place: BlockPlace, level: int, number: int) -> str:
        """Give an item: its first paragraph carries the number, what follows stands under it."""
        first, rest = (item[0].inlines, item[1:]) if item and isinstance(item[0], Paragraph) else ((), item)
        properties = _list_properties(place, level + 1, number, level)
        is_marked = text.marks_items and level == 0
        written = write_paragraph(properties, self._anchored(text, first, place.runs, is_marked=is_marked))
        return written + "".join(self._block(text, each, place, level=level + 1) for each in rest)

    def _table(self, text: Text, table: Table, place: BlockPlace, level: int) -> str:
        indent = place.indent + level * LIST_STEP
        cells = [[self._cell(text, cell) for cell in row] for row in (table.header, *table.rows)]
        lengths = [[len(plain_text(cell)) for cell in row] for row in (table.header, *table.rows)]
        content = TableContent(cells, lengths, table.alignments)
        return write_table(content, indent, self._width_at(place) - indent, self.tables)

    def _width_at(self, place: BlockPlace) -> int:
        return self.width if place.cell_width is None else place.cell_width - CELL_GAP

    def _cell(self, text: Text, inlines: Inlines) -> str:
        written = self.inlines(inlines, self.tables.runs)
        return self.anchors.anchor(text.path, written, text.blocks) if inlines else ""

    def _figure(self, figure: FigureView, place: BlockPlace) -> str:
        """Give a figure's chart, if it has one, and its tables."""
        described = plain_text(self._all_inlines(figure.alt)) if figure.alt else ""
        tables = [FigureTable(figure.header, figure.rows, figure.alignments), *figure.further_tables]
        if figure.chart is None:
            return self._figure_table(figure, tables[0], place, described)
        # A line of exact height would cut the chart off.
        spacing = '<w:spacing w:before="60" w:after="60" w:line="240" w:lineRule="auto"/>'
        properties = f'<w:pPr>{place.properties}{spacing}<w:ind w:left="{place.indent}" w:right="0"/></w:pPr>'
        chart = write_paragraph(properties, self.add_chart(figure.chart, described))
        return chart + _GAP.join(self._figure_table(figure, each, place, "") for each in tables)

    def _figure_table(self, figure: FigureView, table: FigureTable, place: BlockPlace, described: str) -> str:
        rows = [table.header, *(row.cells for row in table.rows)]
        highlighted = [False, *(row.is_highlighted for row in table.rows)]
        runs = self.tables.runs if figure.chart is None else self.tables.small
        cells = [
            [self._figure_cell(cell, runs, bold) for cell in row] for row, bold in zip(rows, highlighted, strict=True)
        ]
        lengths = [[len(plain_text(self._all_inlines(cell))) for cell in row] for row in rows]
        if figure.chart is not None:
            # Imported here: a brief without a chart does not wait for what draws them.
            from briefmaker.writing.word.chart_keys import add_keys

            add_keys(cells, figure.chart, self.style.colours)
        has_note = figure.reference_line is not None or figure.source is not None or bool(figure.excerpt)
        is_followed = has_note or (table not in figure.further_tables[-1:] and bool(figure.further_tables))
        columns = len(figure.header) if figure.chart else 0
        content = TableContent(cells, lengths, table.alignments, described, is_followed, columns)
        return write_table(content, place.indent, self._width_at(place) - place.indent, self.tables)

    def _figure_cell(self, cell: Text, runs: RunFormats, is_bold: bool) -> str:
        shown = replace(runs, plain=runs.strong) if is_bold else runs
        return self._anchored(cell, self._all_inlines(cell), shown)


def _without_last_blank(inline: Inline) -> Inline:
    return replace(inline, text=inline.text.rstrip(" ")) if isinstance(inline, Run) else inline


def _list_properties(place: BlockPlace, level: int, number: int, list_level: int = 0) -> str:
    """Give the ``w:pPr`` of a list item at a depth (1 is the outermost), or of a paragraph under one when number is 0."""
    listed = f'<w:numPr><w:ilvl w:val="{list_level}"/><w:numId w:val="{number}"/></w:numPr>' if number else ""
    hanging = LIST_STEP if number else 0
    left = place.indent + level * LIST_STEP
    tabs = f'<w:tabs><w:tab w:val="num" w:pos="{left}"/></w:tabs>'
    return f'<w:pPr>{place.properties}{listed}{tabs}{_CLOSE}<w:ind w:left="{left}" w:hanging="{hanging}"/></w:pPr>'


def _part_from_next(written: str) -> str:
    """Give a list whose last paragraph is as far from what follows as its style wants."""
    before, _, after = written.rpartition(_CLOSE)
    return before + after
