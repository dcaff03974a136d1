"""Facts and charts without a unit are told where nothing else says what they count."""

import pytest
from tests.checking import check_text, places_of

CHART = """\
figures:
  spending:
    chart: bar
    x: ally
    y: {{share: {label}}}
{more}    rows: [{{ally: Norway, share: {value}}}, {{ally: Denmark, share: {value}}}]
"""


@pytest.mark.parametrize(
    ("value", "unit", "is_found"),
    [
        ("3.4", "", True),
        ("32 allies", "", False),
        ("3.4 %", "", False),
        ("3.4", ", unit: ships", False),
        ("2035", "", False),
    ],
)
def test_a_fact_has_its_unit_beside_its_value_or_in_it(value: str, unit: str, is_found: bool) -> None:
    """A year needs none."""
    found = check_text(f'facts:\n  - {{id: share, value: "{value}"{unit}}}\n', "NUM001")
    assert places_of(found, "NUM001") == [(2, "facts[0].value")] * is_found


@pytest.mark.parametrize(
    ("label", "more", "value", "is_found"),
    [
        ("Value", "", "3.4", True),
        ('"2024"', "", "3.4", True),
        ("Defence spending", "", "3.4", True),
        ('"% of GDP"', "", "3.4", False),
        ("Ships", "", "3", False),
        ("Value", '    unit: "%"\n', "3.4", False),
        ("Value", "    caption: In billion euros\n", "3.4", False),
        ("Value", "", "3.4 %", False),
    ],
)
def test_a_chart_says_its_unit_somewhere(label: str, more: str, value: str, is_found: bool) -> None:
    """In `unit`, a label, the caption or beside the numbers; what is counted is its own unit."""
    found = check_text(CHART.format(label=label, more=more, value=value), "NUM001")
    assert places_of(found, "NUM001") == [(2, "figures.spending")] * is_found


def test_a_number_has_its_unit_from_the_other_end_of_its_range() -> None:
    """From 2.1 to 3.4 %."""
    assert check_text("bottom_line: |\n  Spending rose from 2.1 to 3.4 % of GDP.\n", "NUM001") == ()
    assert len(check_text("bottom_line: |\n  Spending rose from 2.1 to 3.4.\n", "NUM001")) > 0
