"""Finds sums that only the build of sentences tells: parts listed alike behind their whole, in the next sentence, or as A + B."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from briefmaker.checks.late_pattern import LatePattern
from briefmaker.checks.quantities import Quantity
from briefmaker.checks.stated_sums import WHOLE, StatedSum
from briefmaker.checks.sum_parts import LEAST_NUMBERS, NEAR_WEAK, NumberedSentence, judge_all, name_alike, parts_of
from briefmaker.checks.sum_words import BRACKETED, LESS, MOVES, OF_THEM, OVERLAPS, TELLS_ALL, TOTAL_BESIDE

_FAR = 0.34
"""How far from their whole parts may be that are told alike, or said to be all."""
_LEAST_SHARES, _MOST = 3, 125.0
_OF_THESE = LatePattern(
    r"\W*(?:of (?:these|those|them|this|that|which|the total)\b|among (?:these|them)|parmi (?:eux|elles|ceux-ci"
    r"|celles-ci)|sur ce total"
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
_PARTS_ALL = LatePattern(
    r"\b(?:abst\w+|against|contre|undecided|split|divided|mix|répart\w*|partag\w*|indécis|sans opinion)\b"
)
"""What is said where shares are all that a whole is parted into."""
_AT_TIMES = frozenset({"in", "at", "en", "par", "dans", "on", "with", "against", "contre"})
"""Words that stand behind the numbers of a series as well as behind parts."""
_IN_TOTAL = LatePattern(
    r"\W*(?:in (?:total|all|sum)|altogether|all told|together|overall|combined|the total (?:is|was|comes to|came to|stands at)"
    r"|that (?:makes|is|brings the total to)|this (?:makes|brings the total to)|taken together|au total|en tout|ensemble|soit"
    r"|le total (?:est de|s[’']élève à|atteint)|cela (?:fait|porte le total à))\b"
)
_FRACTIONS = LatePattern(
    r"\b(?:(?P<half>half|la moitié)|(?P<third>(?:a|one) third|un tiers|le tiers)|(?P<quarter>a quarter|one quarter"
    r"|un quart|le quart))"
    r" (?:of |du |des |de )?(?:the |its |their |all |our |ces |les |ses )?[$€£]?$"
)
_WORTH = {"half": 0.5, "third": 1 / 3, "quarter": 0.25}
_PLUS = LatePattern(r" ?\+ ?[$€£]?")
_EQUALS = LatePattern(r" ?(?:=|\() ?[$€£]?")
_SINGLE = LatePattern(
    r"(?:, |: | and | et |\b(?:of|comprises?|compris(?:ed|ing)|includes?|comprend|comprennent|compte|de"
    r"|d[’']) ?)(?P<one>(?:the|a|an|one|his|her|its|le|la|un|une)\b|l[’'])"
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
    is_list = words[: shares[0].start].endswith(": ") and sentence.has(_PARTS_ALL) and _are_listed(shares, words)
    if not is_list and not all(BRACKETED.fullmatch(words[each.start - 1 : each.end + 1]) for each in shares):
        return None
    stated = StatedSum(tuple(shares), WHOLE, shares[-1], 0.0)
    return stated if WHOLE < stated.sum <= _MOST and not stated.fits else None


def judge_list(sentence: NumberedSentence) -> StatedSum | None:
    """Judge a whole with all other numbers behind it, listed alike: ``40 guests: 15 from here, 15 from there and 20 from us``."""
    total, *others = sentence.numbers
    if len(others) < LEAST_NUMBERS or total.is_share or sentence.has(MOVES) or sentence.has(OVERLAPS):
        return None
    words = sentence.words
    parts = parts_of(total, others, words)
    if (
        len(parts) != len(others)
        or not _are_listed(others, words)
        or any(OF_THEM.match(words, each.end) for each in others)
    ):
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
    alike = name_alike(parts, words)
    is_alike = alike != "" and name_alike([total, *parts], words) != alike
    is_introduced = _BEHIND_LIST.search(gap) is not None
    if is_introduced and (
        (is_alike and alike not in _AT_TIMES) or TOTAL_BESIDE.search(words[max(0, total.start - 24) : parts[0].start])
    ):
        return _FAR
    if is_introduced and is_alike:
        return NEAR_WEAK
    if is_introduced or "," in gap or ";" in gap:
        return (
            2 * NEAR_WEAK
            if is_pair or sentence.has(TELLS_ALL)
            else NEAR_WEAK
            if is_alike and alike not in _AT_TIMES
            else -1.0
        )
    return -1.0


def _are_listed(parts: Sequence[Quantity], words: str) -> bool:
    return all(_LISTS.search(words, one.end, two.start) for one, two in pairwise(parts))


def judge_next(one: NumberedSentence, two: NumberedSentence) -> StatedSum | None:
    """Judge a whole that alone is counted in a sentence, and its parts in the next one: ``Of these, 30 are ...``."""
    total = one.numbers[0]
    both = (one, two)
    if (
        len(one.numbers) > 1
        or any(each.has(MOVES) or each.has(OVERLAPS) for each in both)
        or total.is_share
        or one.has(LESS)
    ):
        return None
    words, parts = two.words, parts_of(total, two.numbers, two.words)
    if len(parts) != len(two.numbers) or not _are_listed(two.numbers, words):
        return None
    is_theirs = _OF_THESE.match(words, two.stretch.start) is not None
    is_pair = len(parts) == LEAST_NUMBERS and _PAIRS.search(words, two.stretch.start, two.stretch.end) is not None
    is_money = total.scale > 1 and (all(each.unit == total.unit != "" for each in parts) or one.has(TOTAL_BESIDE))
    alike = name_alike(two.numbers, words)
    wrong = judge_all(parts, total, _FAR if is_theirs else 2 * NEAR_WEAK)
    if wrong is None or not (is_theirs or is_pair or is_money or alike) or (alike in _AT_TIMES and not is_theirs):
        return None
    if wrong.sum > total.value:
        return wrong
    is_all = is_pair or len(parts) > LEAST_NUMBERS or not is_theirs
    return wrong if is_all and wrong.distance <= NEAR_WEAK else None


def judge_before(one: NumberedSentence, two: NumberedSentence) -> StatedSum | None:
    """Judge a total that alone is counted in a sentence, and its parts in the one before: ``In total 250 were moved``."""
    if len(two.numbers) > 1 or _IN_TOTAL.match(two.words, two.stretch.start) is None or one.has(MOVES):
        return None
    total, words = two.numbers[0], two.words
    parts = parts_of(total, one.numbers, words)
    if total.is_share or len(parts) != len(one.numbers) or not _are_listed(one.numbers, words):
        return None
    return judge_all(parts, total, 2 * NEAR_WEAK)


def judge_fraction(sentence: NumberedSentence) -> StatedSum | None:
    """Judge ``half of the 60 seats go to the north and 35 to the south``, all other numbers being parts too."""
    words = sentence.words
    for at, total in enumerate(sentence.numbers):
        found = _FRACTIONS.search(words, max(sentence.stretch.start, total.start - 32), total.start)
        if found is None or total.is_share or sentence.has(OVERLAPS) or sentence.has(MOVES) or sentence.has(LESS):
            continue
        value = total.value * _WORTH[found.lastgroup or "half"]
        others = [*sentence.numbers[:at], *sentence.numbers[at + 1 :]]
        parts = parts_of(total, others, words)
        part = replace(total, start=found.start(), end=total.end, value=value)
        is_all = sentence.has(_REMAINS) or name_alike(others, words) not in ("", *_AT_TIMES)
        return judge_all([part, *parts], total, 2 * NEAR_WEAK) if is_all and len(parts) == len(others) else None
    return None


_REMAINS = LatePattern(r"\b(?:remaining|the rest|the other|restante?s?|le reste|les autres)\b")


def pair_sentences(sentences: Sequence[NumberedSentence]) -> Iterator[tuple[NumberedSentence, NumberedSentence]]:
    """Give the sentences that follow each other in a paragraph of which one has one number, and the other more."""
    for one, two in pairwise(sentences):
        between = two.words[one.stretch.end : two.stretch.start]
        counts = sorted((len(one.numbers), len(two.numbers)))
        if counts[0] == 1 < counts[1] and "\n" not in between and len(between) <= 2:  # noqa: PLR2004 - blanks
            yield one, two


def count_single_ones(sentence: NumberedSentence, cue: int, start: int) -> tuple[Quantity, ...]:
    """Give the numbers of a list behind its cue, with a one for each entry that names one thing: the minister, a pilot."""
    singles = _SINGLE.finditer(sentence.words, cue, sentence.stretch.end)
    ones = [Quantity(each.start("one"), each.end("one"), 1.0, 1.0) for each in singles]
    return tuple(sorted([*sentence.after(start), *ones], key=lambda each: each.start))
