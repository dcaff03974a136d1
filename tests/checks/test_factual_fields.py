"""What reports is told from what is said, asked or done."""

import pytest
from tests.checking import check_text


@pytest.mark.parametrize(
    ("field", "is_report"),
    [
        ("background: We now wait.", True),
        ("bottom_line: We now wait.", True),
        ("key_points: [We now wait.]", True),
        ("key_points: [{text: We now wait.}]", True),
        ("decision: {ask: We now wait.}", False),
        ("next_steps: [{action: We now wait.}]", False),
        ("background: |\\n  | A | B |\\n  |---|---|\\n  | now | 2 |", False),
    ],
)
def test_fields_that_report_are_looked_at(field: str, *, is_report: bool) -> None:
    """Also an entry that is written as a mapping; cells of tables are not."""
    found = check_text("template: information\n" + field.replace("\\n", "\n"), "DAT004")
    assert bool(found) == is_report


def test_the_bottom_line_of_a_card_is_said_aloud() -> None:
    """A card shows nothing that reports."""
    assert check_text("template: speaking-points\nbottom_line: We adopt it now.", "DAT004") == ()
