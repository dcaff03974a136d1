"""Writes the rich text of a letter as HTML whose every style stands where it holds, in one direction of writing."""

from markupsafe import Markup, escape

from briefmaker.model.rich_text import (
    Block,
    Blocks,
    Citation,
    Cited,
    Inline,
    Inlines,
    ItemList,
    LineBreak,
    Paragraph,
    Run,
    Table,
)
from briefmaker.writing.letters.letter_styles import LetterStyles

_LINK_SCHEMES = ("https://", "http://", "mailto:")
_HEAD = Markup('<th scope="col" class="accent" style="text-align:{};{}">{}</th>')
_CELL = Markup('<td class="ink" style="text-align:{};{}">{}</td>')


class BlockWriter:
    """Writes text in the styles of a letter, which know whether it runs from right to left."""

    def __init__(self, styles: LetterStyles) -> None:
        self._styles = styles

    def write_blocks(self, blocks: Blocks, style: str) -> Markup:
        """Give paragraphs, lists and tables, in the style of that name."""
        return Markup().join(self._write_block(block, style) for block in blocks)

    def write_lines(self, blocks: Blocks) -> Markup:
        """Give paragraphs as lines within one element."""
        lines = (self.write_inlines(block.inlines) for block in blocks if isinstance(block, Paragraph))
        return Markup("<br />\n").join(lines)

    def write_inlines(self, inlines: Inlines) -> Markup:
        """Give what stands in one paragraph."""
        return Markup().join(self._write_inline(inline) for inline in inlines)

    def write_element(self, name: str, classes: str, words: str | Markup, attributes: str = "") -> Markup:
        """Give an element in the style of its first class; the second is what a dark screen knows it by."""
        style, _, shade = classes.partition(" ")
        element = Markup('<{0} class="{1}"{2} style="{3}">{4}</{0}>\n')
        return element.format(name, shade, attributes, self._styles.of(style), words)

    def _write_block(self, block: Block, style: str) -> Markup:
        match block:
            case Paragraph():
                return self.write_element("p", f"{style} ink", self.write_inlines(block.inlines))
            case ItemList():
                return self._write_list(block, style)
            case Table():
                return self._write_table(block)

    def _write_list(self, block: ItemList, style: str) -> Markup:
        items = Markup().join(
            self.write_element("li", "entry ink", self._write_item(item, style)) for item in block.items
        )
        start = Markup(' start="{}"').format(block.start) if block.ordered and block.start != 1 else Markup()
        element = Markup('<{0} class="ink"{1} style="{2}">\n{3}</{0}>\n')
        name = "ol" if block.ordered else "ul"
        return element.format(name, start, self._styles.of(style) + self._styles.inset, items)

    def _write_item(self, item: Blocks, style: str) -> Markup:
        """Write an entry of a list; its first paragraph needs no element of its own."""
        if item and isinstance(item[0], Paragraph):
            return self.write_inlines(item[0].inlines) + self.write_blocks(item[1:], style)
        return self.write_blocks(item, style)

    def _write_table(self, block: Table) -> Markup:
        head = self._write_cells(block.header, block.alignments, _HEAD, "column")
        rows = (self._write_cells(row, block.alignments, _CELL, "table_cell") for row in block.rows)
        body = Markup().join(Markup("<tr>{}</tr>\n").format(row) for row in rows)
        table = Markup(
            '<table width="100%" cellpadding="0" cellspacing="0" border="0" style="{}">\n<tr>{}</tr>\n{}</table>\n'
        )
        return table.format(self._styles.of("table"), head, body)

    def _write_cells(self, cells: tuple[Inlines, ...], alignments: tuple[str, ...], cell: Markup, style: str) -> Markup:
        written = Markup()
        for place, inlines in enumerate(cells):
            stated = alignments[place] if place < len(alignments) else ""
            side = stated if stated in ("right", "center") else self._styles.side
            written += cell.format(side, self._styles.of(style), self.write_inlines(inlines))
        return written

    def _write_inline(self, inline: Inline) -> Markup:
        match inline:
            case Run():
                return self._write_run(inline)
            case Cited():
                cited = Markup('<span class="quiet" style="{}">\u202f{}</span>')
                return cited.format(self._styles.of("cited"), inline.text)
            case LineBreak():
                return Markup("<br />\n")
            case Citation():
                return Markup()

    def _write_run(self, run: Run) -> Markup:
        written = escape(run.text)
        if run.link.startswith(_LINK_SCHEMES):
            link = Markup('<a class="accent" href="{}" style="{}">{}</a>')
            written = link.format(run.link, self._styles.of("link"), written)
        if run.emphasis:
            written = Markup("<em>{}</em>").format(written)
        return Markup("<strong>{}</strong>").format(written) if run.strong else written
