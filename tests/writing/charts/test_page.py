"""Charts as they stand on a page."""

import re
from pathlib import Path

import lxml.html
import pytest
from tests.charts import CHARTS, write_figures
from tests.writing.conftest import MakeView

from briefmaker.model.style import PLAIN_STYLE
from briefmaker.writing.charts import write_chart

FIRST_BAR = re.compile(r'd="M([0-9.]+),[0-9.]+ h([0-9.]+)')
WIDTH = re.compile(r'viewBox="0 0 ([0-9.]+)')
MARK = re.compile(r"<(rect|path|circle)\b[^>]*>")


def draw(make_view: MakeView, name: str, direction: str = "ltr") -> str:
    """Give one of the charts for tests as HTML."""
    (figure,) = make_view(write_figures((name,))).figures
    return str(write_chart(figure, direction, PLAIN_STYLE.colours))


def numbers_in(svg: str) -> list[float]:
    """Give every coordinate of the paths of a drawing."""
    return [float(each) for path in re.findall(r'\bd="([^"]*)"', svg) for each in re.findall(r"-?[0-9.]+", path)]


@pytest.mark.parametrize("direction", ["ltr", "rtl"])
@pytest.mark.parametrize("name", CHARTS)
def test_every_chart_has_marks_its_text_and_its_table(make_view: MakeView, name: str, direction: str) -> None:
    """The SVG has an alternative text and no words, and nothing in it is drawn outside."""
    written = draw(make_view, name, direction)
    root = lxml.html.fragment_fromstring(written)
    (svg,) = root.findall(".//svg")
    assert svg.find("title").text
    assert svg.find(".//text") is None
    assert MARK.search(written)
    width, height = (float(each) for each in svg.get("viewbox", svg.get("viewBox")).split()[2:])
    assert all(-max(width, height) <= number <= max(width, height) + 1 for number in numbers_in(written))
    assert root.findall(".//table")
    assert root.findall(".//th[@scope='col']")
    assert root.findall(".//th[@scope='row']")


def test_a_missing_value_leaves_a_gap_in_a_line(make_view: MakeView) -> None:
    """Poland's line is drawn, and of Spain's the two points beside the gap, which nothing joins."""
    written = draw(make_view, "lines")
    assert written.count('stroke-width="2.0"') == 1
    assert 'stroke-width="1.4"' not in written
    assert written.count('r="1.4"') == 2


def test_highlighted_bars_are_navy(make_view: MakeView) -> None:
    """The others have the colour of bars."""
    written = draw(make_view, "bars of two years")
    assert written.count('fill="#1b365d"') == 1
    assert 'class="highlighted"' in written


def test_marks_are_mirrored_from_right_to_left(make_view: MakeView) -> None:
    """The bars begin as far from the right edge as they did from the left."""
    normal, turned = (draw(make_view, "bars of one series", each) for each in ("ltr", "rtl"))
    begin, length = (float(each) for each in FIRST_BAR.findall(normal)[0])
    begin_turned, length_turned = (float(each) for each in FIRST_BAR.findall(turned)[0])
    width = float(WIDTH.findall(normal)[0])
    assert (begin, length_turned) == (1, length)
    assert begin_turned + length == pytest.approx(width - 1, abs=0.02)


def test_what_a_brief_says_is_escaped(make_view: MakeView) -> None:
    """In labels, in cells and in the alternative text."""
    written = draw(make_view, "bars of one series") + draw(make_view, "bars of two years")
    assert "<very>" not in written
    assert "&lt;very&gt;" in written
    assert "Spending &amp; more" in written


def test_a_page_with_a_chart_is_drawn_without_a_warning(make_view: MakeView, tmp_path: Path) -> None:
    """WeasyPrint understands all of it."""
    from briefmaker.workspace.workspace import built_in_templates
    from briefmaker.writing.html import write_html
    from briefmaker.writing.pdf import write_pdf
    from briefmaker.writing.template import find_template

    template = find_template("meeting", (built_in_templates(),))
    assert template is not None
    assert write_pdf(write_html(make_view(write_figures()), template), template).diagnostics == ()
