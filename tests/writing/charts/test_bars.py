"""How much height a bar chart takes."""

import re

import pytest
from tests.writing.conftest import MakeView

from briefmaker.model.style import PLAIN_STYLE
from briefmaker.writing.charts import write_chart

HEIGHT = re.compile(r'<svg [^>]*?height="([0-9.]+)"')


def measure(make_view: MakeView, name: str, reference: str = "") -> float:
    """Give the height of a chart of one row whose numbers have this name."""
    (figure,) = make_view(f"figures: {{f: {{chart: bar, {reference} rows: [{{c: Malta, {name}: 100}}]}}}}").figures
    found = HEIGHT.search(str(write_chart(figure, "ltr", PLAIN_STYLE.colours)))
    assert found is not None
    return float(found[1])


def test_a_long_head_reaches_over_the_bars_where_nothing_stands_there(make_view: MakeView) -> None:
    """Then it takes one line, as a short one does; the words of a reference line at its place make it two."""
    name = "Share of the whole supply"
    short = measure(make_view, "Share")
    assert measure(make_view, name) == short
    assert measure(make_view, name, "reference_line: {value: 20, label: low}, ") == short
    beside = "reference_line: {value: 99, label: the most that is allowed of it}, "
    assert measure(make_view, name, beside) == pytest.approx(short + 12, abs=0.5)
