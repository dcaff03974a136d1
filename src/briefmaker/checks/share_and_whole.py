"""What a text says a share is of, and whether it fits: each number rounded as it is written."""

from dataclasses import dataclass

from briefmaker.checks.number_words import Fraction
from briefmaker.checks.quantities import Quantity

_LARGE = 100
LEEWAY = 2.5
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
        leeway = LEEWAY if is_about else 1e-6
        lowest, highest = min(possible, default=0.0), max(possible, default=0.0)
        return lowest - self.share.step / 2 - leeway <= self.share.value <= highest + self.share.step / 2 + leeway or (
            0 <= lowest - self.share.value < self.share.step
        )


@dataclass(frozen=True, slots=True)
class StatedFraction:
    """A percentage beside a fraction in words: seven in ten households (71 %)."""

    share: Quantity
    fraction: Fraction

    @property
    def fits(self) -> bool:
        """Tell whether the share is near enough to be called by these words."""
        return self.fraction.lowest - self.share.step <= self.share.value <= self.fraction.highest + self.share.step


def _slack(number: Quantity) -> float:
    if number.slack:
        is_small = number.value < _LARGE * number.step and number.scale > 1
        return number.step / (4 if is_small else 2)
    return number.step / 2 if number.value >= _LARGE else 0.0
