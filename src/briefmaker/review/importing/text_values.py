"""What stands under a heading as the values that fields hold: texts, lines, dates and times, names and addresses."""

import datetime
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cache

from babel import Locale
from babel.dates import get_month_names

from briefmaker.model.rich_text import Inlines, LineBreak, Run
from briefmaker.review.importing.blocks import Block, GridBlock, TextBlock, plain, words_of_all
from briefmaker.review.importing.draft import Rich
from briefmaker.review.importing.rich_blocks import build_rich, join_cell, join_paragraphs, tidy
from briefmaker.review.markdown import write_rich, write_short
from briefmaker.view.labels import languages_with_labels

_SEPARATORS = re.compile(r"\s*(?:;|\n|\t)\s*")
_MAIL = re.compile(r"[\w.+-]+@[\w-]+\.[\w.-]*\w")
_PHONE = re.compile(r"(?:(?:tel|phone|t|téléphone|tél)\.?\s*:?\s*)?(\+?\(?[0-9][0-9 ()./-]{6,}[0-9])", re.IGNORECASE)
_ISO = re.compile(r"\b([0-9]{4})-([0-9]{2})-([0-9]{2})\b")
_NUMERIC = re.compile(r"\b([0-9]{1,2})[./]([0-9]{1,2})[./]([0-9]{4})\b")
_DAY_FIRST = re.compile(
    r"\b([0-9]{1,2})(?:st|nd|rd|th|er|\.|º)?\s+(?:de\s+|of\s+)?([^\W\d_]{3,})\.?,?\s+(?:de\s+)?([0-9]{4})\b"
)
_MONTH_FIRST = re.compile(r"\b([^\W\d_]{3,})\.?\s+([0-9]{1,2})(?:st|nd|rd|th)?,?\s+([0-9]{4})\b")
_CLOCK = re.compile(
    r"\b([01]?[0-9]|2[0-3])(?:[:.hH]([0-5][0-9])|\s*(?=[ap]\.?m\b)|[hH](?![\w]))\s*([ap])?\.?(?:m\b\.?)?(?:\s*(?:hrs|hours|Uhr))?",
    re.IGNORECASE,
)
_NOON = 12


def write_text(blocks: Iterable[Block]) -> Rich:
    """Give blocks as Markdown of any number of paragraphs."""
    return Rich(write_rich(build_rich(blocks)))


def write_line(blocks: Iterable[Block]) -> str:
    """Give blocks as one line of Markdown."""
    return write_short(join_cell(blocks))


def write_lines(blocks: Iterable[Block]) -> list[str]:
    """Give a line for each paragraph and each row of a table; those that say nothing are left out."""
    found = (_write_block_lines(block) for block in blocks)
    return [line for lines in found for line in lines if line]


def _write_block_lines(block: Block) -> list[str]:
    if isinstance(block, TextBlock):
        return [write_short(tidy(line)) for line in _split_breaks(block.inlines)]
    cells = ([join_cell(cell) for cell in row] for row in block.rows)
    return [write_short(_join_cells(row)) for row in cells]


def _split_breaks(inlines: Inlines) -> list[Inlines]:
    """Give the lines of a paragraph that breaks them itself."""
    lines: list[Inlines] = [()]
    for each in inlines:
        if isinstance(each, LineBreak):
            lines.append(())
        else:
            lines[-1] = (*lines[-1], each)
    return lines


def _join_cells(cells: list[Inlines]) -> Inlines:
    said = [each for each in cells if each]
    return join_paragraphs((*each, Run(" –")) if index + 1 < len(said) else each for index, each in enumerate(said))


def has_list(blocks: Iterable[Block]) -> bool:
    """Tell whether there is an item of a list among blocks."""
    return any(isinstance(each, TextBlock) and each.is_in_list for each in blocks)


def split_names(blocks: Iterable[Block]) -> list[str]:
    """Give whom a line such as ``The Minister; the Permanent Secretary`` names, and whom each further paragraph does."""
    names = []
    for block in blocks:
        text = words_of_all((block,)) if isinstance(block, GridBlock) else "\n".join(_lines_of(block))
        names += [each for each in _SEPARATORS.split(text) if each]
    return [write_short((Run(each),)) for each in names]


def _lines_of(block: TextBlock) -> Iterator[str]:
    line: list[object] = []
    for each in block.inlines:
        if isinstance(each, Run):
            line.append(each.text)
        else:
            yield " ".join("".join(map(str, line)).split())
            line = []
    yield " ".join("".join(map(str, line)).replace("\t", ";").split())


@cache
def _months() -> dict[str, int]:
    """Give the months by their names, long and short, in the languages that have labels."""
    found: dict[str, int] = {}
    for language in languages_with_labels():
        for width in ("wide", "abbreviated"):
            for context in ("format", "stand-alone"):
                for number, name in get_month_names(width, context, Locale.parse(language)).items():
                    found.setdefault(name.casefold().rstrip("."), number)
    return found


@dataclass(frozen=True, slots=True)
class FoundDate:
    """A day that words name, where they do so, and whether they can mean but one."""

    day: datetime.date
    start: int
    end: int
    is_plain: bool = True


def find_date(text: str, language: str = "") -> FoundDate | None:
    """Give the first day that a text names: ``2026-03-02``, ``2 March 2026``, ``March 2, 2026``, ``02/03/2026``."""
    found = sorted(_iterate_dates(text, language), key=lambda each: (each.start, -each.end))
    return found[0] if found else None


def _iterate_dates(text: str, language: str) -> Iterator[FoundDate]:
    for match in _ISO.finditer(text):
        yield from _make_date(match, (match[1], match[2], match[3]))
    for match in _DAY_FIRST.finditer(text):
        yield from _make_date(match, (match[3], match[2], match[1]))
    for match in _MONTH_FIRST.finditer(text):
        yield from _make_date(match, (match[3], match[1], match[2]))
    for match in _NUMERIC.finditer(text):
        first, second = int(match[1]), int(match[2])
        is_month_first = second > _NOON or (first <= _NOON and language.upper().endswith("-US"))
        month, day = (first, second) if is_month_first else (second, first)
        is_plain = max(first, second) > _NOON or first == second
        yield from (replace(each, is_plain=is_plain) for each in _make_date(match, (match[3], str(month), str(day))))


def _make_date(match: re.Match[str], parts: tuple[str, str, str]) -> Iterator[FoundDate]:
    year, month, day = parts
    number = int(month) if month.isdigit() else _months().get(month.casefold().rstrip("."))
    if number is None:
        return
    try:
        yield FoundDate(datetime.date(int(year), number, int(day)), match.start(), match.end())
    except ValueError:
        return


def find_times(text: str) -> list[str]:
    """Give the times of day that a text names, as ``15:00``; of ``3-4 pm`` the second only."""
    times = []
    for match in _CLOCK.finditer(text):
        hour, half = int(match[1]), (match[3] or "").lower()
        if half and hour <= _NOON:
            hour = hour % _NOON + (_NOON if half == "p" else 0)
        times.append(f"{hour:02}:{match[2] or '00'}")
    return times


def read_contact(text: str) -> dict[str, str]:
    """Give the name, unit, mail address and telephone number that a line such as ``A. Drafter, Policy Unit`` names."""
    contact: dict[str, str] = {}
    rest = text
    for key, pattern in (("email", _MAIL), ("phone", _PHONE)):
        if found := pattern.search(rest):
            contact[key] = found[found.lastindex or 0]
            rest = rest[: found.start()] + " " + rest[found.end() :]
    pieces = [each.strip(" ,;()–-|:\t") for each in re.split(r"[,;\n|(]| [–-] ", rest)]
    pieces = [each for each in pieces if any(letter.isalnum() for letter in each)]
    if not pieces:
        return {}
    unit = {"unit": write_short((Run(", ".join(pieces[1:])),))} if len(pieces) > 1 else {}
    return {"name": write_short((Run(pieces[0]),)), **unit, **contact}


def words_under(blocks: Iterable[Block]) -> str:
    """Give the words under a heading on one line."""
    return " ".join(words_of_all(tuple(blocks)).split())


def first_line(inlines: Inlines) -> str:
    """Give a paragraph as one line of Markdown."""
    return write_short(tidy(inlines)) if plain(inlines) else ""
