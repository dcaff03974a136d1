"""Makes the texts of a view: read from Markdown, cited, kept from breaking in the wrong place, and told where from."""

import re
from functools import cache

from babel import Locale

from briefmaker.model import Line, TextKind
from briefmaker.model.fields import field_of, is_shown
from briefmaker.model.rich_text import Block, Blocks, Inlines, ItemList, Paragraph, Run, Table
from briefmaker.reading.markdown import parse_markdown
from briefmaker.view.citations import Citations
from briefmaker.view.marking import MarkingScheme
from briefmaker.view.shape import Text, Texts

NO_BREAK = "\u00a0"
_UNITS = (
    r"%|‰|°C|km|kg|GW|MW|TWh|Mt|min|million|billion|trillion|dollars|euros|millones|millions|milliards|mil|"
    r"USD|EUR|GBP|€|£|\$"
)


class TextMaker:
    """Makes every text of one view; a field that the template does not show gives None."""

    def __init__(self, locale: Locale, citations: Citations, scheme: MarkingScheme, shows: tuple[str, ...]) -> None:
        self._locale = locale
        self._citations = citations
        self._scheme = scheme
        self._shows = shows

    def is_shown(self, path: str) -> bool:
        """Tell whether the template shows the field at this path."""
        return is_shown(field_of(path), self._shows)

    def words(self, path: str, value: str | None) -> Text | None:
        """Give a text of plain words, exactly as they are."""
        if value is None or not self.is_shown(path):
            return None
        return Text(path, (Paragraph((Run(value),)),))

    def short(self, path: str, value: str | None, marking: str | None = None) -> Text | None:
        """Give a text of one line, with its portion mark if it has a marking of its own."""
        return self._make(path, value, TextKind.SHORT, marking)

    def require_short(self, path: str, value: str | None, marking: str | None = None) -> Text:
        """Give a text of one line for a field without which its part has no sense; an empty one where it is not shown."""
        return self.short(path, value, marking) or Text(path, ())

    def rich(self, path: str, value: str | None, marking: str | None = None) -> Text | None:
        """Give a text of paragraphs, lists and tables."""
        return self._make(path, value, TextKind.RICH, marking)

    def lines(self, path: str, lines: tuple[Line, ...]) -> Texts:
        """Give the texts of a list, one for each entry."""
        made = (self.short(f"{path}[{index}]", line.text, line.marking) for index, line in enumerate(lines))
        return tuple(text for text in made if text is not None)

    def portion(self, marking: str | None) -> str:
        """Give the mark that stands beside a portion, such as ``(NR)``; empty for an unmarked one."""
        return f"({self._scheme.portions[marking]})" if marking in self._scheme.portions else ""

    def _make(self, path: str, value: str | None, kind: TextKind, marking: str | None) -> Text | None:
        if value is None or not value.strip() or not self.is_shown(path):
            return None
        blocks = keep_together(self._citations.resolve(parse_markdown(value, kind)), self._locale)
        return Text(path, blocks, self.portion(marking))


def keep_together(blocks: Blocks, locale: Locale) -> Blocks:
    """Give the same text with unbreakable blanks between a number and its unit or month, and after ``Article``."""
    pattern = _loose_blanks(locale)
    return tuple(_keep_block(block, pattern) for block in blocks)


@cache
def _loose_blanks(locale: Locale) -> re.Pattern[str]:
    months = {name for width in ("wide", "abbreviated") for name in locale.months["format"][width].values()}
    named = "|".join(re.escape(month) for month in sorted(months, key=len, reverse=True))
    after_number = rf"(?<=[0-9]) (?=(?:{_UNITS}|{named})(?![\w]))"
    before_number = r"(?:(?<=\b[Aa]rticle)|(?<=\b[Aa]rtículo)|(?<=\bNo\.)|(?<=\bArt\.)|(?<=\bp\.)|(?<=[€£$])) (?=[0-9])"
    return re.compile(f"{after_number}|{before_number}")


def _keep_block(block: Block, pattern: re.Pattern[str]) -> Block:
    match block:
        case Paragraph():
            return Paragraph(_keep_inlines(block.inlines, pattern))
        case ItemList():
            items = tuple(tuple(_keep_block(each, pattern) for each in item) for item in block.items)
            return ItemList(items, block.ordered, block.start)
        case Table():
            header = tuple(_keep_inlines(cell, pattern) for cell in block.header)
            rows = tuple(tuple(_keep_inlines(cell, pattern) for cell in row) for row in block.rows)
            return Table(header, rows, block.alignments)


def _keep_inlines(inlines: Inlines, pattern: re.Pattern[str]) -> Inlines:
    return tuple(
        Run(pattern.sub(NO_BREAK, inline.text), inline.strong, inline.emphasis, inline.link)
        if isinstance(inline, Run)
        else inline
        for inline in inlines
    )
