"""Finds sums that no word announces: parts of a whole that is named first, rows, numbers in brackets, shares of one thing."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from briefmaker.checks.quantities import Quantity
from briefmaker.checks.stated_sums import WHOLE, StatedSum
from briefmaker.checks.sum_parts import LEAST_NUMBERS, NEAR_WEAK, NumberedSentence, are_alike, judge_all, parts_of
from briefmaker.checks.sum_words import (
    BRACKETED,
    COMPOSES,
    ELSEWHERE,
    JOINS,
    LESS,
    MOVES,
    OF_BEFORE,
    OVERLAPS,
    TELLS_ALL,
)

_LEAST_LIST = 3
_NEAR_UNDER = 0.06
"""How near three parts that are less than their whole have to come, where nothing says that they are all."""
_MOST = 125.0
"""Shares that make more than this, in per cent, overlap."""
_OPENING = 20
"""How many characters may stand before the whole that opens a sentence."""


def judge_of_whole(sentence: NumberedSentence) -> StatedSum | None:
    """Judge ``Of the 48 members, 31 voted for, 9 against and 8 abstained``: three parts, or two that are all."""
    total, *others = sentence.numbers
    opening = sentence.words[sentence.stretch.start : total.start]
    is_opening = len(opening) <= _OPENING and OF_BEFORE.search(opening) is not None
    if not is_opening and not _is_told_alike(total, others, sentence.words):
        return None
    if sentence.has(OVERLAPS) or sentence.has(LESS) or sentence.has(MOVES):
        return None
    parts = parts_of(total, others, sentence.words)
    tells_all = sentence.has(TELLS_ALL)
    if len(parts) != len(others) or len(parts) < (LEAST_NUMBERS if tells_all else _LEAST_LIST):
        return None
    wrong = judge_all(parts, total, NEAR_WEAK * 2 if tells_all else NEAR_WEAK)
    if wrong is None or tells_all or wrong.sum > total.value:
        return wrong
    return wrong if wrong.distance <= _NEAR_UNDER else None


def _is_told_alike(total: Quantity, parts: Sequence[Quantity], words: str) -> bool:
    """Tell whether numbers stand behind a comma and each before the same word: 27 members, 15 from here, 12 from there."""
    if len(parts) < _LEAST_LIST or ", " not in words[total.end : parts[0].start]:
        return False
    return are_alike(parts, words)


def judge_row(sentence: NumberedSentence) -> StatedSum | None:
    """Judge ``three ships with 40, 55 and 62 sailors brought 157 people home``: a row of numbers, and another near their sum."""
    numbers, words = sentence.numbers, sentence.words
    for first in range(len(numbers) - _LEAST_LIST):
        last = first
        while last + 1 < len(numbers) and JOINS.fullmatch(words, numbers[last].end, numbers[last + 1].start):
            last += 1
        if last - first + 1 >= _LEAST_LIST and last + 1 < len(numbers):
            total = numbers[last + 1]
            wrong = judge_all(parts_of(total, numbers[first : last + 1], words), total, NEAR_WEAK)
            return None if total.is_share or sentence.has(MOVES) else wrong
    return None


def judge_brackets(sentence: NumberedSentence) -> StatedSum | None:
    """Judge ``26 reactors: the coast (11), the river (9), the lake (6)``: numbers in brackets, and one near their sum."""
    words = sentence.words
    inner = [each for each in sentence.numbers if BRACKETED.fullmatch(words[each.start - 1 : each.end + 1])]
    others = [each for each in sentence.numbers if each not in inner]
    if len(inner) < _LEAST_LIST or len(others) != 1 or others[0].is_share:
        return None
    total = others[0]
    scaled = [
        replace(each, value=each.value * total.scale, step=each.step * total.scale, scale=total.scale)
        if each.is_bare and total.scale > 1
        else each
        for each in inner
    ]
    return judge_all(scaled, total, NEAR_WEAK * 2)


def judge_shares(sentence: NumberedSentence) -> StatedSum | None:
    """Judge ``crops take 61 % of the water, industry 24 % and households 25 %``: shares of one whole make no more than 100."""
    shares = [each for each in sentence.numbers if each.is_share]
    words = sentence.words
    if len(shares) < _LEAST_LIST or sentence.has(OVERLAPS) or sentence.has(LESS) or sentence.has(MOVES):
        return None
    starts = [COMPOSES.match(words, each.end) is not None for each in shares]
    is_one_whole = starts.count(True) == 1 and (starts[0] or starts[-1])
    is_parted = any(set(";:.") & set(words[one.end : two.start]) for one, two in pairwise(shares))
    if not is_one_whole or is_parted or any(ELSEWHERE.match(words, each.end) for each in shares):
        return None
    stated = StatedSum(tuple(shares), WHOLE, shares[-1], 0.0)
    return stated if WHOLE < stated.sum <= _MOST and not stated.fits else None
