"""Finds sums that only the build of sentences tells: parts listed alike behind their whole, in the next sentence, or as A + B."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from briefmaker.checks.late_pattern import LatePattern
from briefmaker.checks.quantities import Quantity
from briefmaker.checks.stated_sums import WHOLE, StatedSum
from briefmaker.checks.sum_parts import LEAST_NUMBERS, NEAR_WEAK, NumberedSentence, are_alike, judge_all, parts_of
from briefmaker.checks.sum_words import BRACKETED, LESS, MOVES, OVERLAPS, TELLS_ALL, TOTAL_BESIDE

_FAR = 0.34
"""How far from their whole parts may be that are told alike, or said to be all."""
_LEAST_SHARES, _MOST = 3, 125.0
_OF_THESE = LatePattern(
    r"\W*(?:of (?:these|those|them|this|that|which|the total)\b|among (?:these|them)|parmi (?:eux|elles|ceux-ci|celles-ci)|sur ce total"
    r"|(?:de|sur) (?:ces|ceux|cette somme)\b)"
)
_PAIRS = LatePattern(
    r"\b(?:(?:confirm\w+.{1,40}(?:suspect|probable)|suspect\w*.{1,40}confirm|femmes?.{1,40}hommes?|hommes?.{1,40}femmes?"
    r"|(?:wo)?men\b.{1,40}\b(?:wo)?men|m[aâ]les?\b.{1,40}(?:females?|femelles?)|boys.{1,40}girls|girls.{1,40}boys"
    r"|loans?.{1,40}grants?|grants?.{1,40}loans?|prêts?.{1,40}dons?|dons?.{1,40}prêts?|exports?.{1,40}imports?"
    r"|imports?.{1,40}exports?|importations.{1,40}exportations|exportations.{1,40}importations|goods.{1,40}services"
    r"|biens.{1,40}services|civilians?.{1,40}(?:soldiers|military)|(?:soldiers|military|uniformed).{1,40}civilian"
    r"|urban.{1,40}rural|rural.{1,40}urban|public.{1,40}private|private.{1,40}public|publi(?:c|que)s?.{1,40}privé"
    r"|adults.{1,40}children|children.{1,40}adults|adultes.{1,40}enfants|permanent.{1,40}(?:elected|temporary)"
    r"|(?:in favour|for|pour|yes|oui).{1,40}(?:against|contre|no\b|non\b)|approved.{1,40}(?:rejected|refused)"
    r"|accept\w+.{1,40}(?:rejet|reject|refus)|filled.{1,40}vacant|vacant.{1,40}filled|full-time.{1,40}part-time"
    r"|onshore.{1,40}offshore|domestic.{1,40}(?:foreign|abroad)|at home.{1,40}abroad|headquarters.{1,40}(?:field|abroad)"
    r"|siège.{1,40}terrain|direct.{1,40}indirect|capital.{1,40}(?:running|operating|current)|north.{1,40}south|east.{1,40}west"
    r"|nord.{1,40}sud|est.{1,40}ouest|old.{1,40}new|new.{1,40}(?:old|existing|renew)))"
)
"""Two things that are together all there is."""
_BEHIND_LIST = LatePattern(r" ?(?:[:(—–]|- )")
_LISTS = LatePattern(r"[,;]| and | et |\n")
_ELSEWISE = LatePattern(r" (?:of them|of whom|of which|d[’']entre|dont)\b")
_PLUS = LatePattern(r" ?\+ ?[$€£]?")
_EQUALS = LatePattern(r" ?(?:=|\() ?[$€£]?")
_SINGLE = LatePattern(
    r"(?:, |: | and | et |\b(?:of|comprises?|compris(?:ed|ing)|includes?|comprend|comprennent|compte|de|d[’']) ?)(?P<one>(?:the|a|an|one|his|her|its|le|la|un|une)\b|l[’'])"
    r" ?(?![^,;.]*\b(?:rest|reste|remaining)\b)(?=[^\d,;.]{3,40}?(?:,| and | et |[.;]|$))"
)


def judge_pluses(sentence: NumberedSentence) -> StatedSum | None:
    """Judge ``1,590 = 980 + 608`` and ``1,590 (980 + 608)``."""
    numbers, words = sentence.numbers, sentence.words
    for at in range(1, len(numbers) - 1):
        last = at
        while last + 1 < len(numbers) and _PLUS.fullmatch(words, numbers[last].end, numbers[last + 1].start):
            last += 1
        if last > at and _EQUALS.search(words, numbers[at - 1].end, numbers[at].start):
            total = numbers[at - 1]
            return judge_all(parts_of(total, numbers[at : last + 1], words), total, _FAR)
    return None


def judge_bracketed_shares(sentence: NumberedSentence) -> StatedSum | None:
    """Judge ``from water (48 %), gas (31 %), wind (14 %) and sun (11 %)``: shares in brackets that make more than all."""
    words = sentence.words
    shares = [each for each in sentence.numbers if each.is_share]
    if len(shares) < _LEAST_SHARES or sentence.has(OVERLAPS) or sentence.has(MOVES):
        return None
    if not all(BRACKETED.fullmatch(words[each.start - 1 : each.end + 1]) for each in shares):
        return None
    stated = StatedSum(tuple(shares), WHOLE, shares[-1], 0.0)
    return stated if WHOLE < stated.sum <= _MOST and not stated.fits else None


def judge_list(sentence: NumberedSentence) -> StatedSum | None:
    """Judge a whole with all other numbers behind it, listed alike: ``40 guests: 15 from here, 15 from there and 20 from us``."""
    total, *others = sentence.numbers
    if len(others) < LEAST_NUMBERS or sentence.has(MOVES) or sentence.has(OVERLAPS):
        return None
    words = sentence.words
    parts = parts_of(total, others, words)
    if len(parts) != len(others) or not _are_listed(others, words) or _ELSEWISE.match(words, others[0].end):
        return None
    gap = words[total.end : others[0].start]
    is_open = LESS.search(gap) is not None
    return judge_all(parts, total, _how_far(total, others, sentence, gap, is_open=is_open))


def _how_far(
    total: Quantity, parts: Sequence[Quantity], sentence: NumberedSentence, gap: str, *, is_open: bool
) -> float:
    """Give how far off parts may be, by what ties them to their whole; below nought where nothing does."""
    words, end = sentence.words, sentence.stretch.end
    is_pair = len(parts) == LEAST_NUMBERS and _PAIRS.search(words, parts[0].start, end) is not None
    if is_open:
        return NEAR_WEAK if is_pair else -1.0
    is_alike = are_alike(parts, words)
    is_introduced = _BEHIND_LIST.search(gap) is not None
    if is_introduced and (is_alike or TOTAL_BESIDE.search(words[max(0, total.start - 24) : parts[0].start])):
        return _FAR
    if is_introduced or "," in gap or ";" in gap:
        return 2 * NEAR_WEAK if is_pair or sentence.has(TELLS_ALL) else NEAR_WEAK if is_alike else -1.0
    return -1.0


def _are_listed(parts: Sequence[Quantity], words: str) -> bool:
    return all(_LISTS.search(words, one.end, two.start) for one, two in pairwise(parts))


def judge_next(one: NumberedSentence, two: NumberedSentence) -> StatedSum | None:
    """Judge a whole that alone is counted in a sentence, and its parts in the next one: ``Of these, 30 are ...``."""
    total = one.numbers[0]
    both = (one, two)
    if any(each.has(MOVES) or each.has(OVERLAPS) for each in both) or total.is_share or one.has(LESS):
        return None
    words, parts = two.words, parts_of(total, two.numbers, two.words)
    if len(parts) != len(two.numbers) or not _are_listed(two.numbers, words):
        return None
    is_theirs = _OF_THESE.match(words, two.stretch.start) is not None
    is_pair = len(parts) == LEAST_NUMBERS and _PAIRS.search(words, two.stretch.start, two.stretch.end) is not None
    is_money = total.unit != "" and all(each.unit == total.unit for each in parts)
    wrong = judge_all(parts, total, _FAR if is_theirs else 2 * NEAR_WEAK)
    if wrong is None or not (is_theirs or is_pair or is_money or are_alike(two.numbers, words)):
        return None
    if wrong.sum > total.value:
        return wrong
    is_all = is_pair or len(parts) > LEAST_NUMBERS or not is_theirs
    return wrong if is_all and wrong.distance <= NEAR_WEAK else None


def pair_sentences(sentences: Sequence[NumberedSentence]) -> Iterator[tuple[NumberedSentence, NumberedSentence]]:
    """Give each sentence with one number, and the next one of its paragraph where that has more."""
    for one, two in pairwise(sentences):
        between = two.words[one.stretch.end : two.stretch.start]
        if len(one.numbers) == 1 and len(two.numbers) >= LEAST_NUMBERS and "\n" not in between and len(between) <= 2:  # noqa: PLR2004 - blanks
            yield one, two


def count_single_ones(sentence: NumberedSentence, cue: int, start: int) -> tuple[Quantity, ...]:
    """Give the numbers of a list behind its cue, with a one for each entry that names one thing: the minister, a pilot."""
    words, found = sentence.words, list(sentence.after(start))
    for each in _SINGLE.finditer(words, cue, sentence.stretch.end):
        found.append(Quantity(each.start("one"), each.end("one"), 1.0, 1.0))
    return tuple(sorted(found, key=lambda each: each.start))
