"""What is set off in a chart is told from the rest by its fill."""

from tests.charts import write_figures
from tests.writing.conftest import MakeView

from briefmaker.model.style import PLAIN_STYLE
from briefmaker.writing.charts.colours import choose_colours
from briefmaker.writing.charts.fills import choose_fill, choose_part_fill

USUAL = choose_colours(PLAIN_STYLE.colours)


def test_the_lead_of_a_row_is_set_off(make_view: MakeView) -> None:
    """The newest or only series; the others of the row keep their fill."""
    chart = make_view(write_figures(("bars of two years",))).figures[0].chart
    assert chart is not None
    assert choose_fill(USUAL, chart, 1, 1).color == USUAL.lead
    assert choose_fill(USUAL, chart, 1, 0).color == USUAL.bar
    assert choose_fill(USUAL, chart, 0, 1) == choose_fill(USUAL, chart, 0, 0)


def test_only_highlighted_parts_of_a_pie_are_the_darkest(make_view: MakeView) -> None:
    """Where there are none, the first is."""
    highlighted, plain = (make_view(write_figures((name,))).figures[0].chart for name in ("a pie", "a pie of shares"))
    assert highlighted is not None
    assert plain is not None
    fills = [choose_part_fill(USUAL, highlighted, number).color for number in range(5)]
    assert [fill == USUAL.lead for fill in fills] == [False, False, True, False, False]
    assert choose_part_fill(USUAL, plain, 0).color == USUAL.lead
