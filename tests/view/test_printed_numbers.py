"""Numbers in the brief's language."""

import pytest
from babel import Locale

from briefmaker.reading.numbers import Number
from briefmaker.view.printed_numbers import NumberPrinter, choose_printer, print_number, write_share

PRINTED = {
    ("en", 2): "−1,234,567.50",
    ("fr", 2): "−1\u202f234\u202f567,50",
    ("de", 0): "−1.234.568",
    ("pl", 1): "−1\u00a0234\u00a0567,5",
    ("ar", 2): "−1,234,567.50",
}


def make(*numbers: tuple[float, int], locale: str = "en", is_share: bool = False) -> NumberPrinter:
    """Give what prints numbers with these decimals."""
    read = [Number(value, decimals, is_share=is_share) for value, decimals in numbers]
    return choose_printer(read, Locale.parse(locale))


@pytest.mark.parametrize(("language", "decimals"), PRINTED)
def test_decimals_and_thousands_are_those_of_the_language(language: str, decimals: int) -> None:
    """With a true minus and without a blank at which a line may break."""
    printer = make((1.0, decimals), locale=language)
    written = printer.write(-1234567.5).replace("\u200e", "")
    assert written == PRINTED[language, decimals]
    assert " " not in written


def test_all_numbers_of_a_chart_have_the_most_decimals_that_were_typed() -> None:
    """More than four were worked out, and are printed as two."""
    assert make((4.0, 0), (4.48, 2)).write(4) == "4.00"
    assert make((1 / 3, 12)).write(1 / 3) == "0.33"
    assert make((-0.001, 1)).write(-0.001) == "0.0"


def test_a_share_keeps_its_sign() -> None:
    """With a blank before it where the language has one; the format for spreadsheets says the same."""
    assert make((4.5, 1), is_share=True).write(4.5) == "4.5%"
    assert make((4.5, 1), locale="fr", is_share=True).write(4.5) == "4,5\u00a0%"
    assert make((4.5, 1), is_share=True).spreadsheet_format() == '#,##0.0"%"'
    assert (write_share(0.345, Locale("en")), write_share(0.345, Locale("de"))) == ("34%", "34\u00a0%")


def test_numbers_of_an_axis_have_alike_decimals() -> None:
    """As many as one of them needs."""
    assert make((1, 0)).write_steps([0, 0.5, 1]) == ["0.0", "0.5", "1.0"]
    assert make((1, 0)).write_steps([0, 5, 10]) == ["0", "5", "10"]


def test_a_number_is_printed_with_the_decimals_that_were_typed() -> None:
    """A reference line stands in the brief, not in the data."""
    assert (print_number("3.50", Locale("fr")), print_number("-2", Locale("fr"))) == ("3,50", "−2")
