"""The list of characters that ships is that of the fonts that ship."""

from tools.font_coverage import COVERAGE, write_coverage


def test_the_coverage_is_that_of_the_fonts() -> None:
    """A font that is exchanged for another brings its characters; run python -m tools.font_coverage after one."""
    assert COVERAGE.read_text("ascii") == write_coverage()
