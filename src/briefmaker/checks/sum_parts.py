"""The numbers of a sentence that may be parts of a total, and the sums that they make."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from briefmaker.checks.late_pattern import LatePattern
from briefmaker.checks.quantities import Quantity
from briefmaker.checks.sentences import Stretch
from briefmaker.checks.stated_sums import WHOLE, StatedSum
from briefmaker.checks.sum_words import DIFFERENCE, JOINS, PREPOSITION, TIME

_NO_THINGS = frozenset({"", "and", "et", "from", "for", "by", "pour", "de", "in", "en", "to"})
"""What may stand behind a number that has its scale and unit from the next one."""
LEAST_NUMBERS = 2
NEAR_WEAK = 0.12
"""How near to the total parts have to come where weak words, or none, make them its parts."""


@dataclass(frozen=True, slots=True)
class NumberedSentence:
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


def parts_of(total: Quantity, others: Sequence[Quantity], words: str) -> list[Quantity]:
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
    return refine(parts, total)


def _is_alike(part: Quantity, total: Quantity) -> bool:
    if part.is_share != total.is_share:
        return False
    if bool(TIME.fullmatch(part.noun)) != bool(TIME.fullmatch(total.noun)):
        return False
    has_scale = part.scale > 1 or total.scale == 1
    return has_scale and (part.unit == total.unit or not part.unit or not total.unit)


def ends_of(parts: Sequence[Quantity], value: float, says: Quantity) -> list[StatedSum]:
    """Give the sums of the last two parts before a total, of the last three, and so on."""
    slack = 0.0 if value == WHOLE and says.is_share and says in parts else says.slack
    about = says.is_about
    return [StatedSum(tuple(parts[-count:]), value, says, slack, about) for count in range(2, len(parts) + 1)]


def begins_of(parts: Sequence[Quantity], total: Quantity, *, is_upper_bound: bool = False) -> list[StatedSum]:
    """Give the sums of the first two parts behind a total, of the first three, and so on."""
    return [
        StatedSum(tuple(parts[:count]), total.value, total, total.slack, total.is_about, is_upper_bound)
        for count in range(2, len(parts) + 1)
    ]


def refine(parts: Sequence[Quantity], total: Quantity) -> list[Quantity]:
    """Give parts as exact as the total where all have its scale: 4 million of 7.5 million are 4.0."""
    if total.scale == 1 or total.is_about or any(each.scale != total.scale or each.is_about for each in parts):
        return list(parts)
    step = min(total.step, *(each.step for each in parts)) if parts else total.step
    is_set = any(each.step < each.scale for each in (total, *parts))
    return [replace(each, step=min(each.step, max(step, total.step))) if is_set else each for each in parts]


def judge_all(parts: Sequence[Quantity], total: Quantity, near: float) -> StatedSum | None:
    """Judge a total of which these are all parts."""
    if len(parts) < LEAST_NUMBERS:
        return None
    stated = StatedSum(tuple(parts), total.value, total, total.slack, total.is_about)
    return stated if not stated.fits and stated.distance <= near else None


def name_alike(parts: Sequence[Quantity], words: str) -> str:
    """Give the word that stands behind each number, such as ``from``, perhaps behind what is counted; empty for several."""
    found = [PREPOSITION.match(words, each.end) for each in parts]
    kinds = {
        (each["en"] or ("de" if each["de"] or each["of"] else each["fr"] or "to")).lower() if each else str(at)
        for at, each in enumerate(found)
    }
    return kinds.pop() if len(kinds) == 1 and all(found) else ""


def are_alike(parts: Sequence[Quantity], words: str) -> bool:
    """Tell whether the same word stands behind each number."""
    return name_alike(parts, words) != ""
