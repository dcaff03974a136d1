"""Finds sums that a sentence states, parts and a total, and tells which do not come out."""

from collections.abc import Iterator, Sequence

from briefmaker.checks.late_pattern import LatePattern
from briefmaker.checks.number_words import read_number_words
from briefmaker.checks.quantities import Quantity, find_quantities, read_quantities
from briefmaker.checks.stated_sums import WHOLE, StatedSum, choose_wrong
from briefmaker.checks.sum_parts import (
    LEAST_NUMBERS,
    NEAR_WEAK,
    NumberedSentence,
    begins_of,
    ends_of,
    judge_all,
    parts_of,
)
from briefmaker.checks.sum_words import (
    BOTH,
    CUES,
    IS_ROUNDED,
    LEADS,
    LESS,
    MOVES,
    OF_BEFORE,
    OF_THEM,
    RANGE_BEFORE,
    WEAK,
)
from briefmaker.checks.sums_by_build import judge_brackets, judge_of_whole, judge_row, judge_shares
from briefmaker.checks.sums_by_structure import (
    count_single_ones,
    judge_before,
    judge_bracketed_shares,
    judge_fraction,
    judge_list,
    judge_next,
    judge_pluses,
    pair_sentences,
)
from briefmaker.checks.text_in_brief import TextInBrief

_CLOSE_BEFORE, _CLOSE_AFTER = 45, 30
_NEAR_RESULT = 0.2
_HINTS = {
    "en": (
        "made up",
        "consist",
        "compris",
        "remaining",
        "the rest",
        "composed",
        "split",
        "divided",
        "in all",
        "total",
        *(
            f": {each}"
            for each in ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "the", "a ")
        ),
        *(f"f {each}" for each in ("five", "six", "seven", "eight", "nine", "ten", "twelve")),
    ),
    "fr": (
        "compos",
        "compren",
        "répart",
        "restant",
        "divis",
        "en tout",
        "au total",
        "autres",
        "dont ",
        *(
            f": {each}"
            for each in ("un", "deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf", "dix", "le ")
        ),
    ),
}
"""Beginnings of words beside which numbers are often written in words too."""
_HAS_WORD = LatePattern(r"[^\W_]{4}")


_BY_BUILD = (
    judge_of_whole,
    judge_row,
    judge_brackets,
    judge_shares,
    judge_pluses,
    judge_bracketed_shares,
    judge_list,
    judge_fraction,
)


def find_wrong_sums(text: TextInBrief, language: str, *, has_words: bool = True) -> Iterator[StatedSum]:
    """Give the sums of a text that do not come out, one for each total; ``has_words`` where it may have numbers in words."""
    if language not in CUES:
        return
    seen: set[int] = set()
    sentences = list(_iterate_sentences(text, language, may_have_words=has_words))
    for sentence in sentences:
        for wrong in _find_in(sentence) if len(sentence.numbers) >= LEAST_NUMBERS else ():
            if wrong.says.start not in seen and not (wrong.may_be_rounded and sentence.has(IS_ROUNDED)):
                seen.add(wrong.says.start)
                yield wrong
    for one, two in pair_sentences(sentences):
        wrong_next = judge_next(one, two) or judge_before(one, two)
        if wrong_next is not None and wrong_next.says.start not in seen:
            yield wrong_next


def _iterate_sentences(text: TextInBrief, language: str, *, may_have_words: bool) -> Iterator[NumberedSentence]:
    """Give the sentences with numbers; those in words are read where a text has words of what is made up of parts."""
    words = text.words
    has_words = may_have_words and any(hint in words for hint in _HINTS[language])
    if not has_words and len(read_quantities(text.words, language)) < LEAST_NUMBERS:
        return
    for stretch in text.sentences:
        numbers = [each for each in find_quantities(text.words, language, stretch.start, stretch.end) if each.counts]
        if has_words:
            numbers += read_number_words(text.words, language, stretch.start, stretch.end)
            numbers.sort(key=lambda each: each.start)
        if numbers:
            yield NumberedSentence(text.words, stretch, tuple(numbers), language)


def _find_in(sentence: NumberedSentence) -> Iterator[StatedSum]:
    for found in CUES[sentence.language].finditer(sentence.words, sentence.stretch.start, sentence.stretch.end):
        wrong = _judge(found.lastgroup or "", found.start(), found.end(), sentence)
        if wrong is not None:
            yield wrong
    for judge in _BY_BUILD:
        wrong = judge(sentence)
        if wrong is not None:
            yield wrong


def _judge(kind: str, start: int, end: int, sentence: NumberedSentence) -> StatedSum | None:
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


def _judge_equation(end: int, sentence: NumberedSentence) -> StatedSum | None:
    after, before = sentence.after(end), sentence.before(end)
    if not after or len(before) < LEAST_NUMBERS:
        return None
    parts = [before[-1]]
    for one, following in zip(reversed(before[:-1]), reversed(before[1:]), strict=True):
        if "+" not in sentence.words[one.end : following.start]:
            break
        parts.insert(0, one)
    total = after[0]
    stated = StatedSum(tuple(parts_of(total, parts, sentence.words)), total.value, total, total.slack)
    return stated if len(stated.parts) > 1 and not stated.fits else None


def _judge_rest(end: int, sentence: NumberedSentence) -> StatedSum | None:
    """Judge shares of which the last is the rest, or numbers of a whole that stands before them."""
    after = sentence.after(end)
    last = after[0] if after and after[0].start - end <= _CLOSE_AFTER else None
    if last is None or last.is_share:
        shares = [each for each in sentence.numbers if each.is_share]
        if sentence.has(MOVES) or not shares:
            return None
        return choose_wrong(ends_of(shares, WHOLE, shares[-1]))
    before = sentence.before(end)
    behind = after[1] if len(after) > 1 and OF_BEFORE.search(sentence.words, last.end, after[1].start) else None
    total = behind or _find_whole(before, sentence.words)
    if total is None:
        return None
    others = [each for each in [*before, last] if each != total]
    parts = parts_of(total, others, sentence.words)
    return judge_all(parts, total, NEAR_WEAK * 2) if len(parts) == len(others) else None


def _find_whole(numbers: Sequence[Quantity], words: str) -> Quantity | None:
    """Give the number that others are taken from: the one behind ``of``, or else the first."""
    of_it = (each for each in numbers if OF_BEFORE.search(words, max(0, each.start - 20), each.start))
    return next(of_it, numbers[0] if numbers else None)


def _judge_total(start: int, end: int, sentence: NumberedSentence) -> StatedSum | None:
    total = _find_total(start, end, sentence)
    if total is None or (total.is_share and sentence.has(MOVES)):
        return None
    before = parts_of(total, sentence.before(total.start), sentence.words)
    after = parts_of(total, sentence.after(total.end), sentence.words)
    if len(before) > 1:
        return choose_wrong(ends_of(before, total.value, total))
    is_upper_bound = bool(after and LESS.search(sentence.words, total.end, after[0].start))
    return choose_wrong(begins_of(after, total, is_upper_bound=is_upper_bound))


def _judge_namely(start: int, end: int, sentence: NumberedSentence) -> StatedSum | None:
    """Judge what ``i.e.`` or ``soit`` parts: a whole from its parts behind it, or two parts and more from their total."""
    if sentence.has(MOVES):
        return None
    after = sentence.after(end)
    is_whole_first = len(after) >= LEAST_NUMBERS and sentence.words[after[0].end : after[1].start].strip() != ""
    if is_whole_first:
        wrong = _judge_whole_first("list", start, end, sentence)
        if wrong is not None:
            return wrong
    return _judge_result(start, end, sentence)


def _judge_result(start: int, end: int, sentence: NumberedSentence) -> StatedSum | None:
    """Judge the total right behind a word such as makes, by all parts before it."""
    after = sentence.after(end)
    if not after or after[0].start - end > _CLOSE_AFTER or sentence.has(MOVES):
        return None
    total = after[0]
    parts = parts_of(total, sentence.before(start), sentence.words)
    wrong = choose_wrong(ends_of(parts, total.value, total))
    return wrong if wrong is not None and wrong.distance <= _NEAR_RESULT else None


def _judge_whole_first(kind: str, start: int, end: int, sentence: NumberedSentence) -> StatedSum | None:
    """Judge a total that stands before the cue, and its parts behind it."""
    before, behind = sentence.before(start), sentence.after(end)
    if not before or not behind:
        return None
    total = before[-1]
    if total.is_bare and any(sentence.words[each.start].isalpha() for each in behind):
        behind = list(count_single_ones(sentence, start, end))
    parts_of_last = parts_of(total, behind, sentence.words)
    if start - total.end > _CLOSE_BEFORE or RANGE_BEFORE.search(sentence.words, max(0, total.start - 24), total.start):
        return None
    if kind == "list" and (
        LESS.search(sentence.words, total.end, behind[0].start)
        or sentence.has(BOTH)
        or any(OF_THEM.match(sentence.words, each.end) for each in behind)
    ):
        return None
    wrong = choose_wrong(begins_of(parts_of_last, total, is_upper_bound=kind == "most"))
    is_weak = kind == "list" or WEAK.search(sentence.words, start, end)
    return None if wrong is not None and is_weak and wrong.distance > NEAR_WEAK else wrong


def _find_total(start: int, end: int, sentence: NumberedSentence) -> Quantity | None:
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
