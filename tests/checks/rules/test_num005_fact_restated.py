"""A number is a fact's by its unit and the words of its id, unless it is rounded, of another year, or beside the fact."""

import pytest
from tests.checking import check_text, lines_of

FACT = """\
facts:
  - {{id: us-share-2025, value: 3.22, unit: "% of GDP", as_of: 2025-08-28}}
glossary: {{US: United States}}
bottom_line: |
  {words}
"""


@pytest.mark.parametrize(
    ("words", "is_restated"),
    [
        ("The US spends 3.38 % of GDP.", True),
        ("The United States spends 3.38 % of GDP.", True),
        ("The US spends 3.22 % of GDP.", False),
        ("The US spends 3.2 % of GDP.", False),
        ("The US spends 3.3 % of GDP.", True),
        ("The US spent 3.38 % of GDP in 2024.", False),
        ("The US spends 3.38 % of its budget.", False),
        ("Poland spends 3.38 % of GDP.", False),
        ("The US spends 3.38 % of GDP by one count, and [@us-share-2025] by another.", False),
        ("The US should spend 3.5 % of GDP.", False),
    ],
)
def test_what_makes_a_number_the_fact_s(words: str, is_restated: bool) -> None:
    """Another year, another unit or another name makes it another number."""
    found = check_text(FACT.format(words=words), "NUM005")
    assert lines_of(found, "NUM005") == [5] * is_restated


@pytest.mark.parametrize("value", ["n/a", "about right", "2025"])
def test_a_fact_that_is_no_number_is_restated_by_none(value: str) -> None:
    """Nor is a year."""
    lines = f'facts: [{{id: us-aim, value: "{value}", as_of: 2025}}]\nbottom_line: |\n  The US aim is 12.\n'
    assert check_text(lines, "NUM005") == ()


def test_an_id_that_says_nothing_is_not_looked_for() -> None:
    """``total`` and ``share`` stand beside many numbers."""
    lines = 'facts: [{id: total-share, value: 12, unit: "%"}]\nbottom_line: |\n  The total share is 14 %.\n'
    assert check_text(lines, "NUM005") == ()
