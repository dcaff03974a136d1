"""Numbers: plain ones in the form of the brief's language, all others as they were typed."""

import pytest
from babel import Locale
from tests.briefs import view_text, words_of

from briefmaker.view.numbers import write_number


@pytest.mark.parametrize(
    ("language", "typed", "written"),
    [
        ("en_GB", "2.27", "2.27"),
        ("en_GB", "12345.50", "12,345.50"),
        ("en_US", "1404", "1404"),
        ("de", "2.27", "2,27"),
        ("de", "1234567", "1.234.567"),
        ("fr", "12345.6", "12\u202f345,6"),
        ("fr", "2.27 %", "2,27 %"),
        ("fr", "2.27%", "2,27%"),
        ("pl", "-12345", "−12\u00a0345"),
        ("uk", "–0.5", "−0,5"),
        ("es", "+3.1", "+3,1"),
        ("ar", "2.27", "2.27"),
        ("ar", "-2.27", "\u200e−2.27"),
        ("ar_MA", "2.27", "2,27"),
        ("he", "12345", "12,345"),
    ],
)
def test_a_plain_number_is_written_as_its_language_does(language: str, typed: str, written: str) -> None:
    """Decimals stay as many as were typed, and a minus is a minus."""
    assert write_number(typed, Locale.parse(language)) == written


@pytest.mark.parametrize(
    "typed", ["1,404", "1 404", "1'404", "2,27", "n/a", "", "–", "2.27.1", "ca. 3", "2024", "00745", "3.", ".5", "٣٫٥"]
)
def test_what_is_not_plain_stays_as_it_was_typed(typed: str) -> None:
    """A number with signs of its own may mean either thing; a year is not set apart, a number that begins with 0 is a name."""
    assert write_number(typed, Locale("de")) == typed


def test_a_figure_s_columns_of_numbers_are_written_so_and_others_are_not() -> None:
    """A column with one word in it is words; the line to compare with is a number."""
    view = view_text(
        """
        language: de
        figures:
          spending:
            rows:
              - {land: Polen, anteil: 4.48, teil: 1.5, jahr: 2025}
              - {land: Italien, anteil: "", teil: 1.5 (vorläufig), jahr: 2025}
            unit: "% des BIP"
            reference_line: {value: 2.5, label: Richtwert}
        """
    )
    (figure,) = view.figures
    assert [[words_of(cell) for cell in row.cells] for row in figure.rows] == [
        ["Polen", "4,48", "1.5", "2025"],
        ["Italien", "–", "1.5 (vorläufig)", "2025"],
    ]
    assert words_of(figure.reference_line) == "Richtwert: 2,5\u00a0% des BIP"
