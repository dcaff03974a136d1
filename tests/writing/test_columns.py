"""Tables share their width by what stands in them."""

from briefmaker.writing.columns import weigh_columns


def test_a_name_beside_figures_has_more_room_than_they() -> None:
    """Eight columns of figures leave the first one wide enough for its names."""
    name, *figures = weigh_columns([[7, *[4] * 8], [14, *[5] * 8]])
    assert name > 2 * figures[0]
    assert len(set(figures)) == 1


def test_no_column_starves_and_none_takes_all() -> None:
    """A long text beside a grade of one letter, or beside nothing at all."""
    grade, nothing, text = weigh_columns([[1, 0, 900]])
    assert grade == nothing
    assert grade * 10 > text
