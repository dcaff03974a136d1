"""Finds percentages that stand beside the two numbers they are worked out from, and tells whether they fit."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from briefmaker.checks.quantities import Quantity, find_quantities
from briefmaker.checks.text_in_brief import TextInBrief

_DETERMINERS = (
    r"(?:the |its |their |his |her |our |all |these |those |an? |some |about |nearly |over |total (?:of )?|planned "
    r"|existing )*"
)
_OF = re.compile(rf" (?:[^\W\d_]+ ){{0,2}}?(?:out )?of {_DETERMINERS}", re.IGNORECASE)
_SHARE_OF = re.compile(rf"(?: share)? of {_DETERMINERS}", re.IGNORECASE)
_OF_BEFORE = re.compile(rf"\bof {_DETERMINERS}$", re.IGNORECASE)
_NAMELY = (
    r"(?:or |i\.e\.,? |that is,? |that makes |which (?:is|makes|means|comes to) |namely |equal to |equivalent to "
    r"|amounting to |making |meaning )"
)
_ABOUT = (
    r"(?:about |around |roughly |some |nearly |almost |over |more than |less than |just |exactly |only |as many as "
    r"|a share of )*"
)
_PART_TO_SHARE = re.compile(
    rf"[^,;:()\d]{{0,32}}?(?: \(|(?:,|:| –| —)? (?:{_NAMELY})?|, accounting for |, a share of "
    rf"|, representing )(?:{_NAMELY})?{_ABOUT}",
    re.IGNORECASE,
)
_BEFORE_BRACKET = re.compile(rf" (?:share )?[(:](?:{_NAMELY}|thus )?{_ABOUT}", re.IGNORECASE)
_TOTAL_TO_PART = re.compile(rf"[^,;:()\d]{{0,32}}(?:, | \(|: | – ){_NAMELY}?{_ABOUT}", re.IGNORECASE)
_PART_IS_SHARE = re.compile(
    rf"[^.;:()\d]{{0,24}}(?: is| are| was| were| makes? up| represents?| accounts? for| equals?"
    rf"|, {_NAMELY.strip()}?| \(){_ABOUT}\s?",
    re.IGNORECASE,
)
_TO = re.compile(rf"[^,;()\d]{{0,20}} to {_ABOUT}", re.IGNORECASE)
_FROM_BEFORE = re.compile(rf"\bfrom {_ABOUT}[$€£]?$", re.IGNORECASE)
_MOVE = r"(?:up|down|by|increase|rise|growth|drop|fall|decline|decrease|cut|gain|reduction|jump|surge|loss|plus|minus)"
_TO_CHANGE = re.compile(rf"(?!.*\b(?:and|while|but)\b)[^;\d]{{0,40}}\b{_MOVE}(?: of| by)? {_ABOUT}", re.IGNORECASE)
_MOVE_BEFORE = re.compile(
    rf"(?:rose|risen|rises?|grew|grown|grows?|fell|fallen|falls?|dropped|drops?|increased|decreased|declined|shrank"
    rf"|shrunk|jumped|climbed|cut|up"
    rf"|down|expanded|contracted|surged|{_MOVE})(?: by| of)? {_ABOUT}$",
    re.IGNORECASE,
)
_THEN_FROM = re.compile(rf",? ?\(?(?:[\w ]{{0,20}} )?from {_ABOUT}[$€£]?", re.IGNORECASE)
_OR = re.compile(rf"[^;,\d]{{0,20}},? (?:{_NAMELY})?{_ABOUT}", re.IGNORECASE)
_MORE = re.compile(r" (?:more|less|higher|lower|fewer|up|down)\b(?! than)", re.IGNORECASE)
_ENDS = re.compile(r"\s*(?:[.,;:)–—]|$| of (?:those|them|all|the))")
_OF_ANOTHER = re.compile(r" of (?!those|them|all\b|the total|the whole|it\b)[^\W\d_]", re.IGNORECASE)
_LARGE = 100
_LEEWAY = 2.5
"""Points by which a share may be off where one of the numbers is said to be about so much."""


@dataclass(frozen=True, slots=True)
class StatedShare:
    """A percentage with the numbers beside it: a part of a whole, or where a change began and how large it was."""

    share: Quantity
    part: Quantity
    whole: Quantity
    is_change: bool = False

    @property
    def exact(self) -> float:
        """Give what the two numbers come to, in per cent."""
        return abs(self._ratio(self.part.value, self.whole.value))

    def _ratio(self, part: float, whole: float) -> float:
        return 100 * ((part - whole) if self.is_change else part) / whole

    @property
    def fits(self) -> bool:
        """Tell whether the share is what the numbers come to, each rounded as it is, the share perhaps cut off."""
        parts = [self.part.value + sign * _slack(self.part) for sign in (-1, 1)]
        wholes = [self.whole.value + sign * _slack(self.whole) for sign in (-1, 1)]
        possible = [abs(self._ratio(part, whole)) for part in parts for whole in wholes if whole > 0]
        is_about = self.share.is_about or self.part.is_about or self.whole.is_about
        leeway = _LEEWAY if is_about else 1e-6
        lowest, highest = min(possible, default=0.0), max(possible, default=0.0)
        return lowest - self.share.step / 2 - leeway <= self.share.value <= highest + self.share.step / 2 + leeway or (
            0 <= lowest - self.share.value < self.share.step
        )


def _slack(number: Quantity) -> float:
    return number.step / 2 if number.slack or number.value >= _LARGE else 0.0


def find_stated_shares(text: TextInBrief) -> Iterator[StatedShare]:
    """Give the percentages of an English text that stand beside a part and a whole, or beside a change."""
    if "%" not in text.words and "cent" not in text.words:
        return
    for sentence in text.sentences:
        numbers = [
            each
            for each in find_quantities(text.words, "en", sentence.start, sentence.end)
            if each.counts and each.value > 0
        ]
        for at, share in enumerate(numbers):
            if share.is_share:
                stated = _find_numbers(text.words, numbers, at)
                if stated is not None:
                    yield stated


def _find_numbers(words: str, numbers: Sequence[Quantity], at: int) -> StatedShare | None:
    share = numbers[at]
    before = [each for each in numbers[:at] if not each.is_share][-2:]
    after = [each for each in numbers[at + 1 : at + 3] if not each.is_share]
    pairs = (
        _read_before(words, share, before)
        or _read_after(words, share, after)
        or _read_around(words, share, before, after)
    )
    return pairs if pairs is not None and _is_sound(pairs) else None


def _read_before(words: str, share: Quantity, before: Sequence[Quantity]) -> StatedShare | None:
    """Read ``12 of 18 boats, 75 %``, ``Of 32 allies, 23 (62 %)`` and ``from 100 to 150, an increase of 60 %``."""
    if len(before) < 2:  # noqa: PLR2004 - a part and a whole
        return None
    one, two = before
    gap, rest = words[one.end : two.start], words[two.end : share.start]
    if _TO.fullmatch(gap) and _FROM_BEFORE.search(words[max(0, one.start - 30) : one.start]):
        is_change = _TO_CHANGE.fullmatch(rest) or (_OR.fullmatch(rest) and _MORE.match(words, share.end))
        return StatedShare(share, two, _scaled(one, two), is_change=True) if is_change else None
    is_beside = _PART_TO_SHARE.fullmatch(rest) and re.search(r"[,(:–—]", rest)
    if rest.endswith(", ") and not _ENDS.match(words, share.end):
        return None
    if is_beside and not _OF_ANOTHER.match(words, share.end):
        if _OF.fullmatch(gap):
            return StatedShare(share, _scaled(one, two), two)
        if _OF_BEFORE.search(words[max(0, one.start - 40) : one.start]) and re.fullmatch(r"[^;()]{0,40}", gap):
            return StatedShare(share, _scaled(two, one), one)
    return None


def _read_after(words: str, share: Quantity, after: Sequence[Quantity]) -> StatedShare | None:
    """Read ``60 % (980 of 1,588)``, ``60 % of 1,588, i.e. 845`` and ``grew by 25 %, from 80 to 110``."""
    if len(after) < 2:  # noqa: PLR2004 - a part and a whole
        return None
    one, two = after
    lead, gap = words[share.end : one.start], words[one.end : two.start]
    if _BEFORE_BRACKET.fullmatch(lead) and _OF.fullmatch(gap):
        return StatedShare(share, _scaled(one, two), two)
    if _SHARE_OF.fullmatch(lead) and _TOTAL_TO_PART.fullmatch(gap):
        return StatedShare(share, _scaled(two, one), one)
    if (
        _THEN_FROM.fullmatch(lead)
        and _TO.fullmatch(gap)
        and _MOVE_BEFORE.search(words[max(0, share.start - 40) : share.start])
    ):
        return StatedShare(share, two, _scaled(one, two), is_change=True)
    return None


def _read_around(
    words: str, share: Quantity, before: Sequence[Quantity], after: Sequence[Quantity]
) -> StatedShare | None:
    """Read ``845 billion is 62 % of 1,404 billion``."""
    if not before or not after:
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
