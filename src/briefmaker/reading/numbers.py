"""Numbers as they stand in data: with a point or a comma, perhaps grouped by blanks, perhaps with a sign or as a share."""

import re
from dataclasses import dataclass

_BLANKS = " \u00a0\u202f\u2009"
_GROUP = 3
_NUMBER = re.compile(
    rf"(?P<sign>[-+−–]?)[{_BLANKS}]?"
    rf"(?P<whole>[0-9]{{1,3}}(?:[{_BLANKS}][0-9]{{3}}){{1,4}}|[0-9]{{1,15}}|(?=[.,]))"
    rf"(?:[.,](?P<fraction>[0-9]{{1,15}}))?(?P<share>[{_BLANKS}]?%)?"
)


@dataclass(frozen=True, slots=True)
class Number:
    """A number with the decimals that were typed; ``is_share`` where a per cent sign stood beside it."""

    value: float
    decimals: int
    is_share: bool


def read_number(text: str) -> Number | None:
    """Give the number that a cell holds, or None.

    4,48 is a number like 4.48; 1,234 is none, being a thousand and some in one country and one and a bit in another.
    """
    found = _NUMBER.fullmatch(text.strip())
    if found is None or _is_ambiguous(text):
        return None
    digits = re.sub(r"[^0-9]", "", found["whole"])
    fraction = found["fraction"] or ""
    value = float(f"{digits or 0}.{fraction or 0}")
    return Number(-value if found["sign"] in ("-", "−", "–") and value else value, len(fraction), bool(found["share"]))


def _is_ambiguous(text: str) -> bool:
    """Tell whether a comma may stand between thousands: before three digits, after some that are not only zeros."""
    whole, comma, fraction = text.partition(",")
    return bool(comma) and len(re.findall("[0-9]", fraction)) == _GROUP and bool(re.search("[1-9]", whole))
