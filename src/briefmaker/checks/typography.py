"""Finds signs that a typewriter would have set, each with the sign that belongs there in the text's language."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from briefmaker.checks.late_pattern import LatePattern
from briefmaker.checks.plain_text import TextBlock
from briefmaker.checks.sentences import Stretch

NO_BREAK = "\u00a0"
_DASH = "–"
_ANY_SIGN = LatePattern(r"[\"']|-(?:[-0-9]|(?<= -) )", re.NOFLAG)
_ANY_FRENCH_SIGN = LatePattern(r"[%;:?!»](?<=\S.)|«\S", re.NOFLAG)
_ADDRESS = re.compile(r"(?:https?://|www\.)\S+|[\w.+-]+@[\w.-]+")
_BEFORE_OPENING = " \u00a0\u202f\n([{«“‘„—–/\"'-"
_CUT_OFF = LatePattern(r"’?[0-9]0s|(?:til|em|tis|twas|n)\b")
_CLOSING = LatePattern(r"'(?<=[^\s(\[]')(?!\w)", re.NOFLAG)
_PAIR = LatePattern(
    r"(?<=\S[^\S\n])(-{1,3})(?=[^\S\n]\S)|(?:(?<=[\w)”’])|(?<=[\w.,;!?…%)\]][\"']))-{2,3}(?=[\w(“‘\"'])", re.NOFLAG
)
_RANGE = LatePattern(
    r"(?<![\w/.,:+\-–])([0-9]{1,2}:[0-9]{2}|[0-9]{1,4}(?:[.,][0-9]+)?)[^\S\n]?(-)[^\S\n]?"
    r"([0-9]{1,2}:[0-9]{2}|[0-9]{1,4}(?:[.,][0-9]+)?)(?![\w/:\-–]|[.,][0-9]|[^\S\n]?=)",
    re.NOFLAG,
)
_NO_RANGE_AFTER = LatePattern(
    r"(?:\b(?:nos?\.?|n[°ºr]\.?|№|ref\.?|réf\.?|file|dossier|resolutions?|résolutions?|decision|décision|regulation|règlement|directive"
    r"|law|loi|case|affaire|doc\.?|document|standard|norme|room|salle|tel\.?|tél\.?|phone|boeing|airbus|score|won|lost|by|voted?)|[0-9)+])[^\S\n]$"
)
_DOTS = LatePattern(r"\.{3}(?<!\.{4})(?!\.)", re.NOFLAG)
_SHARE = LatePattern(r"%(?<=[0-9]%)", re.NOFLAG)
_TALL = LatePattern(r"(?<=[\w)\]%”»’…\"'.])(?:[;?!]+|:(?=[\s\"'»]|$)|»)", re.NOFLAG)
_OPENING_GUILLEMET = LatePattern(r"«(?=[^\s\u00a0\u202f])", re.NOFLAG)
_CENTURY = 100
_FAR = 1000
"""A quotation is no longer than so many letters."""


@dataclass(frozen=True, slots=True)
class Sign:
    """A sign that is wrong: where, what it is in words, and what belongs there."""

    stretch: Stretch
    name: str
    right: str


def find_signs(words: str, blocks: tuple[TextBlock, ...], language: str) -> Iterator[Sign]:
    """Give the wrong signs of a text in order, block by block; none within addresses. ``language`` may have a region."""
    is_french = language.startswith("fr")
    has_sign = "..." in words or _ANY_SIGN.search(words) or (is_french and _ANY_FRENCH_SIGN.search(words))
    if not has_sign:
        return
    words = _ADDRESS.sub(lambda found: "x" * len(found.group()), words)
    for block in blocks:
        found = [*_find_quotes(words, block, is_french=is_french), *_find_apostrophes(words, block)]
        found += [*_find_ranges(words, block), *_find_dashes(words, block, language), *_find_dots(words, block)]
        found += _find_french(words, block, language) if is_french else ()
        yield from sorted(found, key=lambda each: each.stretch.start)


def _find_quotes(words: str, block: TextBlock, *, is_french: bool) -> Iterator[Sign]:
    is_open = False
    position = words.find('"', block.start, block.end)
    while position >= 0:
        before, after = _beside(words, block, position)
        if is_open or not before.isdigit():  # 24" are inches or seconds
            is_open = _is_opening(before, after, is_open=is_open)
            right = _quote(words, block, position, is_opening=is_open, is_french=is_french)
            yield Sign(Stretch(position, position + 1), "straight quotation mark", right)
        position = words.find('"', position + 1, block.end)


def _is_opening(before: str, after: str, *, is_open: bool) -> bool:
    if before in _BEFORE_OPENING and after.strip():
        return before not in ("'", '"') or not is_open
    return not before.strip() and not after.strip() and not is_open


def _quote(words: str, block: TextBlock, position: int, *, is_opening: bool, is_french: bool) -> str:
    """Give the quotation mark of the language; within French guillemets, and outside French, “ and ”."""
    start = max(block.start, position - _FAR)
    within = words.rfind("«", start, position) > words.rfind("»", start, position)
    if not is_french or within:
        return "“" if is_opening else "”"
    before, after = _beside(words, block, position)
    if is_opening:
        return f"«{NO_BREAK if after.strip() else ''}"
    return f"{NO_BREAK if before.strip() else ''}»"


def _find_apostrophes(words: str, block: TextBlock) -> Iterator[Sign]:
    position = words.find("'", block.start, block.end)
    is_open = False
    while position >= 0:
        before, after = _beside(words, block, position)
        if before.isalnum() and (after.isalpha() or (after.isalnum() and not before.isdigit())):
            yield Sign(Stretch(position, position + 1), "straight apostrophe", "’")
        elif after.isalnum() and before in _BEFORE_OPENING:
            is_open = _is_closed_after(words, block, position)
            name, right = ("straight quotation mark", "‘") if is_open else ("straight apostrophe", "’")
            yield Sign(Stretch(position, position + 1), name, right)
        elif before.strip() and not after.isalnum() and (is_open or not before.isdigit()):
            name, is_open = "straight quotation mark" if is_open else "straight apostrophe", False
            yield Sign(Stretch(position, position + 1), name, "’")
        position = words.find("'", position + 1, block.end)


def _is_closed_after(words: str, block: TextBlock, position: int) -> bool:
    """Tell whether a single mark before a word opens a quotation: one that is closed, and not letters cut off as in ’90s."""
    end = min(block.end, position + _FAR)
    return not _CUT_OFF.match(words, position + 1) and _CLOSING.search(words, position + 1, end) is not None


def _beside(words: str, block: TextBlock, position: int) -> tuple[str, str]:
    """Give the letters before and after a sign, a blank at the ends of its block."""
    before = words[position - 1] if position > block.start else " "
    return before, words[position + 1] if position + 1 < block.end else " "


def _find_ranges(words: str, block: TextBlock) -> Iterator[Sign]:
    for found in _RANGE.finditer(words, block.start, block.end):
        if _is_rising(found[1], found[3]) and not _NO_RANGE_AFTER.search(
            words[max(0, found.start() - 14) : found.start()]
        ):
            yield Sign(Stretch(found.end(1), found.start(3)), "hyphen in a range of numbers", _DASH)


def _is_rising(first: str, second: str) -> bool:
    """Tell whether a number goes on to a greater one: 12 to 15, 2014 to 2024, 2021 to 27; a telephone number does not."""
    if ":" in first or ":" in second:
        return ":" in first and ":" in second
    if first.isdigit() and second.isdigit():
        if len(first) == 4 and len(second) == 2:  # noqa: PLR2004 - digits of a year
            return first[:2] in ("19", "20") and (int(first) + 1) % _CENTURY <= int(second)
        if len(second) == 4 and len(first) != 4:  # noqa: PLR2004 - digits of a year
            return False
    return (
        (first, second) != ("9", "11")
        and not re.match("0[0-9]", first)
        and float(first.replace(",", ".")) < float(second.replace(",", "."))
    )


def _find_dashes(words: str, block: TextBlock, language: str) -> Iterator[Sign]:
    """Give hyphens for dashes; between words without blanks American English has the long one."""
    for found in _PAIR.finditer(words, block.start, block.end):
        hyphens = found[1]
        if hyphens is None:
            yield Sign(Stretch(*found.span()), "pair of hyphens", "—" if language.lower() == "en-us" else f" {_DASH} ")
        elif len(hyphens) > 1:
            yield Sign(Stretch(*found.span(1)), "pair of hyphens", _DASH)
        elif not (words[found.start() - 2].isdigit() and words[found.end() + 1].isdigit()):
            yield Sign(Stretch(*found.span(1)), "hyphen as a dash", _DASH)


def _find_dots(words: str, block: TextBlock) -> Iterator[Sign]:
    for found in _DOTS.finditer(words, block.start, block.end):
        yield Sign(Stretch(*found.span()), "row of three dots", "…")


def _find_french(words: str, block: TextBlock, language: str) -> Iterator[Sign]:
    """Give signs before which French has a blank and the text has none; Canadian French has none before ; ? and !."""
    for found in _SHARE.finditer(words, block.start, block.end):
        yield Sign(Stretch(*found.span()), "missing blank before the per cent sign", f"{NO_BREAK}%")
    for found in _TALL.finditer(words, block.start, block.end):
        if found[0][0] in ":»" or language.lower() != "fr-ca":
            yield Sign(Stretch(*found.span()), f"missing blank before {found[0]}", NO_BREAK + found[0])
    for found in _OPENING_GUILLEMET.finditer(words, block.start, block.end):
        yield Sign(Stretch(*found.span()), "missing blank after «", f"«{NO_BREAK}")
