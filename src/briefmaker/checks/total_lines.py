"""Finds rows and columns of a table that are called a total and are none of what stands beside them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from briefmaker.checks.late_pattern import LatePattern
from briefmaker.checks.quantities import read_value

_TOTAL = LatePattern(r"(?:grand |overall )?(?:total|totals|sum|altogether|ensemble|somme|total général)\b")
_WITHIN = LatePattern(r"(?:of which|thereof|incl|sub-?\s?total|sous-total|dont)\b")
_NOTHING = frozenset({"", "-", "–", "—", "0"})
_ROUNDED = LatePattern(
    r"%|[$€£]|\b(?:shares?|parts?|million|billion|milliard|thousand|bn|per ?cent|EUR|USD|euros?|dollars?|GDP|PIB"
    r"|tonnes?|mt|GW|TWh)"
)
_LEAST_PARTS = 2
_NEAR = 0.5


@dataclass(frozen=True, slots=True)
class WrongTotal:
    """A total at a row and column of a table, counted from 0 with its heads, what it says, and what its parts come to."""

    row: int
    column: int
    says: str
    sum: float
    decimals: int


def find_wrong_totals(rows: Sequence[Sequence[str]], around: str, language: str) -> Iterator[WrongTotal]:
    """Give the totals of a table that do not come out; ``around`` are words that say what its numbers are, as a unit."""
    if len(rows) <= _LEAST_PARTS:
        return
    heads = [row[0].strip("* ") for row in rows]
    last = len(rows) - 1
    if _TOTAL.match(heads[last]):
        inner = [number for number in range(1, last) if not _WITHIN.match(heads[number])]
        for column in range(1, len(rows[0])):
            words = f"{around} {rows[0][0]} {rows[0][column]}"
            yield from _judge([rows[number][column] for number in inner], words, rows, (last, column), language)
    if _TOTAL.match(rows[0][-1].strip("* ")):
        for number in range(1, len(rows)):
            yield from _judge(rows[number][1:-1], around, rows, (number, len(rows[0]) - 1), language)


def _judge(
    parts: Sequence[str], words: str, rows: Sequence[Sequence[str]], place: tuple[int, int], language: str
) -> Iterator[WrongTotal]:
    says = rows[place[0]][place[1]]
    numbers = [read_value(part, language) for part in parts if part.strip() not in _NOTHING]
    total = read_value(says, language)
    if total is None or None in numbers or len(numbers) < _LEAST_PARTS:
        return
    known = [*(number for number in numbers if number is not None), total]
    if all(number.is_year for number in known) or len({number.unit for number in known if number.unit}) > 1:
        return
    is_rounded = bool(_ROUNDED.search(words)) or any(number.slack for number in known)
    allowed = sum(number.step / 2 for number in known) if is_rounded else 0.0
    come_to = sum(number.value for number in known[:-1])
    difference = abs(come_to - total.value)
    if allowed + abs(total.value) * 1e-9 < difference <= _NEAR * abs(total.value):
        steps = min(number.step / number.scale for number in known)
        yield WrongTotal(
            *place, says.strip("* "), come_to / total.scale, len(f"{steps:.6f}".rstrip("0").partition(".")[2])
        )
