"""A statistic has its year in its paragraph, or with the fact that is cited."""

import pytest
from tests.checking import check_text, lines_of

FACT = 'facts: [{id: us-share, value: 3.22, unit: "% of GDP", as_of: 2025-08}]\n'


@pytest.mark.parametrize(
    ("words", "is_found"),
    [
        ("Spending stands at 3.4 % of GDP.", True),
        ("In 2024 much changed. Spending stands at 3.4 % of GDP.", False),
        ("In 2024 much changed.\n\n  Spending stands at 3.4 % of GDP.", True),
        ("Spending stands at [@us-share].", False),
        ("Spending stands at an estimated 3.4 % of GDP.", False),
        ("Spending should stand at 3.4 % of GDP.", False),
        ("“Spending stands at 3.4 % of GDP.”", False),
    ],
)
def test_a_paragraph_gives_its_numbers_their_year(words: str, is_found: bool) -> None:
    """Another paragraph does not."""
    found = check_text(f"{FACT}bottom_line: |\n  {words}\n", "NUM002")
    assert bool(lines_of(found, "NUM002")) is is_found


@pytest.mark.parametrize(("more", "is_found"), [("", True), (", as_of: 2025", False)])
def test_a_fact_says_when_it_holds(more: str, is_found: bool) -> None:
    """By its own field."""
    found = check_text(f'facts:\n  - {{id: share, value: 34, unit: "%"{more}}}\n', "NUM002")
    assert lines_of(found, "NUM002") == [2] * is_found
