"""Fills are told from one another without their colours."""

from itertools import pairwise

from tests.charts import write_figures
from tests.writing.conftest import MakeView

from briefmaker.writing.charts.fills import choose_fill, choose_part_fill
from briefmaker.writing.charts.look import LOOK


def lightness(color: str) -> int:
    """Give how light a colour is, from 0 to 255, as a photocopier sees it."""
    red, green, blue = (int(color[place : place + 2], 16) for place in (1, 3, 5))
    return round(0.299 * red + 0.587 * green + 0.114 * blue)


def test_neighbours_differ_in_lightness() -> None:
    """Shades that stand side by side, and the years before the newest."""
    older = [color for color, _ in LOOK.older]
    for shades in (LOOK.shades[:6], older):
        for one, next_one in pairwise(shades):
            assert abs(lightness(one) - lightness(next_one)) > 40


def test_pale_fills_have_an_outline() -> None:
    """None of a contrast below 3 to white stands without."""
    for color, outline in LOOK.older:
        assert outline or lightness(color) < 150


def test_the_lead_of_a_row_is_set_off(make_view: MakeView) -> None:
    """The newest or only series; the others of the row keep their fill."""
    chart = make_view(write_figures(("bars of two years",))).figures[0].chart
    assert chart is not None
    assert choose_fill(chart, 1, 1).color == LOOK.navy
    assert choose_fill(chart, 1, 0).color == LOOK.bar
    assert choose_fill(chart, 0, 1) == choose_fill(chart, 0, 0)


def test_only_highlighted_parts_of_a_pie_are_the_darkest(make_view: MakeView) -> None:
    """Where there are none, the first is."""
    highlighted, plain = (make_view(write_figures((name,))).figures[0].chart for name in ("a pie", "a pie of shares"))
    assert highlighted is not None
    assert plain is not None
    fills = [choose_part_fill(highlighted, number).color for number in range(5)]
    assert [fill == LOOK.navy for fill in fills] == [False, False, True, False, False]
    assert choose_part_fill(plain, 0).color == LOOK.navy
