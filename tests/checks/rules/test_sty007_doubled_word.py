"""Doubled words are told at their place, and not across blocks, cells and sources."""

from tests.checking import check_text

LINES = 'template: information\nbackground: "It is **in** in Rome. We had had it."\nissue: |\n  One\n  one way.\n'


def test_a_doubled_word_is_told_where_it_stands() -> None:
    """Also where emphasis parts the two, and where a line ends between them."""
    found = check_text(LINES, "STY007")
    assert [(each.span.line, each.span.column) for each in found] == [(2, 22), (4, 3)]


def test_it_is_not_mended_by_itself() -> None:
    """Which of the two has to go is not known."""
    assert all(each.fix is None for each in check_text(LINES, "STY007"))


def test_entries_that_begin_alike_are_none() -> None:
    """Between two blocks stands no blank."""
    assert check_text('template: information\nbackground: "- so\\n- so it is"', "STY007") == ()
