"""Tables of texts want a word at the head of each column, figures a label."""

import pytest
from tests.checking import check_text

AROUND = "template: information\nbackground: |\n"


def write_table(head: str, below: str = "|---|---|") -> str:
    """Give a brief with a table."""
    return f"{AROUND}  Words | and more.\n\n  {head}\n  {below}\n  | a | b |\n"


@pytest.mark.parametrize(
    ("head", "columns"),
    [
        ("| One |  |", "2"),
        ("|   | Two |", "1"),
        ("| | |", "1 and 2"),
        (r"| a \| b | |", "2"),
    ],
)
def test_an_empty_heading_is_told_with_its_column(head: str, columns: str) -> None:
    """At the line of the headings, also where all are empty."""
    found = check_text(write_table(head), "ACC003")
    assert [(each.span.line, each.message) for each in found] == [(5, f"the table has no heading in column {columns}")]


@pytest.mark.parametrize("head", ["| One | Two |", "One | Two", r"| One \| | Two |", "| 1 | *2* |"])
def test_headings_of_any_kind_are_let_be(head: str) -> None:
    """With or without outer bars."""
    assert check_text(write_table(head), "ACC003") == ()


def test_bars_without_a_line_of_dashes_are_no_table() -> None:
    """They are words."""
    assert check_text(f"{AROUND}  | | x |\n  | a | b |\n", "ACC003") == ()


def test_figures_want_labels_that_can_be_read() -> None:
    """None that is empty, and no raw name of a column."""
    figure = "template: information\nfigures:\n  grain:\n    rows: [{year: 2024, share_2025: 3}]\n"
    (raw,) = check_text(figure, "ACC003")
    assert (raw.span.line, raw.path) == (4, "figures.grain.rows[0].share_2025")
    (empty,) = check_text(figure + '    y: {share_2025: ""}\n', "ACC003")
    assert (empty.span.line, empty.path) == (5, "figures.grain.y.share_2025")
    assert check_text(figure + "    y: {share_2025: Share}\n", "ACC003") == ()
