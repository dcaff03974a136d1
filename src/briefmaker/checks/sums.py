"""Finds sums that a sentence states, parts and a total, and tells which do not come out."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from briefmaker.checks.late_pattern import LatePattern
from briefmaker.checks.number_words import read_number_words
from briefmaker.checks.quantities import Quantity, find_quantities, read_quantities
from briefmaker.checks.sentences import Stretch
from briefmaker.checks.stated_sums import WHOLE, StatedSum, choose_wrong
from briefmaker.checks.sum_words import (
    BRACKETED,
    COMPOSES,
    CUES,
    DIFFERENCE,
    ELSEWHERE,
    IS_ROUNDED,
    JOINS,
    LEADS,
    LESS,
    MOVES,
    OF_BEFORE,
    OVERLAPS,
    PREPOSITION,
    RANGE_BEFORE,
    TELLS_ALL,
    TIME,
    WEAK,
)
from briefmaker.checks.text_in_brief import TextInBrief

_NO_THINGS = frozenset({"", "and", "et", "from", "for", "by", "pour", "de", "in", "en", "to"})
"""What may stand behind a number that has its scale and unit from the next one."""
_CLOSE_BEFORE, _CLOSE_AFTER = 45, 30
_LEAST_NUMBERS, _LEAST_LIST = 2, 3
_NEAR_WEAK = 0.12
"""How near to the total parts have to come where weak words, or none, make them its parts."""
_NEAR_UNDER = 0.06
"""How near three parts that are less than their whole have to come, where nothing says that they are all."""
_MOST = 125.0
"""Shares that make more than this, in per cent, overlap."""


@dataclass(frozen=True, slots=True)
class _Sentence:
    """A sentence of a text with its numbers that count something."""

    words: str
    stretch: Stretch
    numbers: tuple[Quantity, ...]
    language: str

    def before(self, offset: int) -> list[Quantity]:
        """Give the numbers that end before an offset."""
        return [each for each in self.numbers if each.end <= offset]

    def after(self, offset: int) -> list[Quantity]:
        """Give the numbers that begin behind an offset."""
        return [each for each in self.numbers if each.start >= offset]

    def has(self, pattern: LatePattern) -> bool:
        """Tell whether the sentence has words like these."""
        return pattern.search(self.words, self.stretch.start, self.stretch.end) is not None


def find_wrong_sums(text: TextInBrief, language: str) -> Iterator[StatedSum]:
    """Give the sums of a text that do not come out, one for each total."""
    if language not in CUES:
        return
    seen: set[int] = set()
    for sentence in _iterate_sentences(text, language):
        for wrong in _find_in(sentence):
            if wrong.says.start not in seen and not (wrong.may_be_rounded and sentence.has(IS_ROUNDED)):
                seen.add(wrong.says.start)
                yield wrong


def _iterate_sentences(text: TextInBrief, language: str) -> Iterator[_Sentence]:
    """Give the sentences with two numbers, or one and a word that makes it the sum of numbers in words."""
    if not read_quantities(text.words, language) and not CUES[language].search(text.words):
        return
    for stretch in text.sentences:
        numbers = [each for each in find_quantities(text.words, language, stretch.start, stretch.end) if each.counts]
        if CUES[language].search(text.words, stretch.start, stretch.end):
            numbers += read_number_words(text.words, language, stretch.start, stretch.end)
            numbers.sort(key=lambda each: each.start)
        if len(numbers) > _LEAST_NUMBERS - 1:
            yield _Sentence(text.words, stretch, tuple(numbers), language)


def _find_in(sentence: _Sentence) -> Iterator[StatedSum]:
    for found in CUES[sentence.language].finditer(sentence.words, sentence.stretch.start, sentence.stretch.end):
        wrong = _judge(found.lastgroup or "", found.start(), found.end(), sentence)
        if wrong is not None:
            yield wrong
    for judge in (_judge_of_whole, _judge_row, _judge_brackets, _judge_shares):
        wrong = judge(sentence)
        if wrong is not None:
            yield wrong


def _judge(kind: str, start: int, end: int, sentence: _Sentence) -> StatedSum | None:
    """Give the sum at a cue where it is wrong."""
    match kind:
        case "equals":
            return _judge_equation(end, sentence)
        case "rest":
            return _judge_rest(end, sentence)
        case "total":
            return _judge_total(start, end, sentence)
        case "namely":
            return _judge_namely(start, end, sentence)
        case "makes":
            return _judge_result(start, end, sentence)
        case _:
            return _judge_whole_first(kind, start, end, sentence)


def _judge_equation(end: int, sentence: _Sentence) -> StatedSum | None:
    after, before = sentence.after(end), sentence.before(end)
    if not after or len(before) < _LEAST_NUMBERS:
        return None
    parts = [before[-1]]
    for one, following in zip(reversed(before[:-1]), reversed(before[1:]), strict=True):
        if "+" not in sentence.words[one.end : following.start]:
            break
        parts.insert(0, one)
    total = after[0]
    stated = StatedSum(tuple(_parts_of(total, parts, sentence.words)), total.value, total, total.slack)
    return stated if len(stated.parts) > 1 and not stated.fits else None


def _judge_rest(end: int, sentence: _Sentence) -> StatedSum | None:
    """Judge shares of which the last is the rest, or numbers of a whole that stands before them."""
    after = sentence.after(end)
    last = after[0] if after and after[0].start - end <= _CLOSE_AFTER else None
    if last is None or last.is_share:
        shares = [each for each in sentence.numbers if each.is_share]
        if sentence.has(MOVES) or not shares:
            return None
        return choose_wrong(_ends_of(shares, WHOLE, shares[-1]))
    before = sentence.before(end)
    behind = after[1] if len(after) > 1 and OF_BEFORE.search(sentence.words, last.end, after[1].start) else None
    total = behind or _find_whole(before, sentence.words)
    if total is None:
        return None
    others = [each for each in [*before, last] if each != total]
    parts = _parts_of(total, others, sentence.words)
    return _judge_all(parts, total, _NEAR_WEAK * 2) if len(parts) == len(others) else None


def _find_whole(numbers: Sequence[Quantity], words: str) -> Quantity | None:
    """Give the number that others are taken from: the one behind ``of``, or else the first."""
    of_it = (each for each in numbers if OF_BEFORE.search(words, max(0, each.start - 20), each.start))
    return next(of_it, numbers[0] if numbers else None)


def _judge_all(parts: Sequence[Quantity], total: Quantity, near: float) -> StatedSum | None:
    """Judge a total of which these are all parts."""
    if len(parts) < _LEAST_NUMBERS:
        return None
    stated = StatedSum(tuple(parts), total.value, total, total.slack, total.is_about)
    return stated if not stated.fits and stated.distance <= near else None


def _judge_total(start: int, end: int, sentence: _Sentence) -> StatedSum | None:
    total = _find_total(start, end, sentence)
    if total is None or (total.is_share and sentence.has(MOVES)):
        return None
    before = _parts_of(total, sentence.before(total.start), sentence.words)
    after = _parts_of(total, sentence.after(total.end), sentence.words)
    if len(before) > 1:
        return choose_wrong(_ends_of(before, total.value, total))
    is_upper_bound = bool(after and LESS.search(sentence.words, total.end, after[0].start))
    return choose_wrong(_begins_of(after, total, is_upper_bound=is_upper_bound))


def _judge_namely(start: int, end: int, sentence: _Sentence) -> StatedSum | None:
    """Judge what ``i.e.`` or ``soit`` parts: a whole from its parts behind it, or two parts and more from their total."""
    if sentence.has(MOVES):
        return None
    after = sentence.after(end)
    is_whole_first = len(after) >= _LEAST_NUMBERS and not sentence.words[after[0].end : after[1].start].strip() in ("", "%")
    if is_whole_first:
        wrong = _judge_whole_first("list", start, end, sentence)
        if wrong is not None:
            return wrong
    return _judge_result(start, end, sentence)


def _judge_result(start: int, end: int, sentence: _Sentence) -> StatedSum | None:
    """Judge the total right behind a word such as makes, by all parts before it."""
    after = sentence.after(end)
    if not after or after[0].start - end > _CLOSE_AFTER or sentence.has(MOVES):
        return None
    total = after[0]
    parts = _parts_of(total, sentence.before(start), sentence.words)
    wrong = choose_wrong(_ends_of(parts, total.value, total))
    return wrong if wrong is not None and wrong.distance <= _NEAR_WEAK else None


def _judge_whole_first(kind: str, start: int, end: int, sentence: _Sentence) -> StatedSum | None:
    """Judge a total that stands before the cue, and its parts behind it."""
    before, behind = sentence.before(start), sentence.after(end)
    if not before or not behind:
        return None
    parts_of_last = _parts_of(before[-1], behind, sentence.words)
    total = before[-1]
    if start - total.end > _CLOSE_BEFORE or RANGE_BEFORE.search(sentence.words, max(0, total.start - 24), total.start):
        return None
    if kind == "list" and LESS.search(sentence.words, total.end, behind[0].start):
        return None
    wrong = choose_wrong(_begins_of(parts_of_last, total, is_upper_bound=kind == "most"))
    is_weak = kind == "list" or WEAK.search(sentence.words, start, end)
    return None if wrong is not None and is_weak and wrong.distance > _NEAR_WEAK else wrong


def _judge_of_whole(sentence: _Sentence) -> StatedSum | None:
    """Judge ``Of the 48 members, 31 voted for, 9 against and 8 abstained``: three parts and more, or two that say they are all."""
    total, *others = sentence.numbers
    opening = sentence.words[sentence.stretch.start : total.start]
    is_opening = len(opening) <= 20 and OF_BEFORE.search(opening) is not None  # noqa: PLR2004 - a few words
    if sentence.has(OVERLAPS) or sentence.has(LESS) or sentence.has(MOVES):
        return None
    parts = _parts_of(total, others, sentence.words)
    if not is_opening and not _is_told_alike(total, others, sentence.words):
        return None
    tells_all = sentence.has(TELLS_ALL)
    if len(parts) != len(others) or len(parts) < (_LEAST_NUMBERS if tells_all else _LEAST_LIST):
        return None
    wrong = _judge_all(parts, total, _NEAR_WEAK * 2 if tells_all else _NEAR_WEAK)
    if wrong is None or tells_all or wrong.sum > total.value:
        return wrong
    return wrong if wrong.distance <= _NEAR_UNDER else None


def _is_told_alike(total: Quantity, parts: Sequence[Quantity], words: str) -> bool:
    """Tell whether numbers stand behind a comma and each before the same word: 27 members, 15 from here, 12 from there."""
    if len(parts) < _LEAST_LIST or ", " not in words[total.end : parts[0].start]:
        return False
    behind = [PREPOSITION.match(words, each.end) for each in parts]
    return len({found[1].lower() if found else str(at) for at, found in enumerate(behind)}) == 1


def _judge_row(sentence: _Sentence) -> StatedSum | None:
    """Judge ``three ships with 40, 55 and 62 sailors brought 157 people home``: a row of numbers, and another near their sum."""
    numbers, words = sentence.numbers, sentence.words
    if sentence.has(MOVES):
        return None
    for first in range(len(numbers) - _LEAST_LIST):
        last = first
        while last + 1 < len(numbers) and JOINS.fullmatch(words, numbers[last].end, numbers[last + 1].start):
            last += 1
        if last - first + 1 >= _LEAST_LIST and last + 1 < len(numbers):
            total = numbers[last + 1]
            wrong = _judge_all(_parts_of(total, numbers[first : last + 1], words), total, _NEAR_WEAK)
            return None if total.is_share else wrong
    return None


def _judge_brackets(sentence: _Sentence) -> StatedSum | None:
    """Judge ``the 26 reactors: the coast (11), the river (9), the lake (6)``: three numbers in brackets, and another near their sum."""
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
    return _judge_all(scaled, total, _NEAR_WEAK * 2)


def _judge_shares(sentence: _Sentence) -> StatedSum | None:
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


def _find_total(start: int, end: int, sentence: _Sentence) -> Quantity | None:
    """Give the quantity that the words of a total belong to: the one right behind them, or else the one just before."""
    words = sentence.words
    after = next(iter(sentence.after(end)), None)
    before = next(reversed(sentence.before(start)), None)
    gap_after = after.start - end if after else _CLOSE_AFTER + 1
    gap_before = start - before.end if before else _CLOSE_BEFORE + 1
    leads = LEADS.match(words, start, end) is None
    if leads or (after and not _HAS_WORD.search(words, end, after.start)):
        return after if gap_after <= _CLOSE_AFTER else None
    return before if gap_before <= _CLOSE_BEFORE else after if gap_after <= _CLOSE_AFTER else None


_HAS_WORD = LatePattern(r"[^\W_]{4}")


def _parts_of(total: Quantity, others: Sequence[Quantity], words: str) -> list[Quantity]:
    """Give those of the quantities that may be parts: of its unit, with the scale of the next one where they stand in a row."""
    parts: list[Quantity] = []
    following = total
    for each in reversed(others):
        is_in_row = JOINS.fullmatch(words[each.end : following.start]) or each.noun in _NO_THINGS
        if each.is_bare and following.scale > 1 and is_in_row:
            scale = following.scale
            scaled = replace(each, value=each.value * scale, step=each.step * scale, scale=scale, unit=following.unit)
        else:
            scaled = each
        following = scaled
        if _is_alike(scaled, total) and not DIFFERENCE.match(words, each.end):
            parts.insert(0, scaled)
    return parts


def _is_alike(part: Quantity, total: Quantity) -> bool:
    if part.is_share != total.is_share:
        return False
    if bool(TIME.fullmatch(part.noun)) != bool(TIME.fullmatch(total.noun)):
        return False
    has_scale = part.scale > 1 or total.scale == 1
    return has_scale and (part.unit == total.unit or not part.unit or not total.unit)


def _ends_of(parts: Sequence[Quantity], value: float, says: Quantity) -> list[StatedSum]:
    """Give the sums of the last two parts before a total, of the last three, and so on."""
    slack = 0.0 if value == WHOLE and says.is_share and says in parts else says.slack
    about = says.is_about
    return [StatedSum(tuple(parts[-count:]), value, says, slack, about) for count in range(2, len(parts) + 1)]


def _begins_of(parts: Sequence[Quantity], total: Quantity, *, is_upper_bound: bool = False) -> list[StatedSum]:
    """Give the sums of the first two parts behind a total, of the first three, and so on."""
    return [
        StatedSum(tuple(parts[:count]), total.value, total, total.slack, total.is_about, is_upper_bound)
        for count in range(2, len(parts) + 1)
    ]
