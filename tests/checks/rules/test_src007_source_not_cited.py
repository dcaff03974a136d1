"""A source counts as cited by a text, a fact or a figure, and nothing is said where those could not be read."""

import pytest
from tests.checking import check_text, places_of

SOURCES = "sources:\n  one: {title: One}\n  two: {title: Two}\n"


@pytest.mark.parametrize(
    "citing",
    [
        "bottom_line: It grew [@one, p. 4].",
        "facts: [{id: share, value: 3, sources: [one]}]",
        "figures: {grain: {rows: [{a: b}], source: one}}",
        "considerations: Not shown [@one].",
        'agenda: [{topic: "Grain [@two; @one]"}]',
    ],
)
def test_each_way_of_citing_counts(citing: str) -> None:
    """Also in a text that the template does not show: the citation was not forgotten."""
    paths = [path for _, path in places_of(check_text(SOURCES + citing, "SRC007"), "SRC007")]
    assert paths == ([] if "@two" in citing else ["sources.two"])


@pytest.mark.parametrize("broken", ["facts: 5", "figures: [x]", "facts: [{id: share, values: 3}]", "agenda: [}"])
def test_nobody_is_blamed_for_what_could_not_be_read(broken: str) -> None:
    """The citation may stand there."""
    assert [each for each in check_text(SOURCES + broken, "SRC007") if each.code == "SRC007"] == []


def test_it_is_told_at_the_source_s_name() -> None:
    """With how to cite it."""
    found = check_text("title: Talks\n" + SOURCES, "SRC007")
    assert [(each.span.line, each.span.column) for each in found] == [(3, 3), (4, 3)]
    assert "`[@two]`" in found[1].hint
