"""Numbers as they stand in data: digits with a point, perhaps grouped by blanks, perhaps with a sign or as a share."""

import re
from dataclasses import dataclass

_BLANKS = " \u00a0\u202f\u2009"
_NUMBER = re.compile(
    rf"(?P<sign>[-+−–]?)[{_BLANKS}]?"
    rf"(?P<whole>[0-9]{{1,3}}(?:[{_BLANKS}][0-9]{{3}}){{1,4}}|[0-9]{{1,15}}|(?=\.))"
    rf"(?:\.(?P<fraction>[0-9]{{1,15}}))?(?P<share>[{_BLANKS}]?%)?"
)


@dataclass(frozen=True, slots=True)
class Number:
    """A number with the decimals that were typed; ``is_share`` where a per cent sign stood beside it."""

    value: float
    decimals: int
    is_share: bool


def read_number(text: str) -> Number | None:
    """Give the number that a cell holds, or None.

    A comma is never read: 1,234 is a thousand and some in one country and one and a bit in another.
    """
    found = _NUMBER.fullmatch(text.strip())
    if found is None:
        return None
    digits = re.sub(r"[^0-9]", "", found["whole"])
    fraction = found["fraction"] or ""
    value = float(f"{digits or 0}.{fraction or 0}")
    return Number(-value if found["sign"] in ("-", "−", "–") and value else value, len(fraction), bool(found["share"]))
