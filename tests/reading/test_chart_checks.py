"""Whether data can be drawn: every refusal at its line, and none for what is fit."""

from pathlib import Path

import pytest
from tests.briefs import read_text
from tests.charts import CHARTS, write_figures

from briefmaker.diagnostics import Code, Diagnostic, Severity
from briefmaker.workspace.files import BriefFolder


def find(figure: str, folder: BriefFolder | None = None) -> list[Diagnostic]:
    """Give what is found in a brief with one figure."""
    return list(read_text(f"figures:\n  f: {figure}", folder).diagnostics)


@pytest.mark.parametrize("name", CHARTS)
def test_a_fit_chart_is_read_without_a_word(name: str) -> None:
    """Gaps, numbers below zero, long names and many points are no mistakes."""
    assert read_text(write_figures((name,))).diagnostics == ()


def rows_of(count: int, columns: int = 1) -> str:
    """Give rows with numbers."""
    cells = ", ".join(f"v{number}: {number + 1}" for number in range(columns))
    return "[" + ", ".join(f"{{n: r{row}, {cells}}}" for row in range(count)) + "]"


@pytest.mark.parametrize(
    ("chart", "columns", "most"),
    [("bar", 1, 40), ("bar", 2, 40), ("bar", 6, 20), ("column", 1, 24), ("line", 1, 400), ("pie", 1, 7)],
)
def test_a_chart_has_as_many_rows_as_can_be_read(chart: str, columns: int, most: int) -> None:
    """The most is drawn, one more is told."""
    assert find(f"{{chart: {chart}, rows: {rows_of(most, columns)}}}") == []
    (found,) = find(f"{{chart: {chart}, rows: {rows_of(most + 1, columns)}}}")
    assert (found.code, found.path) == (Code.CHART_SIZE, "figures.f.rows")
    assert f"at most {most}" in found.message


def test_five_thousand_rows_are_told_once(tmp_path: Path) -> None:
    """At the line that names the file."""
    (tmp_path / "big.csv").write_text("n,v\n" + "".join(f"r{row},{row}\n" for row in range(5000)), "utf-8")
    (found,) = find("{chart: bar, data: big.csv}", BriefFolder(tmp_path, tmp_path))
    assert (found.code, found.path, found.span.line) == (Code.CHART_SIZE, "figures.f.data", 2)
    assert "5,000 rows" in found.message


def test_cells_that_are_no_numbers_are_told_by_row_and_column(tmp_path: Path) -> None:
    """Five of them one by one with the file's name, the others by their number."""
    (tmp_path / "a.csv").write_text("ally,2024,2025\n" + "".join(f"ally {n},x{n},1\n" for n in range(7)), "utf-8")
    found = find("{chart: bar, data: a.csv}", BriefFolder(tmp_path, tmp_path))
    assert [one.code for one in found] == [Code.CHART_NUMBER] * 6
    told = {one.message for one in found}
    assert "`a.csv`, row `ally 0`, column `2024`: `x0` is not a number" in told
    assert "`a.csv`, 2 more cells hold no number" in told


UNSUITED = {
    "a pie of two columns": ("{chart: pie, rows: [{n: a, v: 1, w: 2}]}", Code.CHART_UNSUITED, "rows"),
    "a pie with a gap": ("{chart: pie, rows: [{n: a, v: 1}, {n: b, v: }]}", Code.CHART_UNSUITED, "rows"),
    "a pie of nothing": ("{chart: pie, rows: [{n: a, v: 0}, {n: b, v: 0}]}", Code.CHART_UNSUITED, "rows"),
    "a pie with a line": (
        "{chart: pie, reference_line: {value: 1, label: l}, rows: [{n: a, v: 1}]}",
        Code.CHART_UNSUITED,
        "reference_line",
    ),
    "shares and none": ("{chart: bar, rows: [{n: a, v: 1 %}, {n: b, v: 2}]}", Code.CHART_UNSUITED, "rows"),
    "no number at all": ("{chart: bar, rows: [{n: a, v: }, {n: b, v: }]}", Code.CHART_SIZE, "rows"),
    "seven columns": (f"{{chart: line, rows: {rows_of(2, 7)}}}", Code.CHART_SIZE, "rows"),
    "a workbook's error": ("{chart: bar, rows: [{n: a, v: '#DIV/0!'}]}", Code.CHART_NUMBER, "rows[0].v"),
}


@pytest.mark.parametrize("name", UNSUITED)
def test_what_does_not_go_with_a_chart_is_told(name: str) -> None:
    """With its code, its place, and what to do instead."""
    figure, code, place = UNSUITED[name]
    (found,) = find(figure)
    assert (found.code, found.path) == (code, f"figures.f.{place}")
    assert found.hint


@pytest.mark.parametrize(
    ("value", "is_told"), [("30", False), ("34", True), ("-30", False), ("-31", True), ("0", False)]
)
def test_a_reference_line_may_lie_outside_the_data_but_not_far(value: str, is_told: bool) -> None:
    """Up to ten times their span: beyond that the data would be a speck."""
    figure = f"{{chart: bar, reference_line: {{value: {value}, label: l}}, rows: [{{n: a, v: 3}}, {{n: b, v: 2}}]}}"
    assert [one.code for one in find(figure)] == [Code.CHART_UNSUITED] * is_told


def test_a_line_chart_may_set_off_a_column() -> None:
    """A bar chart may not: there it is rows that are set off."""
    rows = "rows: [{n: a, v: 1}], highlight: [v]"
    assert find(f"{{chart: line, {rows}}}") == []
    assert [one.code for one in find(f"{{chart: bar, {rows}}}")] == [Code.DATA_SHAPE]


@pytest.mark.parametrize(
    ("names", "is_told"),
    [
        (["Poland", "Spain", "Italy"], False),
        (["Liechtenstein"] * 8, True),
        ([f"2025-{n:02}" for n in range(1, 13)], False),
    ],
)
def test_names_that_have_no_room_under_columns_are_told(names: list[str], is_told: bool) -> None:
    """As a warning at the kind of chart; dates may be read between others, and bars have room for any name."""
    rows = ", ".join(f"{{n: {name}, v: 1}}" for name in names)
    found = find(f"{{chart: column, rows: [{rows}]}}")
    assert [(one.code, one.path, one.severity) for one in found] == [
        (Code.CHART_UNSUITED, "figures.f.chart", Severity.WARNING)
    ] * is_told
    assert find(f"{{chart: bar, rows: [{rows}]}}") == []
