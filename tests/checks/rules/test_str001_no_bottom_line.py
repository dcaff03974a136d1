"""A bottom line that is missing is told where the brief begins, one without words at its name's value."""

import pytest
from tests.checking import check_text, places_of


@pytest.mark.parametrize(("lines", "line"), [("title: x", 1), ("title: x\nbottom_line: ' '", 2)])
def test_it_is_told_once(lines: str, line: int) -> None:
    """Also where there are only blanks."""
    assert places_of(check_text(lines, "STR001"), "STR001") == [(line, "bottom_line")]
