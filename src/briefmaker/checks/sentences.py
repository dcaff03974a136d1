"""Where the sentences and the words of a text begin and end."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from briefmaker.checks.plain_text import TextBlock

_WORD = re.compile(r"[^\W_]+(?:(?:[’'.\-‑&/]|(?<=[0-9]),(?=[0-9]))[^\W_]+)*")
_NUMBER_BEGINS = re.compile(r"[0-9]{1,3}")
_NUMBER_GOES_ON = re.compile(r"[0-9]{3}(?:[.,][0-9]+)?")
_BLANKS_WITHIN_NUMBERS = (" ", "\u00a0", "\u202f")
_END = re.compile(r"[.!?…。؟۔][\"'”’»)\]]*\s+(?=[\"'“‘«(\[¿¡]*[^\W_a-zß-öø-ÿ])|[。！？]")
_BEFORE_ABBREVIATION = r"(?:^|[\s(«“‘\"'])"
_TITLE = re.compile(
    rf"{_BEFORE_ABBREVIATION}(?:Mr|Mrs|Ms|Dr|Prof|St|Gen|Col|Lt|Sgt|Maj|Capt|Adm|Brig|Rev|Amb|Rep|Sen|Gov|Hon|vs|cf|ca|approx"
    r"|M|MM|Mme|Mlle|Mgr|env)\.$",
    re.IGNORECASE,
)
"""What goes before a name; a sentence never ends with it."""
_ABBREVIATION = re.compile(
    rf"{_BEFORE_ABBREVIATION}(?:[A-Za-z]|(?:[A-Za-z]\.)+[A-Za-z]|Inc|Ltd|Co|Corp)\.$",
    re.IGNORECASE,
)
"""What may end a sentence, and does where the next word is one that sentences begin with: ``in the U.S. The fleet``."""
_USUAL_BEGINNING = re.compile(
    r"[\"'“‘«(\[\s]*(?:The|Th(?:is|at|ese|ose|ere)|It|Its|He|She|They|We|You|In|On|At|But|And|If|His|Her|Their|Our|As|For|From|Both"
    r"|All|No|Not|To|With|However|A|An|Le|La|Les|Il|Elle|Ils|Elles|Ce|Cette|Ces|Nous|Vous|Un|Une|Des|En|Au|Aux|Mais|Et|Pour|Dans"
    r"|Selon|[LDC]’(?=\w))(?![\w.])"
)
_BEFORE_NUMBER = re.compile(
    rf"{_BEFORE_ABBREVIATION}(?:Nos?|Arts?|paras?|pp?|vols?|figs?|chap|ch|sec|al|ca|i\.e|e\.g|approx|env|cf|vs|Jan|Feb|Mar|Apr|Jun|Jul|Aug"
    r"|Sept?|Oct|Nov|Dec|janv|févr|avr|juil|déc)\.$",
    re.IGNORECASE,
)
"""Abbreviations that a number follows: ``No. 5``, where ``No. He left.`` ends a sentence."""
_LONGEST_ABBREVIATION = 12


@dataclass(frozen=True, slots=True)
class Stretch:
    """A stretch of a plain text, from its first character to just past its last."""

    start: int
    end: int


def find_sentences(words: str, blocks: tuple[TextBlock, ...]) -> Iterator[Stretch]:
    """Give the sentences of a text, each within one block; a full stop after an initial or a usual abbreviation ends none."""
    for block in blocks:
        start = block.start
        for found in _END.finditer(words, block.start, block.end):
            if _is_abbreviation(words, found.start(), found.end()):
                continue
            yield _trim(words, start, found.end())
            start = found.end()
        if start < block.end:
            yield _trim(words, start, block.end)


def _is_abbreviation(words: str, stop: int, following: int) -> bool:
    """Tell whether the full stop at ``stop`` belongs to an abbreviation; a quotation that ends with it is a sentence."""
    if not words.startswith(". ", stop):
        return False
    before = words[max(0, stop - _LONGEST_ABBREVIATION) : stop + 1]
    if words[following : following + 1].isdigit():
        return _BEFORE_NUMBER.search(before) is not None
    if _TITLE.search(before):
        return True
    return _ABBREVIATION.search(before) is not None and not _USUAL_BEGINNING.match(words, following)


def find_words(words: str, start: int, end: int) -> Iterator[Stretch]:
    """Give the words between two offsets; what a hyphen, an apostrophe or a point joins is one word: 3.5, 1,590, don't."""
    return (Stretch(*found.span()) for found in _WORD.finditer(words, start, end))


def iterate_words(words: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Give the same words as ``find_words`` as bare offsets, for where there are many."""
    return (found.span() for found in _WORD.finditer(words, start, end))


def count_words(words: str, stretches: Sequence[Stretch]) -> int:
    """Count words as a person does who reads them: of ``1 590 000``, which is three as they stand, one."""
    parts = sum(
        words[one.end : other.start] in _BLANKS_WITHIN_NUMBERS
        and _NUMBER_BEGINS.fullmatch(words, one.start, one.end) is not None
        and _NUMBER_GOES_ON.fullmatch(words, other.start, other.end) is not None
        for one, other in pairwise(stretches)
    )
    return len(stretches) - parts


def _trim(words: str, start: int, end: int) -> Stretch:
    sentence = words[start:end]
    return Stretch(start + len(sentence) - len(sentence.lstrip()), start + len(sentence.rstrip()))
