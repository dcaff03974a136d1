"""A chart wants a text of its own; a table is read as it stands."""

import pytest
from tests.checking import check_text, places_of


@pytest.mark.parametrize(("chart", "is_told"), [("column", True), ("line", True), ("table", False)])
def test_only_charts_are_asked(chart: str, is_told: bool) -> None:
    """It is told at the figure's name."""
    figure = f"figures:\n  grain: {{chart: {chart}, x: y, y: {{s: S}}, rows: [{{y: a, s: '1'}}, {{y: b, s: '2'}}]}}"
    found = check_text(f"template: information\n{figure}", "ACC001")
    assert places_of(found, "ACC001") == [(3, "figures.grain")] * is_told
