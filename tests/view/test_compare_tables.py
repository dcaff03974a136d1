"""The data of figures are compared by the names of rows and columns, not by where they stand."""

from briefmaker.reading.reading import DataTable
from briefmaker.view.change_shape import Change
from briefmaker.view.compare_tables import compare_tables

OLD = DataTable(
    ("country", "2014", "2024"), (("Estonia", "1.9", "3.4"), ("Poland", "1.9", "4.1"), ("Spain", "0.9", "1.3"))
)


def compare(*rows: tuple[str, ...], columns: tuple[str, ...] = OLD.columns) -> list[Change]:
    """Give what has changed against the old table."""
    return list(compare_tables(OLD, DataTable(columns, rows), ("figures.spending", "figures.spending"), "Spending"))


def tell(found: list[Change]) -> list[tuple[str, ...]]:
    """Give what there is to tell of each change."""
    return [(each.kind.name, each.row, each.column, each.before, each.after) for each in found]


def test_the_same_data_give_nothing() -> None:
    """Whatever it takes to compare them."""
    assert compare(*OLD.rows) == []


def test_one_cell_is_told_with_its_row_and_column() -> None:
    """And with its place on both sides, by which a document can mark it."""
    (found,) = compare(OLD.rows[0], ("Poland", "1.9", "4.2"), OLD.rows[2])
    assert tell([found]) == [("CELL", "Poland", "2024", "4.1", "4.2")]
    assert (found.field, found.entry) == ("figures.rows", "Spending")
    assert (found.old_path, found.new_path) == ("figures.spending.rows[1].2024", "figures.spending.rows[1].2024")


def test_rows_are_known_by_name_wherever_they_stand() -> None:
    """Where two have changed places one is told as moved; one that is new is new, one that is gone is gone."""
    found = compare(("Spain", "0.9", "1.5"), ("Latvia", "0.9", "3.2"), OLD.rows[0])
    assert tell(found) == [
        ("CELL", "Spain", "2024", "1.3", "1.5"),
        ("MOVED", "Estonia", "", "", ""),
        ("DROPPED", "Poland", "", "Poland · 1.9 · 4.1", ""),
        ("ADDED", "Latvia", "", "", "Latvia · 0.9 · 3.2"),
    ]


def test_a_row_that_is_only_called_otherwise_is_the_same_row() -> None:
    """Its name is a cell like any other."""
    assert tell(compare(OLD.rows[0], ("Republic of Poland", "1.9", "4.1"), OLD.rows[2])) == [
        ("CELL", "Republic of Poland", "country", "Poland", "Republic of Poland")
    ]


def test_a_column_is_told_once_and_not_cell_by_cell() -> None:
    """One that is gone, one that is new."""
    rows = tuple((row[0], row[2], "2") for row in OLD.rows)
    assert tell(compare(*rows, columns=("country", "2024", "2025"))) == [
        ("DROPPED", "", "2014", "2014", ""),
        ("ADDED", "", "2025", "", "2025"),
    ]


def test_rows_of_one_name_are_compared_in_their_order() -> None:
    """As of a figure in which a name stands twice."""
    old = DataTable(("a", "b"), (("x", "1"), ("x", "2")))
    found = list(compare_tables(old, DataTable(("a", "b"), (("x", "1"), ("x", "3"))), ("f", "f"), ""))
    assert tell(found) == [("CELL", "x", "b", "2", "3")]
