"""Totals are found at their place: in a sentence, in the cell of a table, and at the name of a figure."""

import pytest
from tests.checking import check_text, places_of

from briefmaker.diagnostics import Severity

TABLE = """\
bottom_line: |
  | Ally | Ships |
  |---|---|
  | Norway | 12 |
  | Denmark | 7 |
  | Total | {total} |
"""
FIGURE = """\
figures:
  ships:
    chart: table
    x: ally
    rows:
      - {{ally: Norway, ships: 12}}
      - {{ally: Denmark, ships: 7}}
      - {{ally: Total, ships: {total}}}
"""


@pytest.mark.parametrize("style", ["|", ">", '"'])
def test_the_finding_stands_at_the_total(style: str) -> None:
    """In any style of writing."""
    words = "Poland sends 12 ships and Latvia 7, in total 20."
    lines = f'bottom_line: "{words}"\n' if style == '"' else f"bottom_line: {style}\n  {words}\n"
    (found,) = check_text(lines, "NUM003")
    line = lines.splitlines()[found.span.line - 1]
    assert line[found.span.column - 1 :].startswith("20")


@pytest.mark.parametrize(("total", "expected"), [(20, [(6, "bottom_line")]), (19, [])])
def test_a_table_is_added_up(total: int, expected: list[tuple[int, str]]) -> None:
    """The finding stands at the cell."""
    assert places_of(check_text(TABLE.format(total=total), "NUM003"), "NUM003") == expected


@pytest.mark.parametrize(("total", "expected"), [(20, [(2, "figures.ships")]), (19, [])])
def test_a_figure_is_added_up(total: int, expected: list[tuple[int, str]]) -> None:
    """Row and column are named, since the data may be in another file."""
    found = check_text(FIGURE.format(total=total), "NUM003")
    assert places_of(found, "NUM003") == expected
    assert all("`Total`" in each.message and "`ships`" in each.message for each in found)


def test_a_final_brief_does_not_go_out_with_a_wrong_sum() -> None:
    """A draft is warned of it."""
    lines = "bottom_line: |\n  980 + 608 = 1,590.\n"
    assert [each.severity for each in check_text(lines, "NUM003")] == [Severity.WARNING]
    assert [each.severity for each in check_text(f"status: final\n{lines}", "NUM003")] == [Severity.ERROR]
