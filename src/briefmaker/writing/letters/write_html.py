"""Writes a letter as HTML that mail programs show alike: tables for columns, every style where it holds, nothing from outside.

Outlook lays a message out as Word does and knows neither ``max-width`` nor ``text-align:start``; Gmail drops a sheet that it
does not know; both keep what stands in ``style``. The one sheet is for dark screens, and a program that drops it still shows
dark on light. All is well-formed, so that a program may read it strictly.
"""

from collections.abc import Iterable

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
from briefmaker.writing.letters.letter_styles import DARK_SHEET, LetterStyles
from briefmaker.writing.letters.page import LetterFact, LetterPage, LetterPart, Speech

_LINK_SCHEMES = ("https://", "http://", "mailto:")
_WIDTH = 640
_PAGE = Markup(
    '<!DOCTYPE html>\n<html xmlns="http://www.w3.org/1999/xhtml" lang="{language}" dir="{direction}">\n<head>\n'
    '<meta charset="utf-8" />\n'
    '<meta name="viewport" content="width=device-width, initial-scale=1" />\n<meta name="color-scheme" content="light dark" />\n'
    '<meta name="supported-color-schemes" content="light dark" />\n<title>{title}</title>\n<style>\n{sheet}</style>\n</head>\n'
    '<body class="page" style="{body}">\n'
    '<!--[if mso]><table role="presentation" width="{width}" cellpadding="0" cellspacing="0" border="0"><tr><td><![endif]-->\n'
    '<table class="page" role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0" style="{table}">\n'
    '<tr>\n<td lang="{language}" dir="{direction}" style="{cell}">\n{content}</td>\n</tr>\n</table>\n'
    "<!--[if mso]></td></tr></table><![endif]-->\n</body>\n</html>\n"
)


def write_html(page: LetterPage) -> str:
    """Give a letter as a whole HTML page."""
    return str(_LetterWriter(page).write())


class _LetterWriter:
    """Writes one letter in the colours of its house."""

    def __init__(self, page: LetterPage) -> None:
        self._page = page
        self._styles = LetterStyles(page.colours, page.own.direction)

    def write(self) -> Markup:
        page, styles = self._page, self._styles
        return _PAGE.format(
            language=page.own.language,
            direction=page.own.direction,
            title=page.plain_title,
            sheet=DARK_SHEET,
            width=_WIDTH,
            body=styles.body,
            table=f"max-width:{_WIDTH}px;{styles.page}",
            cell=styles.cell,
            content=Markup().join(self._list_content()),
        )

    def _list_content(self) -> Iterable[Markup]:
        page = self._page
        yield self._write_marking()
        if page.notice:
            yield self._element("p", "notice caution", page.notice)
        yield self._write_head()
        yield self._write_blocks(page.opening, "opening", page.own)
        yield from (self._write_part(part) for part in page.first)
        yield self._write_facts()
        yield from (self._write_part(part) for part in page.parts)
        yield self._write_marking()

    def _write_marking(self) -> Markup:
        return self._element("p", "marking ink", self._page.marking) if self._page.marking else Markup()

    def _write_head(self) -> Markup:
        page = self._page
        title = Markup("<br />").join(
            self._write_inlines(block.inlines) for block in page.title if isinstance(block, Paragraph)
        )
        kind = self._element("p", "kind accent", page.kind, page.document) if page.kind else Markup()
        heading = self._element("h1", "title ink", title, page.document)
        details = self._element("p", "details quiet", page.details) if page.details else Markup()
        return kind + heading + details

    def _write_part(self, part: LetterPart) -> Markup:
        heading = self._element("h2", "heading accent", part.heading)
        return heading + self._write_blocks(part.blocks, "main" if part.is_main else "text", part.speech)

    def _write_facts(self) -> Markup:
        if not self._page.facts:
            return Markup()
        rows = Markup().join(self._write_fact(fact) for fact in self._page.facts)
        table = Markup(
            '<table class="facts" width="100%" cellpadding="0" cellspacing="0" border="0" style="{}">\n{}</table>\n'
        )
        return table.format(self._styles.of("facts"), rows)

    def _write_fact(self, fact: LetterFact) -> Markup:
        words = Markup("<br />").join(
            self._write_inlines(block.inlines) for block in fact.blocks if isinstance(block, Paragraph)
        )
        head = Markup('<th scope="row" class="accent" align="{}" valign="top" style="{}">{}</th>')
        cell = Markup('<td class="ink" valign="top" style="{}"{}>{}</td>')
        return Markup("<tr>\n{}\n{}\n</tr>\n").format(
            head.format(self._styles.side, self._styles.of("label"), fact.label),
            cell.format(self._styles.of("fact"), self._speak(fact.speech), words),
        )

    def _element(self, name: str, classes: str, words: str | Markup, speech: Speech | None = None) -> Markup:
        """Give an element in the style of its first class; the second is what a dark screen knows it by."""
        first, _, shade = classes.partition(" ")
        element = Markup('<{0} class="{1}"{2} style="{3}">{4}</{0}>\n')
        return element.format(name, shade, self._speak(speech), self._styles.of(first), words)

    def _speak(self, speech: Speech | None) -> Markup:
        """Give language and direction, where they are not the letter's own."""
        own = self._page.own
        if speech is None or speech == own:
            return Markup()
        direction = Markup(' dir="{}"').format(speech.direction) if speech.direction != own.direction else Markup()
        return Markup(' lang="{}"').format(speech.language) + direction

    def _write_blocks(self, blocks: Blocks, style: str, speech: Speech) -> Markup:
        written = Markup().join(self._write_block(block, style) for block in blocks)
        spoken = self._speak(speech)
        return Markup("<div{}>\n{}</div>\n").format(spoken, written) if spoken and written else written

    def _write_block(self, block: Block, style: str) -> Markup:
        match block:
            case Paragraph():
                return self._element("p", f"{style} ink", self._write_inlines(block.inlines))
            case ItemList():
                return self._write_list(block, style)
            case Table():
                return self._write_table(block)

    def _write_list(self, block: ItemList, style: str) -> Markup:
        items = Markup().join(self._element("li", "entry ink", self._write_item(item, style)) for item in block.items)
        name = "ol" if block.ordered else "ul"
        start = Markup(' start="{}"').format(block.start) if block.ordered and block.start != 1 else Markup()
        element = Markup('<{0} class="ink"{1} style="{2}">\n{3}</{0}>\n')
        return element.format(name, start, self._styles.of(style) + self._styles.inset, items)

    def _write_item(self, item: Blocks, style: str) -> Markup:
        """Write an entry of a list; its first paragraph needs no element of its own."""
        if item and isinstance(item[0], Paragraph):
            return self._write_inlines(item[0].inlines) + self._write_rest(item[1:], style)
        return self._write_rest(item, style)

    def _write_rest(self, blocks: Blocks, style: str) -> Markup:
        return Markup().join(self._write_block(block, style) for block in blocks)

    def _write_table(self, block: Table) -> Markup:
        head = self._write_cells(
            block.header,
            block,
            Markup('<th scope="col" class="accent" align="{}" valign="top" style="{}">{}</th>'),
            "column",
        )
        body = Markup().join(
            Markup("<tr>{}</tr>\n").format(
                self._write_cells(
                    row, block, Markup('<td class="ink" align="{}" valign="top" style="{}">{}</td>'), "table_cell"
                )
            )
            for row in block.rows
        )
        table = Markup(
            '<table width="100%" cellpadding="0" cellspacing="0" border="0" style="{}">\n<tr>{}</tr>\n{}</table>\n'
        )
        return table.format(self._styles.of("table"), head, body)

    def _write_cells(self, cells: tuple[Inlines, ...], block: Table, element: Markup, style: str) -> Markup:
        written = Markup()
        for place, inlines in enumerate(cells):
            stated = block.alignments[place] if place < len(block.alignments) else "left"
            alignment = stated if stated in ("right", "center") else self._styles.side
            written += element.format(alignment, self._styles.of(style), self._write_inlines(inlines))
        return written

    def _write_inlines(self, inlines: Inlines) -> Markup:
        return Markup().join(self._write_inline(inline) for inline in inlines)

    def _write_inline(self, inline: Inline) -> Markup:
        match inline:
            case Run():
                return self._write_run(inline)
            case Cited():
                return Markup('<span class="quiet" style="{}">\u202f{}</span>').format(
                    self._styles.of("cited"), inline.text
                )
            case LineBreak():
                return Markup("<br />")
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
