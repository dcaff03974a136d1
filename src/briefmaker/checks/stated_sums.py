"""What a text says some parts make, and whether they do: each number rounded as it is written."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import sqrt

from briefmaker.checks.quantities import Quantity

WHOLE = 100.0
"""What all shares of a thing make, in per cent."""
_NEAR = 0.25
"""A sum that is farther from the total than this share of it adds up other things."""
_ABOUT = 0.1
"""How far from a sum a total may be that is said to be about so much."""
_SET_AMOUNT = 100
"""Two whole amounts below this, in their scale, are as they are set, and not rounded: 14 and 18 million make 32."""


@dataclass(frozen=True, slots=True)
class StatedSum:
    """Parts and what the text says they make; ``says`` is the quantity at which a finding stands."""

    parts: tuple[Quantity, ...]
    total: float
    says: Quantity
    slack: float
    is_about: bool = False
    is_upper_bound: bool = False

    @property
    def sum(self) -> float:
        """Give what the parts come to."""
        return sum(part.value for part in self.parts)

    @property
    def distance(self) -> float:
        """Give by how much the parts miss the total, as a share of it."""
        return abs(self.sum - self.total) / abs(self.total or 1.0)

    @property
    def fits(self) -> bool:
        """Tell whether the total is what the parts come to, each rounded as it is."""
        allowed = self._allowance() + abs(self.total) * 1e-9
        if self.is_about or (self.says not in self.parts and any(part.is_about for part in self.parts)):
            allowed = max(allowed, _ABOUT * abs(self.total))
        difference = self.sum - self.total
        return difference <= allowed and (self.is_upper_bound or difference >= -allowed)

    def _allowance(self) -> float:
        """Give how far rounding may move the sum: of many numbers hardly by all halves of their last digits at once."""
        numbers = [*self.parts, self.says] if self.slack else list(self.parts)
        slacks = [part.slack for part in self.parts] + [self.slack]
        largest = max(slacks)
        if self._is_of_set_amounts():
            return 0.0
        count = sum(slack == largest for slack in slacks)
        likely = 2 * largest * max(1.0, sqrt(len(numbers)) / 2)
        return min(sum(slacks), likely) if count > 1 else sum(slacks)

    def _is_of_set_amounts(self) -> bool:
        numbers = (*self.parts, self.says)
        is_whole = all(
            each.scale > 1 and each.step == each.scale and each.value < _SET_AMOUNT * each.scale for each in numbers
        )
        return is_whole and len(self.parts) == 2 and not self.is_about  # noqa: PLR2004 - more of them may be rounded

    @property
    def may_be_rounded(self) -> bool:
        """Tell whether halves of all last digits together would explain the difference."""
        return abs(self.sum - self.total) <= sum(each.step / 2 for each in (*self.parts, self.says))

    @property
    def is_near(self) -> bool:
        """Tell whether the parts come near enough to the total to be its parts."""
        return self.distance <= _NEAR


def choose_wrong(sums: Sequence[StatedSum]) -> StatedSum | None:
    """Give the sum that comes nearest to its total and misses it; None where one comes out, or none is near."""
    if is_bounded := any(each.is_upper_bound for each in sums):
        sums = sums[-1:]
    if any(each.fits for each in sums) and (not is_bounded or sums[-1].fits):
        return None
    near = [each for each in sums if each.is_near]
    return min(near, key=lambda each: abs(each.sum - each.total)) if near else None
