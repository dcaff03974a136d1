"""Builds the rich text of a field from its paragraphs in a document: lists by their numbering, tables by their cells."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from briefmaker.model.rich_text import Block, Blocks, Inline, Inlines, ItemList, LineBreak, Paragraph, Run, Table
from briefmaker.reading.markdown import has_allowed_scheme
from briefmaker.review.citing import Citing
from briefmaker.review.paragraphs import Layout, Numbering
from briefmaker.review.tidy import PICTURE, tidy_blocks
from briefmaker.review.versions import Span


@dataclass(frozen=True, slots=True)
class FieldParagraph:
    """One paragraph, or a stretch of one, of a field; ``is_table`` where its cell is one of a table of the field's own."""

    spans: tuple[Span, ...]
    layout: Layout
    is_new: bool = False
    is_table: bool = False


def build_blocks(paragraphs: Sequence[FieldParagraph], citing: Citing) -> Blocks:
    """Give the text of a field in its plainest form."""
    builder = _Builder(citing)
    for paragraph in paragraphs:
        builder.add(paragraph)
    return tidy_blocks(builder.close(), citing)


def read_inlines(spans: Iterable[Span], citing: Citing) -> Inlines:
    """Give the words of one paragraph as rich text; numbers in brackets become the citations that they show."""
    said = list(spans)
    text = "".join(span.text for span in said)
    inlines: list[Inline] = []
    done = 0
    for start, end, citation in citing.find(text):
        inlines += [*_cut(said, done, start), citation]
        done = end
    return (*inlines, *_cut(said, done, len(text)))


def _cut(spans: Sequence[Span], start: int, end: int) -> list[Inline]:
    """Give the words between two places of a paragraph."""
    inlines: list[Inline] = []
    here = 0
    for span in spans:
        words = span.text[max(0, start - here) : max(0, end - here)].replace(PICTURE, "")
        here += len(span.text)
        link = span.look.link if has_allowed_scheme(span.look.link) else ""
        for number, line in enumerate(words.split("\n")):
            inlines += [LineBreak()] if number else []
            inlines += [Run(line, span.look.strong, span.look.emphasis, link)] if line else []
    return inlines


@dataclass(slots=True)
class _OpenList:
    numbering: Numbering
    indent: int
    is_new: bool
    items: list[list[Block]] = field(default_factory=list)

    def close(self) -> ItemList:
        start = self.numbering.start if self.numbering.is_ordered else 1
        return ItemList(tuple(tuple(item) for item in self.items), self.numbering.is_ordered, start)

    def takes(self, numbering: Numbering, *, is_new: bool) -> bool:
        """Tell whether an entry is one more of this list: an added one may have got another number."""
        is_same = numbering.list == self.numbering.list or is_new or self.is_new
        return is_same and numbering.is_ordered == self.numbering.is_ordered


class _Builder:
    def __init__(self, citing: Citing) -> None:
        self._citing = citing
        self._blocks: list[Block] = []
        self._lists: list[_OpenList] = []
        self._cells: dict[tuple[int, int], tuple[Inlines, str]] = {}
        self._table = -1

    def add(self, paragraph: FieldParagraph) -> None:
        inlines = read_inlines(paragraph.spans, self._citing)
        layout = paragraph.layout
        if paragraph.is_table and layout.cell is not None:
            self._add_cell(layout, inlines)
            return
        self._close_table()
        if layout.numbering is not None:
            self._add_entry(layout.numbering, paragraph, inlines)
        elif (depth := self._depth_of(layout)) is not None:
            self._close_lists(depth + 1)
            self._lists[depth].items[-1].append(Paragraph(inlines))
        elif inlines:
            self._close_lists(0)
            self._blocks.append(Paragraph(inlines))

    def _depth_of(self, layout: Layout) -> int | None:
        """Give the depth of the list whose last entry a paragraph goes on with: it is set in as far; None for no list."""
        depths = (depth for depth, each in enumerate(self._lists) if 0 < layout.indent == each.indent)
        return next(depths, None)

    def _add_entry(self, numbering: Numbering, paragraph: FieldParagraph, inlines: Inlines) -> None:
        level = min(numbering.level, len(self._lists))
        self._close_lists(level + 1)
        if len(self._lists) == level + 1 and not self._lists[level].takes(numbering, is_new=paragraph.is_new):
            self._close_lists(level)
        if len(self._lists) == level:
            self._lists.append(_OpenList(numbering, paragraph.layout.indent, paragraph.is_new))
        here = self._lists[level]
        here.is_new = paragraph.is_new
        here.items.append([Paragraph(inlines)])

    def _close_lists(self, left: int) -> None:
        while len(self._lists) > left:
            closed = self._lists.pop().close()
            (self._lists[-1].items[-1] if self._lists else self._blocks).append(closed)

    def _add_cell(self, layout: Layout, inlines: Inlines) -> None:
        cell = layout.cell
        assert cell is not None  # noqa: S101 - the caller has looked
        if cell.table != self._table:
            self._close_table()
            self._close_lists(0)
            self._table = cell.table
        place = (cell.row, cell.column)
        before = self._cells.get(place, ((), ""))[0]
        self._cells[place] = ((*before, *((Run(" "),) if before else ()), *inlines), layout.alignment)

    def _close_table(self) -> None:
        if not self._cells:
            return
        rows = sorted({row for row, _ in self._cells})
        width = max(column for _, column in self._cells) + 1
        cells = [[self._cells.get((row, column), ((), ""))[0] for column in range(width)] for row in rows]
        alignments = tuple(self._alignment(rows, column) for column in range(width))
        header, *others = (tuple(row) for row in cells)
        self._blocks.append(Table(header, tuple(others), alignments))
        self._cells, self._table = {}, -1

    def _alignment(self, rows: list[int], column: int) -> str:
        told = [self._cells[row, column][1] for row in rows if (row, column) in self._cells]
        kind = told[-1] if told else ""
        return {"right": "right", "end": "right", "center": "center"}.get(kind, "left")

    def close(self) -> Blocks:
        """Give all that was added."""
        self._close_table()
        self._close_lists(0)
        return tuple(self._blocks)
