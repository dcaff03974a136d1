"""Writes a letter as HTML that mail programs show alike: tables for columns, every style where it holds, nothing from outside.

Outlook lays a message out as Word does and knows neither ``max-width`` nor ``text-align:start``; Gmail drops a sheet that it
does not know; both keep what stands in ``style``. The one sheet is for dark screens, and a program that drops it still shows
dark on light. All is well-formed, so that a program may read it strictly.
"""

from collections.abc import Iterable

from markupsafe import Markup

from briefmaker.model.rich_text import Blocks
from briefmaker.writing.letters.letter_styles import DARK_SHEET, LetterStyles
from briefmaker.writing.letters.page import LetterFact, LetterPage, LetterPart, Speech
from briefmaker.writing.letters.write_blocks import BlockWriter

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
_FACTS = Markup(
    '<table class="facts" width="100%" cellpadding="0" cellspacing="0" border="0" style="{}">\n{}</table>\n'
)


def write_html(page: LetterPage) -> str:
    """Give a letter as a whole HTML page."""
    return str(_LetterWriter(page).write())


class _LetterWriter:
    """Writes one letter in the colours of its house."""

    def __init__(self, page: LetterPage) -> None:
        self._page = page
        self._styles = LetterStyles(page.colours, page.own.direction)
        self._own = BlockWriter(self._styles)

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
        yield self._write_line("p", "marking ink", page.marking)
        yield self._write_line("p", "notice caution", page.notice)
        yield self._write_line("p", "kind accent", page.kind, page.document)
        yield self._write_line("h1", "title ink", self._own.write_lines(page.title), page.document)
        yield self._write_line("p", "details quiet", page.details)
        yield self._write_blocks(page.opening, "opening", page.own)
        yield from (self._write_part(part) for part in page.first)
        yield self._write_facts()
        yield from (self._write_part(part) for part in page.parts)
        yield self._write_line("p", "foot ink", page.marking)

    def _write_line(self, name: str, classes: str, words: str | Markup, speech: Speech | None = None) -> Markup:
        """Give one line, or nothing where nothing is said."""
        return self._own.write_element(name, classes, words, self._speak(speech)) if words else Markup()

    def _write_part(self, part: LetterPart) -> Markup:
        heading = self._own.write_element("h2", "heading accent", part.heading)
        return heading + self._write_blocks(part.blocks, "main" if part.is_main else "text", part.speech)

    def _write_blocks(self, blocks: Blocks, style: str, speech: Speech) -> Markup:
        """Give text; what is in another language than the letter says so, and begins at its own side."""
        spoken = self._speak(speech)
        if not spoken or not blocks:
            return self._own.write_blocks(blocks, style)
        styles = LetterStyles(self._page.colours, speech.direction)
        around = Markup('<div{} style="text-align:{};">\n{}</div>\n')
        return around.format(spoken, styles.side, BlockWriter(styles).write_blocks(blocks, style))

    def _speak(self, speech: Speech | None) -> Markup:
        """Give language and direction, where they are not the letter's own."""
        own = self._page.own
        if speech is None or speech == own:
            return Markup()
        direction = Markup(' dir="{}"').format(speech.direction) if speech.direction != own.direction else Markup()
        return Markup(' lang="{}"').format(speech.language) + direction

    def _write_facts(self) -> Markup:
        if not self._page.facts:
            return Markup()
        rows = Markup().join(self._write_fact(fact) for fact in self._page.facts)
        return _FACTS.format(self._styles.of("facts"), rows)

    def _write_fact(self, fact: LetterFact) -> Markup:
        head = Markup('<th scope="row" class="accent" style="{}">{}</th>')
        cell = Markup('<td class="ink" style="{}"{}>{}</td>')
        return Markup("<tr>\n{}\n{}\n</tr>\n").format(
            head.format(self._styles.of("label"), fact.label),
            cell.format(self._styles.of("fact"), self._speak(fact.speech), self._own.write_lines(fact.blocks)),
        )
