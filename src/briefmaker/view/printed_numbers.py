"""Numbers as the brief's language prints them: decimals after a comma or a point, thousands apart, a true minus."""

from collections.abc import Sequence
from dataclasses import dataclass

from babel import Locale
from babel.numbers import parse_pattern

from briefmaker.reading.numbers import Number
from briefmaker.view.blanks import NO_BREAK

MOST_DECIMALS = 4
"""A number with more was worked out, not measured; it is printed with two."""

_MINUS = "−"


@dataclass(frozen=True, slots=True)
class NumberPrinter:
    """Prints the numbers of one chart, all with the same number of decimals, and with a per cent sign if they have one."""

    locale: Locale
    decimals: int
    is_share: bool

    def write(self, value: float) -> str:
        """Give a number as it is printed: 1,234.50 in English, 1 234,50 in French."""
        written = _write(value, self.decimals, self.locale)
        return self._with_sign(written)

    def write_steps(self, values: Sequence[float]) -> list[str]:
        """Give the numbers of an axis, with as many decimals as one of them needs."""
        return [self._with_sign(_write(value, _count_decimals(values), self.locale)) for value in values]

    def _with_sign(self, written: str) -> str:
        if not self.is_share:
            return written
        gap = "" if self.locale.language in ("en", "he", "zh", "ja") else NO_BREAK
        return f"{written}{gap}%"

    def spreadsheet_format(self) -> str:
        """Give the same as a spreadsheet writes it down, in every language: ``#,##0.00``."""
        return self._as_share(_pattern(self.decimals))

    def steps_format(self, values: Sequence[float]) -> str:
        """Give how a spreadsheet writes down the numbers of an axis."""
        return self._as_share(_pattern(_count_decimals(values)))

    def _as_share(self, pattern: str) -> str:
        return f'{pattern}"%"' if self.is_share else pattern


def choose_printer(numbers: list[Number], locale: Locale) -> NumberPrinter:
    """Give what prints these numbers: with the most decimals that were typed."""
    decimals = max((number.decimals for number in numbers), default=0)
    is_share = any(number.is_share for number in numbers)
    return NumberPrinter(locale, 2 if decimals > MOST_DECIMALS else decimals, is_share)


def print_number(typed: str, locale: Locale) -> str:
    """Give a number as the language prints it, with the decimals that were typed."""
    return _write(float(typed), len(typed.partition(".")[2]), locale)


def write_share(share: float, locale: Locale) -> str:
    """Give a share of a whole (0.341) in per cent, as the language writes it: 34% or 34 %."""
    written = str(locale.percent_formats[None].apply(share, locale))
    return written.replace(" ", NO_BREAK).replace("\u200e", "")


def _count_decimals(values: Sequence[float]) -> int:
    """Give how many decimals it takes to write all of these numbers."""
    return next(
        count for count in range(13) if all(round(value, count) == round(value, 12) for value in (*values, 0.0))
    )


def _pattern(decimals: int) -> str:
    return "#,##0" + ("." + "0" * decimals if decimals else "")


def _write(value: float, decimals: int, locale: Locale) -> str:
    rounded = round(value, decimals) + 0.0  # no minus before zero
    return str(parse_pattern(_pattern(decimals)).apply(rounded, locale)).replace("-", _MINUS).replace(" ", NO_BREAK)
