"""Numbers of a figure as the brief's language writes them: its decimal sign, its way of setting thousands apart."""

import re
from functools import cache

from babel import Locale

from briefmaker.view.direction import LEFT_TO_RIGHT_MARK

_PLAIN_NUMBER = re.compile(r"([-+−–]?)([0-9]+)(?:\.([0-9]+))?( ?%)?")
_LONGEST_WHOLE = 4


def write_number(text: str, locale: Locale) -> str:
    """Give a number typed plainly (``1404.5``, ``-3``, ``2.27 %``) in its language's own form: ``1404,5``, ``−3``, ``2,27 %``.

    The decimals stay as many as were typed. Digits are set apart in threes from five on, so that a year or a sum of four digits
    stays whole; so does one that begins with a zero, which is a name. What is typed in another form, such as ``1,404`` or
    ``n/a``, is the author's and stays as it is.
    """
    number = _PLAIN_NUMBER.fullmatch(text)
    if number is None:
        return text
    sign, whole, decimals, percent = number.groups()
    decimal_sign, group_sign = _signs(locale)
    written = _group(whole, group_sign) + (decimal_sign + decimals if decimals else "")
    return _write_sign(sign, locale) + written + (percent or "")


@cache
def _signs(locale: Locale) -> tuple[str, str]:
    """Give the signs between whole and decimals and between thousands, for digits as Europe writes them."""
    symbols = locale.number_symbols["latn"]
    return symbols["decimal"], symbols["group"]


def _group(whole: str, sign: str) -> str:
    if len(whole) <= _LONGEST_WHOLE or whole.startswith("0"):
        return whole
    first = len(whole) % 3
    threes = [whole[start : start + 3] for start in range(first, len(whole), 3)]
    return sign.join(filter(None, [whole[:first], *threes]))


def _write_sign(sign: str, locale: Locale) -> str:
    """Give a minus as long as a plus, not a hyphen at which a line could break."""
    if not sign:
        return ""
    written = "+" if sign == "+" else "−"
    return f"{LEFT_TO_RIGHT_MARK}{written}" if locale.text_direction == "rtl" else written
