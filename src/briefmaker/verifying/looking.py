"""Looks for words in a document, and says what stands there instead."""

import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator
from difflib import SequenceMatcher

from briefmaker.verifying.check import Deviation, Subject, view_of
from briefmaker.verifying.expected import Passage, iterate_passages
from briefmaker.verifying.outline import Block
from briefmaker.verifying.squeezing import count_words, is_right_to_left, shorten, squeeze

_ALIKE = 0.5
_LONGEST_COMPARED = 400  # characters: enough to tell which block was meant
MOST_COMPARED = 20
"""Of so many lost passages it is looked for what stands in their place: all of another document would take minutes."""

NOTHING = "nothing like it"


def find_missing(subject: Subject, area: str, extra: Iterable[Passage] = ()) -> Iterator[Deviation]:
    """Give the passages of one area that the document has not, or less often than the brief; ``extra`` has to be there once."""
    lost = [each for each in iterate_passages(view_of(subject), area) if squeeze(each.words) in subject.lost]
    lost += [each for each in extra if squeeze(each.words) and subject.flow.count(each.words) == 0]
    for number, passage in enumerate(lost):
        blocks = subject.document.outline.blocks if number < MOST_COMPARED else ()
        yield tell_missing(passage.words, blocks, passage.path)


def tell_missing(words: str, blocks: Iterable[Block], path: str = "") -> Deviation:
    """Give the deviation that words are missing, with what is most like them and where."""
    nearest = find_nearest(words, blocks)
    of_field = f"{path}: " if path else ""
    if nearest is None:
        return Deviation(f"{of_field}{shorten(words)}", NOTHING)
    return Deviation(f"{of_field}{shorten(words)}", shorten(nearest.text), nearest.where)


def find_nearest(words: str, blocks: Iterable[Block]) -> Block | None:
    """Give the block that is most like some words, or None when none is."""
    matcher = SequenceMatcher(autojunk=False)
    matcher.set_seq2(squeeze(words)[:_LONGEST_COMPARED])
    best, found = _ALIKE, None
    for block in blocks:
        matcher.set_seq1(squeeze(block.text)[:_LONGEST_COMPARED])
        if matcher.real_quick_ratio() > best and matcher.quick_ratio() > best and (ratio := matcher.ratio()) > best:
            best, found = ratio, block
    return found


def has_words(text: str, words: str) -> bool:
    """Tell whether a text has some words; from right to left in whatever order, as a PDF keeps them."""
    if squeeze(write_plain_digits(words)) in squeeze(write_plain_digits(text)):
        return True
    return is_right_to_left(words + text) and count_words(words) <= count_words(text)


def write_plain_digits(text: str) -> str:
    """Give a text with the digits of other scripts as 0 to 9."""
    return text if text.isascii() else "".join(_plain_digit(letter) for letter in text)


def _plain_digit(letter: str) -> str:
    return str(unicodedata.digit(letter)) if letter.isdecimal() else letter


def count_missing(wanted: Counter[str], found: Counter[str]) -> Iterator[tuple[str, int, int]]:
    """Give what is there less often than it must be, with both numbers."""
    return ((each, number, found[each]) for each, number in wanted.items() if found[each] < number)
