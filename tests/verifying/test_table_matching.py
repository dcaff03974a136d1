"""The table that was meant is found, and what differs is told by row and column."""

from briefmaker.verifying.expected import ExpectedTable
from briefmaker.verifying.outline import Row, Table
from briefmaker.verifying.table_matching import compare_tables

WANTED = ExpectedTable("agenda[0].issue", (("Item", "Built"), ("Piles", "95"), ("Cranes", "4")))


def make_table(*rows: tuple[tuple[str, ...], int]) -> Table:
    """Give a table of rows, each with its page."""
    return Table(tuple(Row(cells, number == 0, page) for number, (cells, page) in enumerate(rows)), "", "page 1")


def test_an_equal_table_among_others_has_no_deviation() -> None:
    """Wherever it stands."""
    other = make_table((("Who", "What"), 1), (("We", "ask"), 1))
    table = make_table(*((row, 1) for row in WANTED.rows))
    assert list(compare_tables([WANTED], [other, table])) == []


def test_another_cell_is_told_by_its_place() -> None:
    """With what is expected and what is there."""
    table = make_table((("Item", "Built"), 1), (("Piles", "59"), 1), (("Cranes", "4"), 1))
    (found,) = compare_tables([WANTED], [table])
    assert (found.expected, found.found, found.where) == ("agenda[0].issue: 95", "59", "page 1, row 2, column 2")


def test_another_shape_is_told() -> None:
    """A lost row says nothing of cells."""
    (found,) = compare_tables([WANTED], [make_table((("Item", "Built"), 1), (("Piles", "95"), 1))])
    assert "3 rows and 2 columns" in found.expected
    assert found.found == "2 rows and 2 columns"


def test_a_row_that_a_page_break_has_torn_is_one_row() -> None:
    """Its halves are put together where that gives the row that is expected."""
    wanted = ExpectedTable("x", (("A", "B"), ("one two", "three four")))
    torn = make_table((("A", "B"), 1), (("one", "three"), 1), (("two", "four"), 2))
    assert list(compare_tables([wanted], [torn])) == []


def test_an_empty_column_that_only_indents_is_left_out() -> None:
    """One that holds something is not."""
    indented = make_table(*((("", *row), 1) for row in WANTED.rows))
    assert list(compare_tables([WANTED], [indented])) == []
    numbered = make_table(*(((str(number), *row), 1) for number, row in enumerate(WANTED.rows)))
    (found,) = compare_tables([WANTED], [numbered])
    assert found.found == "3 rows and 3 columns"


def test_a_table_that_is_not_there_is_told() -> None:
    """With its header, by which a reader knows it."""
    (found,) = compare_tables([WANTED], [])
    assert (found.found, "Item | Built" in found.expected) == ("no such table", True)
