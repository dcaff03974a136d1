"""Numbers as they stand in data: what is one, and what might be two."""

import pytest

from briefmaker.reading.numbers import Number, read_number

NUMBERS = {
    "4.48": Number(4.48, 2, is_share=False),
    " 4,48 ": Number(4.48, 2, is_share=False),
    "0,234": Number(0.234, 3, is_share=False),
    "-3": Number(-3.0, 0, is_share=False),
    "− 3.50": Number(-3.5, 2, is_share=False),
    "+1": Number(1.0, 0, is_share=False),
    ".92": Number(0.92, 2, is_share=False),
    "1 234 567.5": Number(1234567.5, 1, is_share=False),
    "12\u00a0000": Number(12000.0, 0, is_share=False),
    "4.5 %": Number(4.5, 1, is_share=True),
    "62%": Number(62.0, 0, is_share=True),
    "-0": Number(0.0, 0, is_share=False),
}


@pytest.mark.parametrize("text", NUMBERS)
def test_a_number_is_read_as_it_was_typed(text: str) -> None:
    """Value, decimals, and whether it is a share."""
    assert read_number(text) == NUMBERS[text]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "about 2",
        "1,234",
        "12,345",
        "1.234,5",
        "1,234.5",
        "12 34",
        "2025-10-21",
        "#DIV/0!",
        "1e5",
        "4.",
        "٣",
        "1" * 16,
    ],
)
def test_what_is_no_number_or_may_be_two_is_not_read(text: str) -> None:
    """A comma before three digits stands between thousands in one country, before decimals in another."""
    assert read_number(text) is None
