"""A figure that is stated as a fact is a statistic, whatever it is about, unless it is of a class that needs no year."""

import pytest
from tests.checking import check_text


def is_found(text: str, field: str = "agenda[0].background") -> bool:
    """Tell whether a text of a meeting brief has a statistic without its year."""
    entry = f"{field.partition('.')[2]}: {text!r}"
    return bool(check_text(f"agenda:\n  - topic: Trade\n    {entry}\n", "NUM002"))


@pytest.mark.parametrize(
    "text",
    [
        "Cocoa earns Ghana 1.9 billion dollars.",
        "Nearly 60 % of the posts are unfilled.",
        "Only 38 % of adults can read.",
        "The average mayor looks after 3,200 pensioners.",
        "Stocks cover 2.4 months of demand.",
    ],
)
def test_a_figure_is_a_statistic_without_its_subject_being_known(text: str) -> None:
    """No list of nouns has cocoa, posts or mayors in it."""
    assert is_found(text)


@pytest.mark.parametrize(
    "text",
    [
        "The two capitals are 1,300 km apart.",
        "The hall seats 1,200 people.",
        "Parties below 5 % stay out of parliament.",
        "Seoul has ordered 48 aircraft for 6 billion dollars.",
        "Each ship carries 12,000 containers.",
        "Does cocoa earn Ghana 1.9 billion dollars?",
        "Raise the subsidy to 1.9 billion dollars.",
        "The court fined the firm 4.1 billion euros.",
    ],
)
def test_distances_sizes_bounds_deals_orders_and_events_need_no_year(text: str) -> None:
    """They are no levels that move on."""
    assert not is_found(text)


def test_what_is_to_be_said_states_no_figure_of_its_own() -> None:
    """The same words in a line to take are left where nothing names them a statistic."""
    text = "Cocoa earns Ghana 1.9 billion dollars."
    assert is_found(text, "agenda[0].their_position")
    assert not is_found(text, "agenda[0].our_position")
