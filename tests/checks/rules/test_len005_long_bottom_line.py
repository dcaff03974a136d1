"""A bottom line of more than four lines is told once: by this rule where nothing else states a limit for it."""

import pytest
from tests.checking import check_text, places_of

from briefmaker.model.lengths import Lengths

LONG = "template: {template}\nbottom_line: |\n" + "  Ask for a date.\n\n" * 6


@pytest.mark.parametrize(("lines", "count"), [(4, 0), (5, 1)])
def test_the_fifth_line_is_too_many(lines: int, count: int) -> None:
    """As the page has them."""
    lengths = Lengths(1, {"bottom_line": lines, "title": 9})
    found = check_text(LONG.format(template="speaking-points"), "LEN005", lengths=lengths)
    assert len(places_of(found, "LEN005")) == count


def test_before_it_is_laid_out_nothing_is_known() -> None:
    """Nor is a comment that ignores the rule called unused."""
    lines = "template: speaking-points\nbottom_line: Ask.  # briefmaker: ignore[LEN005] because it is a motto\n"
    assert check_text(lines, "LEN005", "CHK") == ()
