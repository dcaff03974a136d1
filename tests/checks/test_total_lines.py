"""Rows and columns of a table that are called a total are added up."""

import pytest

from briefmaker.checks.total_lines import find_wrong_totals

HEAD = ["Ally", "Ships", "Boats"]
ROWS = [HEAD, ["Norway", "12", "3"], ["Denmark", "7", "4"]]


@pytest.mark.parametrize(("total", "wrong"), [("19", []), ("20", [(3, 1, 19.0)]), ("**18**", [(3, 1, 19.0)])])
def test_a_row_of_totals_is_added_up_column_by_column(total: str, wrong: list[tuple[int, int, float]]) -> None:
    """Each number of things counts as it stands."""
    found = find_wrong_totals([*ROWS, ["Total", total, "7"]], "", "en")
    assert [(each.row, each.column, each.sum) for each in found] == wrong


def test_a_column_of_totals_is_added_up_row_by_row() -> None:
    """The first column has names."""
    rows = [[*HEAD, "Total"], ["Norway", "12", "3", "15"], ["Denmark", "7", "4", "12"]]
    assert [(each.row, each.column, each.sum) for each in find_wrong_totals(rows, "", "en")] == [(2, 3, 11.0)]


@pytest.mark.parametrize(("unit", "count"), [("", 1), ("billion euros", 0), ("% of GDP", 0)])
def test_a_unit_that_is_rounded_to_allows_for_it(unit: str, count: int) -> None:
    """Each of three numbers may be off by a half."""
    rows = [["Fund", "Sum"], ["Roads", "12"], ["Rail", "7"], ["Total", "20"]]
    assert len(list(find_wrong_totals(rows, unit, "en"))) == count


@pytest.mark.parametrize(
    "rows",
    [
        [["Ally", "Share"], ["Europe", "2.27"], ["America", "3.22"], ["Total", "2.76"]],
        [["Ally", "Ships"], ["Norway", "12"], ["of which old", "5"], ["Denmark", "7"], ["Total", "19"]],
        [["Ally", "Ships"], ["Norway", "n/a"], ["Denmark", "7"], ["Total", "20"]],
        [["Ally", "Joined"], ["Norway", "1949"], ["Denmark", "1949"], ["Total", "2025"]],
        [["Ally", "Ships"], ["Norway", "12"], ["Denmark", "7"], ["NATO", "20"]],
    ],
)
def test_what_is_no_sum_is_left(rows: list[list[str]]) -> None:
    """Averages, parts of parts, words, years, and rows with another name."""
    assert list(find_wrong_totals(rows, "", "en")) == []


def test_an_empty_cell_is_nothing() -> None:
    """So is a dash."""
    rows = [["Ally", "Ships"], ["Norway", "12"], ["Sweden", "–"], ["Finland", ""], ["Denmark", "7"], ["Total", "19"]]
    assert list(find_wrong_totals(rows, "", "en")) == []
    rows[-1] = ["Total", "21"]
    assert [each.sum for each in find_wrong_totals(rows, "", "en")] == [19.0]
