"""The parts of a view are built in the order of the page, whatever that order is."""

from itertools import permutations

import pytest
from tests.briefs import view_text, words_of

BRIEF = """
background: "Long [@a]."
agenda: [{topic: "Grain [@b]", figures: [one]}]
figures:
  one: {rows: [{who: Ours, sum: "1"}], caption: "First [@c]"}
  two: {rows: [{who: Ours, sum: "2"}], caption: "Second [@d]"}
sources: {a: {title: A}, b: {title: B}, c: {title: C}, d: {title: D}}
"""


@pytest.mark.parametrize("order", list(permutations(("background", "agenda", "figures", "sources"))))
def test_every_order_gives_the_same_parts(order: tuple[str, ...]) -> None:
    """Only the numbers of the sources differ; a figure that belongs to a point of the agenda is never taken from it."""
    view = view_text(BRIEF, (*order, "title"))
    assert [[words_of(figure.caption)[:5] for figure in item.figures] for item in view.agenda] == [["First"]]
    assert [words_of(figure.caption)[:6] for figure in view.figures] == ["Second"]
    first = min(order.index("background"), order.index("agenda"), order.index("figures"))
    titles = [words_of(source.title) for source in view.sources]
    assert titles[0] == ("A" if order[first] == "background" else "B")
    assert sorted(titles) == ["A", "B", "C", "D"]


def test_a_field_that_has_no_part_of_its_own_is_passed_over() -> None:
    """Handling, status and the like are shown with others, and a template may name what no brief has."""
    view = view_text("title: Grain", ("handling", "status", "nothing.here", "__class__", "title"))
    assert words_of(view.title) == "Grain"
    assert view == view_text("title: Grain", ("title", "handling", "status", "nothing.here", "__class__"))
