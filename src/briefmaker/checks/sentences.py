"""Where the sentences and the words of a text begin and end."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from briefmaker.checks.plain_text import TextBlock

_WORD = re.compile(r"[^\W_]+(?:[’'.\-‑&/][^\W_]+)*")
_END = re.compile(r"[.!?…。؟۔][\"'”’»)\]]*\s+(?=[\"'“‘«(\[¿¡]*[^\W_a-zß-öø-ÿ])|[。！？]")
_BEFORE_ABBREVIATION = r"(?:^|[\s(«“‘\"'])"
_ABBREVIATION = re.compile(
    rf"{_BEFORE_ABBREVIATION}(?:[A-Za-z]|(?:[A-Za-z]\.)+[A-Za-z]|Mr|Mrs|Ms|Dr|Prof|St|Gen|Col|Lt|Sgt|Amb|Rep|Sen"
    rf"|Gov|Hon|vs|cf|ca"
    r"|approx|MM|Mme|Mlle|env)\.$",
    re.IGNORECASE,
)
_BEFORE_NUMBER = re.compile(
    rf"{_BEFORE_ABBREVIATION}(?:Nos?|Arts?|paras?|pp?|vol|fig|ch|sec|i\.e|e\.g|cf|ca|approx|vs|env)\.$", re.IGNORECASE
)
"""Abbreviations that stand before a number: ``No. 5``, where ``No. He left.`` ends a sentence."""
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
    pattern = _BEFORE_NUMBER if words[following : following + 1].isdigit() else _ABBREVIATION
    return pattern.search(before) is not None


def find_words(words: str, start: int, end: int) -> Iterator[Stretch]:
    """Give the words between two offsets; what a hyphen, an apostrophe or a point joins is one word: 3.5, don't."""
    return (Stretch(*found.span()) for found in _WORD.finditer(words, start, end))


def _trim(words: str, start: int, end: int) -> Stretch:
    sentence = words[start:end]
    return Stretch(start + len(sentence) - len(sentence.lstrip()), start + len(sentence.rstrip()))
