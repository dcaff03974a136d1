"""The brief's marking is asked for by something in it, or it is too high."""

import pytest
from tests.checking import check_text, lines_of

LINES = """\
template: information
marking: {marking}
title: Talks
bottom_line: Ask for a date.
key_points: [A point]
date: 2025-10-21
portions: {{{portions}}}
"""
LOW = "title: NATO UNCLASSIFIED, bottom_line: NATO UNCLASSIFIED, date: NATO UNCLASSIFIED"


@pytest.mark.parametrize(
    ("marking", "portions", "is_too_high"),
    [
        ("NATO RESTRICTED", f"{LOW}, key_points: NATO UNCLASSIFIED", True),
        ("NATO SECRET", f"{LOW}, key_points: NATO RESTRICTED", True),
        ("NATO RESTRICTED", f"{LOW}, key_points: NATO RESTRICTED", False),
        ("NATO RESTRICTED", LOW, False),
        ("NATO RESTRICTED", "", False),
        ("NATO UNCLASSIFIED", f"{LOW}, key_points: NATO UNCLASSIFIED", False),
    ],
)
def test_every_text_has_to_be_lower(marking: str, portions: str, is_too_high: bool) -> None:
    """One that carries the brief's own marking, because it states none, asks for it."""
    found = check_text(LINES.format(marking=marking, portions=portions), "MRK009")
    assert lines_of(found, "MRK009") == [2] * is_too_high
