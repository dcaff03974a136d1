"""The table of expressions of likelihood holds all terms of the scales, and says which of them are equal."""

import pytest

from briefmaker.checks.likelihood_table import load_likelihood_table
from briefmaker.view.likelihood import load_scale


@pytest.mark.parametrize("language", ["en", "fr"])
@pytest.mark.parametrize("name", ["icd-203", "phia"])
def test_every_term_of_a_scale_stands_in_its_row(language: str, name: str) -> None:
    """So that a term that is added or renamed in a scale is not forgotten where rules look for it."""
    table, scale = load_likelihood_table(language), load_scale(name)
    assert scale is not None
    for row in scale.rows:
        for number, term in enumerate(row.terms[language]):
            assert term in table.lines, term
            assert table.lines[term].row_of(term, name) == number, term


@pytest.mark.parametrize(
    ("phrase", "scale", "row", "expected"),
    [
        ("highly likely", "icd-203", 0, "very likely"),
        ("highly likely", "icd-203", 1, "highly probable"),
        ("very likely", "phia", 1, "highly likely"),
        ("remote", "icd-203", 0, None),
        ("realistic possibility", "icd-203", 0, None),
    ],
)
def test_a_term_has_its_equal_where_ranges_agree(phrase: str, scale: str, row: int, expected: str | None) -> None:
    """And none where no word of the same form, or no such range, is there."""
    assert load_likelihood_table("en").lines[phrase].word_of(scale, row) == expected


def test_a_language_without_data_has_no_expressions() -> None:
    """Rules are not asked there, and nothing fails."""
    assert not load_likelihood_table("tr").lines
    assert not load_likelihood_table("tr").has_scale("icd-203")
