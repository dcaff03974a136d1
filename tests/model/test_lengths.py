"""Lengths are asked for by field."""

from briefmaker.model.lengths import Lengths

LENGTHS = Lengths(3, {"bottom_line": 4, "agenda[0].background": 9, "agenda[1].background": 2, "sections[0].text": 5})


def test_a_field_has_the_lines_of_each_text_under_it() -> None:
    """By their paths, so that each is told at its own place."""
    assert LENGTHS.lines_of(["agenda.background"]) == {"agenda[0].background": 9, "agenda[1].background": 2}
    assert LENGTHS.lines_of(["sections", "bottom_line"]) == {"bottom_line": 4, "sections[0].text": 5}
    assert LENGTHS.lines_of(["agenda.back", "bottom"]) == {}
