"""Finds percentages that stand beside the two numbers they are worked out from, and tells whether they fit."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from briefmaker.checks.late_pattern import LatePattern
from briefmaker.checks.number_words import Fraction, read_fractions, read_number_words
from briefmaker.checks.quantities import Quantity, find_quantities
from briefmaker.checks.sentences import Stretch
from briefmaker.checks.share_and_whole import LEEWAY, StatedFraction, StatedShare
from briefmaker.checks.text_in_brief import TextInBrief

_DETERMINERS = (
    r"(?:the |its |their |his |her |our |all |these |those |an? |some |about |nearly |over |total (?:of )?|planned "
    r"|existing )*"
)
_OF = LatePattern(rf" (?:[^\W\d_]+ ){{0,3}}?(?:(?:out )?of|among|from among) {_DETERMINERS}[$€£]?")
_OF_THEM = LatePattern(r" (?:of (?:them|these|those|whom)|among them)\b")
_OF_BEFORE = LatePattern(rf"\b(?:of|among) {_DETERMINERS}$")
_SHARE_OF = LatePattern(
    rf"(?: share)?(?: (?:of|on)(?: [^\W\d_]+){{1,4}}?)?"
    rf" (?:of|on|worth) {_DETERMINERS}(?:about |around |some )?[$€£]?"
)
_NAMELY = (
    r"(?:or |i\.e\.,? |that is,? |that makes |(?:which|that|this) (?:is|was|makes|means|comes to|came to|equals) |namely "
    r"|equal to |equivalent to |the equivalent of |amounting to |making |meaning |representing |accounting for |thus |hence )"
)
_ABOUT = (
    r"(?:about |around |roughly |some |nearly |almost |over |more than |less than |just |exactly |only |as many as "
    r"|a share of |a rate of |well |fully )*"
)
_OPENS = rf"(?: ?\(|[,:] | [–—-] | (?=or |i\.e\.|that is)|, )(?:and )?{_NAMELY}?(?:by )?{_ABOUT}"
_PART_TO_SHARE = LatePattern(rf"[^,;:()\d]{{0,40}}?{_OPENS}")
_TOLD_OF_WHOLE = LatePattern(
    r"[^;:()\d]{0,24}, [^,;:()\d]{0,24}(?:is|are|was|were|makes?(?: up)?|equals?|holds?|accounts? for|has|have) "
    + _ABOUT
)
_OF_THE_WHOLE = LatePattern(r" of (?:the |its )?(?:total|whole|all|entire|full)\b")
_BECAUSE = (
    r"(?: [^.;:()\d]{0,60}?)?,? (?:with(?! a| the)|as(?! (?:a|of|much|many))|since|because|given that|where|for only"
    r"|after|when)\b "
)
_BEFORE_PAIR = LatePattern(
    rf"(?: [^.;:()\d]{{0,60}}?)?(?: ?\(|[:–—] ?|, (?=that is|i\.e)){_NAMELY}?{_ABOUT}[$€£]?"
    rf"|{_BECAUSE}(?:[^.;:()\d]{{0,30}} )?{_ABOUT}[$€£]?"
)
_IS_BECAUSE = LatePattern(_BECAUSE)
_EXPLICIT = LatePattern(rf".*\b(?:equal to|equivalent to|the equivalent of|amounting to|i\.e\.,?) {_ABOUT}$")
_OF_MOVES = LatePattern(
    r"\b(?:inflation|turnout|growth|grew|grow|prices?|wages?|tariffs?|interest|deficit|rose|fell|returns?|yields?|tax|levy|dut(?:y|ies))\b"
)
_AND_OF_THOSE = LatePattern(r".*\b(?:and|but|while) $")
_AN = LatePattern(rf"[^,;()\d]{{0,40}},? (?:which is |that is |i\.e\. |or |meaning )?(?:an?|the) {_ABOUT}")
_SUMS_UP = LatePattern(
    rf"(?![^,]* (?:the|its|their|a) )[^,;:()\d]{{0,40}} (?:makes? up|made up|represent(?:s|ed)?|account(?:s"
    rf"|ed)? for|is|are|was|were|form(?:s|ed)?"
    rf"|constitutes?|equals?|comes? to|amount(?:s|ed)? to) {_ABOUT}"
)
_TOTAL_TO_PART = LatePattern(
    rf"[^,;:()\d]{{0,40}}(?:, {_NAMELY}| \({_NAMELY}?|: {_NAMELY}?| – {_NAMELY}?){_ABOUT}[$€£]?"
)
_TOTAL_COMMA = LatePattern(rf"[^,;:()\d]{{0,40}}, {_ABOUT}[$€£]?")
_PART_IS_SHARE = LatePattern(
    rf"[^.;()\d]{{0,32}}(?: is| are| was| were| makes? up| made up| represent(?:s|ed)?| account(?:s"
    rf"|ed)? for| equal(?:s|led)?|covers?|covered|pays? for"
    rf"|, {_NAMELY.strip()}?| \(|:(?: it| that| this)? (?:is|makes)) ?{_ABOUT}"
)
_TO = LatePattern(rf"[^,;()\d]{{0,24}} to {_ABOUT}[$€£]?")
_FROM_BEFORE = LatePattern(rf"\bfrom {_ABOUT}[$€£]?$")
_MOVE = (
    r"(?:up|down|by|increase|rise|growth|drop|fall|decline|decrease|cut|gain|reduction|jump|surge|loss|plus|minus"
    r"|contraction|expansion|slump|leap)"
)
_BEFORE_MOVE = LatePattern(rf" {_MOVE}\b")
_TO_CHANGE = LatePattern(rf"(?!.*\b(?:and|while|but|whereas)\b(?! y))[^;\d]{{0,60}}\b{_MOVE}(?: of| by)? {_ABOUT}")
_OR_BY = LatePattern(rf"[^;,\d]{{0,24}},? (?:{_NAMELY})?{_ABOUT}")
_MOVE_BEFORE = LatePattern(
    rf"(?:rose|risen|rises?|grew|grown|grows?|fell|fallen|falls?|dropped|drops?|increased|decreased|declined|shrank"
    rf"|shrunk|jumped|climbed|cut|up|raised|lowered|reduced|widened|narrowed|swelled|slid|sank"
    rf"|down|expanded|contracted|surged|{_MOVE})(?: by| of)? {_ABOUT}$"
)
_THEN_FROM = LatePattern(
    rf"(?!.*\b(?:and|while|but)\b(?! y))[^;\d]{{0,30}}?,? ?\(?(?:[^,;()\d]{{0,20}} )?from {_ABOUT}[$€£]?"
)
_MORE = LatePattern(r" (?:more|less|higher|lower|fewer|up|down)\b(?! than)")
_ENDS = LatePattern(r"\s*(?:[.,;:)–—]|$| of (?:those|the total|the whole|all))")
_OF_ANOTHER = LatePattern(r" (?:of|in|among) (?!those|all\b|the total|the whole|it\b|total)[^\W\d_]|[- ]points?\b")
_PART_OF_FRACTION = LatePattern(
    rf"(?: of [^,;:()\d]{{1,40}}?| [^,;:()\d]{{1,24}}?)?(?: \(|, |: | – |,? or |,? i\.e\. ){_NAMELY}?{_ABOUT}"
)
_SHARE_TO_FRACTION = LatePattern(
    rf"(?: of [^,;:()\d]{{1,40}}?)?(?: \(|,? or |,? i\.e\. |, that is,? ){_ABOUT}(?:an? )?"
)


def find_stated_shares(text: TextInBrief) -> Iterator[StatedShare]:
    """Give the percentages of an English text that stand beside a part and a whole, or beside a change."""
    if not _has_share(text):
        return
    for sentence in text.sentences:
        inner = list(find_quantities(text.words, "en", sentence.start, sentence.end))
        numbers = [each for each in inner if each.counts and each.value > 0]
        if not any(each.is_share for each in numbers):
            continue
        words = _mask(text.words, [each for each in inner if not each.counts], sentence)
        numbers = sorted(
            [*numbers, *read_number_words(words, "en", sentence.start, sentence.end)], key=lambda each: each.start
        )
        for at, share in enumerate(numbers):
            if share.is_share:
                stated = _find_numbers(words, numbers, at)
                if stated is not None:
                    yield stated


def find_stated_fractions(text: TextInBrief) -> Iterator[StatedFraction]:
    """Give the percentages of an English text that stand right beside a fraction in words."""
    if not _has_share(text):
        return
    for sentence in text.sentences:
        inner = find_quantities(text.words, "en", sentence.start, sentence.end)
        shares = [each for each in inner if each.is_share]
        fractions = list(read_fractions(text.words, sentence.start, sentence.end)) if shares else []
        for fraction in fractions:
            for share in shares:
                if _is_beside(fraction, share, text.words):
                    yield StatedFraction(share, fraction)


def _has_share(text: TextInBrief) -> bool:
    return "%" in text.words or "cent" in text.words


def _is_beside(fraction: Fraction, share: Quantity, words: str) -> bool:
    if fraction.end <= share.start:
        return (
            _PART_OF_FRACTION.fullmatch(words, fraction.end, share.start) is not None
            and _ENDS.match(words, share.end) is not None
        )
    return (
        share.end <= fraction.start
        and _SHARE_TO_FRACTION.fullmatch(words, share.end, fraction.start) is not None
        and _ENDS.match(words, fraction.end) is not None
    )


def _mask(words: str, labels: Sequence[Quantity], sentence: Stretch) -> str:
    """Give the words up to the end of a sentence with letters for years and days, which are no numbers between others."""
    signs = list(words[: sentence.end])
    for each in labels:
        signs[each.start : each.end] = "y" * (each.end - each.start)
    return "".join(signs)


def _find_numbers(words: str, numbers: Sequence[Quantity], at: int) -> StatedShare | None:
    share = numbers[at]
    before, after = list(numbers[max(0, at - 2) : at]), list(numbers[at + 1 : at + 3])
    pairs = (
        _read_before(words, share, before)
        or _read_after(words, share, after)
        or _read_around(words, share, before, after)
    )
    return pairs if pairs is not None and _is_sound(pairs) else None


def _read_before(words: str, share: Quantity, before: Sequence[Quantity]) -> StatedShare | None:
    """Read ``12 of 18 boats, 75 %``, ``Of 32 allies, 23 (62 %)`` and ``from 100 to 150, an increase of 60 %``."""
    if len(before) < 2 or any(each.is_share for each in before):  # noqa: PLR2004 - a part and a whole
        return None
    one, two = before
    gap, rest = words[one.end : two.start], words[two.end : share.start]
    if _TO.fullmatch(gap) and _FROM_BEFORE.search(words, max(0, one.start - 30), one.start):
        is_named = _AN.fullmatch(rest) and _BEFORE_MOVE.match(words, share.end)
        is_change = is_named or _TO_CHANGE.fullmatch(rest) or (_OR_BY.fullmatch(rest) and _MORE.match(words, share.end))
        is_points = _OF_ANOTHER.match(words, share.end)
        return StatedShare(share, two, _scaled(one, two), is_change=True) if is_change and not is_points else None
    return _read_part(words, share, one, two)


def _read_part(words: str, share: Quantity, one: Quantity, two: Quantity) -> StatedShare | None:
    """Read a part and its whole, in either order, with the share behind them."""
    gap, rest = words[one.end : two.start], words[two.end : share.start]
    is_part_first = _OF.fullmatch(gap) is not None
    if not (_is_of_another(words, share, rest) or (rest.endswith(", ") and not _ENDS.match(words, share.end))):
        is_of_whole, is_part = _OF_THE_WHOLE.match(words, share.end), _PART_TO_SHARE.fullmatch(rest)
        is_summed_up = _SUMS_UP.fullmatch(rest) and (is_of_whole or _ENDS.match(words, share.end))
        is_told = is_part or is_summed_up or (_TOLD_OF_WHOLE.fullmatch(rest) and is_of_whole)
        is_of_it = _OF_BEFORE.search(words, max(0, one.start - 40), one.start) or (
            is_part and _OF_THEM.match(words, two.end)
        )
        if is_told and (is_part_first or (is_of_it and _is_near(gap))):
            return (
                StatedShare(share, _scaled(one, two), two)
                if is_part_first
                else StatedShare(share, _scaled(two, one), one)
            )
    elif (
        is_part_first and _EXPLICIT.match(rest) and not words.startswith((" point", "-point", " percentage"), share.end)
    ):
        return StatedShare(share, _scaled(one, two), two) if _PART_TO_SHARE.fullmatch(rest) else None
    return None


def _is_of_another(words: str, share: Quantity, rest: str) -> bool:
    """Tell whether a share is of something else than the whole before it, by the words on both sides."""
    is_next = _AND_OF_THOSE.match(rest) is not None and words.startswith(" of ", share.end)
    return is_next or _OF_ANOTHER.match(words, share.end) is not None


def _is_near(gap: str) -> bool:
    return len(gap) <= 40 and not set(";()") & set(gap)  # noqa: PLR2004 - a few words


def _read_after(words: str, share: Quantity, after: Sequence[Quantity]) -> StatedShare | None:
    """Read ``60 % (980 of 1,588)``, ``60 % of 1,588, i.e. 845`` and ``grew by 25 %, from 80 to 110``."""
    if len(after) < 2 or any(each.is_share for each in after):  # noqa: PLR2004 - a part and a whole
        return None
    one, two = after
    lead, gap = words[share.end : one.start], words[one.end : two.start]
    if _BEFORE_PAIR.fullmatch(lead) and _OF.fullmatch(gap):
        stated = StatedShare(share, _scaled(one, two), two)
        if not _IS_BECAUSE.match(lead):
            return stated
        is_counterpart = abs(100 - stated.exact - share.value) <= LEEWAY
        return None if is_counterpart or _OF_MOVES.search(words, max(0, share.start - 40), share.start) else stated
    if _SHARE_OF.fullmatch(lead) and (
        _TOTAL_TO_PART.fullmatch(gap) or (_TOTAL_COMMA.fullmatch(gap) and _ENDS.match(words, two.end))
    ):
        return StatedShare(share, _scaled(two, one), one)
    if (
        _THEN_FROM.fullmatch(lead)
        and _TO.fullmatch(gap)
        and _MOVE_BEFORE.search(words, max(0, share.start - 40), share.start)
    ):
        return StatedShare(share, two, _scaled(one, two), is_change=True)
    return None


def _read_around(
    words: str, share: Quantity, before: Sequence[Quantity], after: Sequence[Quantity]
) -> StatedShare | None:
    """Read ``845 billion is 62 % of 1,404 billion``."""
    if not before or not after or before[-1].is_share or after[0].is_share:
        return None
    part, whole = before[-1], after[0]
    if _PART_IS_SHARE.fullmatch(words[part.end : share.start]) and _SHARE_OF.fullmatch(words[share.end : whole.start]):
        return StatedShare(share, _scaled(part, whole), whole)
    return None


def _scaled(bare: Quantity, other: Quantity) -> Quantity:
    """Give a number with the scale of the other where it has none: 845 of 1,404 billion; not half a million people of 12."""
    if not bare.is_bare or other.scale == 1 or bare.value >= other.value / other.scale * 10:
        return bare
    return replace(bare, value=bare.value * other.scale, step=bare.step * other.scale, scale=other.scale)


def _is_sound(stated: StatedShare) -> bool:
    """Tell whether the numbers can be what the share is of: of one currency, and a part no larger than its whole."""
    part, whole = stated.part, stated.whole
    has_one_unit = part.unit == whole.unit or not part.unit or not whole.unit
    return has_one_unit and (stated.is_change or part.value <= whole.value)
