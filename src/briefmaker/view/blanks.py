"""Blanks at which no line may break: between a number and its unit, a day and its month, a word and its French colon."""

import re
from dataclasses import replace
from functools import cache

from babel import Locale

from briefmaker.model.rich_text import (
    Block,
    Blocks,
    Cited,
    Inline,
    Inlines,
    ItemList,
    Paragraph,
    Run,
    Table,
)

NO_BREAK = "\u00a0"
_UNITS = (
    r"%|‰|°C|km|kg|GW|MW|TWh|Mt|min|million|billion|trillion|dollars|euros|millones|millions|milliards|mil|"
    r"Mio\.|Mrd\.|Millionen|Milliarden|Prozent|miljoen|miljard|milioni|miliardi|mln|mld|tys\.|milyon|milyar|"
    r"млн|млрд|тис\.|хв|г\.|مليون|مليار|في المائة|מיליון|מיליארד|אחוזים|USD|EUR|GBP|€|£|\$"
)
_BEFORE_NUMBERS = (
    r"\b[Aa]rticle",
    r"\b[Aa]rtículo",
    r"\b[Aa]rtikel",
    r"\b[Aa]rticolo",
    r"\bAbs\.",
    r"\bS\.",
    r"\bNr\.",
    r"\b[Nn]r",
    r"\bNo\.",
    r"\b[Aa]rt\.",
    r"\bp\.",
    r"\bpp\.",
    r"\bстор\.",
    "№",
    "[€£$]",
)
# Words of one letter that belong to the next, by language: in Polish and Ukrainian none ends a line.
_LEANING_WORDS = {"pl": "AaIiOoUuWwZz", "uk": "АаВвЗзІіЙйОоУуЄє"}
_FRENCH_MARKS = r"(?=[:;?!»])|(?<=« )"


def keep_together(blocks: Blocks, locale: Locale) -> Blocks:
    """Give the same text with unbreakable blanks where a line must not end; its words stay as they are."""
    pattern = _loose_blanks(locale)
    return tuple(_keep_block(block, pattern) for block in blocks)


@cache
def _loose_blanks(locale: Locale) -> re.Pattern[str]:
    """Give what finds those blanks; it begins with the blank, so that a long text is searched quickly."""
    months = {name for width in ("wide", "abbreviated") for name in locale.months["format"][width].values()}
    any_month = "|".join(re.escape(month) for month in sorted(months, key=len, reverse=True))
    after_number = rf"(?:(?<=[0-9] )|(?<=[0-9]\. ))(?=(?:{_UNITS}|(?:de )?(?:{any_month}))(?!\w))"
    after_de = rf"(?<=[0-9] de )(?=(?:{any_month})(?!\w))"
    before_number = "|".join(rf"(?<={word} )" for word in _BEFORE_NUMBERS)
    before_day = "|".join(rf"(?<=\b{re.escape(month)} )" for month in sorted(months))
    own = _own_blanks(locale.language)
    return re.compile(
        f" (?:{after_number}|{after_de}|(?:{before_number})(?=[0-9])|(?:{before_day})(?=[0-9]{{1,2}}(?!\\w)){own})"
    )


def _own_blanks(language: str) -> str:
    """Give what else a language keeps together: French its tall marks, Polish and Ukrainian words of one letter."""
    if language == "fr":
        return f"|{_FRENCH_MARKS}"
    leaning = _LEANING_WORDS.get(language)
    return rf"|(?<=\b[{leaning}] )(?=\w)" if leaning else ""


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
    return tuple(_keep_inline(inline, pattern) for inline in inlines)


def _keep_inline(inline: Inline, pattern: re.Pattern[str]) -> Inline:
    match inline:
        case Run():
            return Run(pattern.sub(NO_BREAK, inline.text), inline.strong, inline.emphasis, inline.link)
        case Cited():
            sources = tuple(replace(each, place=pattern.sub(NO_BREAK, each.place)) for each in inline.sources)
            return replace(inline, sources=sources, text=pattern.sub(NO_BREAK, inline.text))
        case _:
            return inline
