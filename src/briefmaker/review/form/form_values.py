"""What was typed into a place of a form, as the value of its field; what the field cannot hold is given back as words."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from typing import Any

from briefmaker.model.rich_text import Inline, Inlines, Run
from briefmaker.review.form.form_plan import LINES
from briefmaker.review.form.form_words import FormWords, list_placeholders
from briefmaker.review.importing.blocks import Block, Blocks, GridBlock, TextBlock, plain, words_of_all
from briefmaker.review.importing.field_words import find_confidence, find_side, find_state
from briefmaker.review.importing.text_values import find_date, find_times, write_line, write_lines, write_text

_TEXT_NAMES = (
    "bottom_line summary issue background considerations recommendation meeting.logistics agenda.issue agenda.our_position "
    "agenda.their_position agenda.background sections.text annexes.text items.text participants.perspective "
    "participants.approach participants.biography decision.options.text"
)
_TEXT_NAMES = (
    "bottom_line summary issue background considerations recommendation meeting.logistics agenda.issue agenda.our_position "
    "agenda.their_position agenda.background sections.text annexes.text items.text participants.perspective "
    "participants.approach participants.biography decision.options.text"
)
_TEXTS = frozenset(_TEXT_NAMES.split())
_WORD_NAMES = (
    "reference marking prepared_by.email contact.email contact.phone implications.likelihood items.likelihood sources.grade "
    "sources.url"
)
_WORDS = frozenset(_WORD_NAMES.split())
_DAYS = frozenset(
    [
        "date",
        "decision.by",
        "next_steps.due",
        "clearances.due",
        "sources.accessed",
        "meeting.last_met.date",
        "sources.date",
    ]
)
_MOMENTS = frozenset(("as_of", "meeting.start", "meeting.end"))
_NO = {"", "no", "non", "nein", "false", "0"}
_PARTIAL_DAY = re.compile(r"[0-9]{4}(-[0-9]{2})?")
_CLOCK = re.compile(r"[0-9]{2}:[0-9]{2}")


@dataclass
class Reading:
    """What a form said so far, beside its fields: words that no field could hold, and words that were written otherwise."""

    outside: list[Block] = field(default_factory=list)
    beside: list[str] = field(default_factory=list)
    language: str = ""

    def keep_outside(self, path: str, blocks: Iterable[Block]) -> None:
        """Keep words that a field cannot hold, under the label of their place."""
        label = FormWords(self.language).label(path)
        self.outside += [TextBlock((Run(f"{label}:", strong=True),)), *blocks]


def clean_place(blocks: Iterable[Block]) -> Blocks:
    """Give what was typed into a place: without what stood there before, and without empty paragraphs."""
    return tuple(_iterate_typed(blocks))


def _iterate_typed(blocks: Iterable[Block]) -> Iterator[Block]:
    for block in blocks:
        if isinstance(block, GridBlock):
            rows = tuple(tuple(clean_place(cell) for cell in row) for row in block.rows)
            if any(any(row) for row in rows):
                yield replace(block, rows=rows)
        else:
            inlines = cut_placeholder(block.inlines)
            if plain(inlines) or block.pictures:
                yield replace(block, inlines=inlines)


def cut_placeholder(inlines: Inlines) -> Inlines:
    """Give a paragraph without the words that stand in a place until somebody types there."""
    text = "".join(each.text if isinstance(each, Run) else "\0" for each in inlines)
    for placeholder in list_placeholders():
        start = text.find(placeholder)
        if start >= 0:
            return _cut(inlines, start, start + len(placeholder))
    return inlines


def _cut(inlines: Inlines, start: int, end: int) -> Inlines:
    kept: list[Inline] = []
    at = 0
    for each in inlines:
        length = len(each.text) if isinstance(each, Run) else 1
        if isinstance(each, Run):
            text = each.text[: max(0, start - at)] + each.text[max(0, end - at) :]
            kept += [replace(each, text=text)] if text else []
        else:
            kept.append(each)
        at += length
    return tuple(kept)


def read_value(path: str, blocks: Blocks, reading: Reading) -> Any:
    """Give the value of a field, or None where nothing was typed, or nothing that the field can hold."""
    text = " ".join(words_of_all(blocks).split())
    if not text:
        return None
    if path in _DAYS or path in _MOMENTS:
        return _read_day(path, text, blocks, reading)
    choose = _CHOICES.get(path.rpartition(".")[2])
    if choose is not None:
        return _read_choice(path, choose(text), blocks, reading)
    if path in LINES:
        return _read_lines(path, blocks)
    if path in _WORDS:
        return text
    return (write_text(blocks) if path in _TEXTS else write_line(blocks)) or None


def _read_choice(path: str, value: str | None, blocks: Blocks, reading: Reading) -> str | None:
    """Give what was chosen; words that are no choice are kept outside, words for one beside it."""
    text = " ".join(words_of_all(blocks).split())
    if value is None:
        reading.keep_outside(path, blocks)
    elif value.casefold() != text.casefold():
        reading.beside.append(text)
    return value


def _read_lines(path: str, blocks: Blocks) -> list[str]:
    return [words_of_all((each,)) for each in blocks] if path == "handling" else write_lines(blocks)


def _read_day(path: str, text: str, blocks: Blocks, reading: Reading) -> str | None:
    """Give a day, with its hour where the field has one; words beside it are kept as they were typed."""
    if path == "sources.date" and _PARTIAL_DAY.fullmatch(text):
        return text
    found = find_date(text, reading.language)
    times = find_times(text[found.end :] or text[: found.start]) if found else find_times(text)
    if found is None:
        if path == "meeting.end" and times:
            reading.beside.append(text)
            return times[0]
        reading.keep_outside(path, blocks)
        return None
    value = found.day.isoformat()
    if path in _MOMENTS and times:
        value = f"{value} {times[0]}"
    if value != text:
        reading.beside.append(text)
    return value


def is_clock(value: str) -> bool:
    """Tell whether a moment is an hour alone, which needs a day."""
    return _CLOCK.fullmatch(value) is not None


def _read_number(text: str) -> str | None:
    found = re.fullmatch(r"([0-9]{1,4})\s*\W?\s*(?:min\w*\.?)?", text)
    return found[1] if found else None


def _read_cross(text: str) -> str | None:
    return "false" if text.casefold() in _NO else "true"


def _read_clock(text: str) -> str | None:
    times = find_times(text)
    return times[0] if len(times) == 1 and len(text) <= len("10:15 a.m. ") else None


_CHOICES = {
    "minutes": _read_number,
    "confidence": find_confidence,
    "state": find_state,
    "side": find_side,
    "recommended": _read_cross,
    "at": _read_clock,
}
