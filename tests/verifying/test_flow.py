"""Passages are found whatever blocks they are cut into."""

from briefmaker.verifying.flow import Flow
from briefmaker.verifying.outline import Block, Kind
from briefmaker.verifying.squeezing import RIGHT_TO_LEFT


def make_flow(*texts: tuple[str, int] | str) -> Flow:
    """Give the flow of some blocks, each with its page."""
    pairs = [(text, 1) if isinstance(text, str) else text for text in texts]
    return Flow(tuple(Block(Kind.CELL, text, f"page {page}", page=page) for text, page in pairs))


def test_blanks_line_ends_and_soft_signs_make_no_difference() -> None:
    """They are what the layout changes."""
    flow = make_flow("It runs over", "the\u00a0end of a co-\u00adoperative line.")
    assert flow.count("over the end of a cooperative line") == 1
    assert flow.count("over the end of a line") == 0


def test_a_hyphen_between_figures_counts() -> None:
    """Numbers are told apart by it."""
    flow = make_flow("PLN-2026-7 and -3 degrees")
    assert flow.count("PLN-2026-7") == 1
    assert flow.count("PLN20267") == 0
    assert flow.count("3 degrees") == 1
    assert flow.count("+3 degrees") == 0


def test_a_cell_that_a_page_break_has_torn_is_found() -> None:
    """The first halves of its row's other cells stand between its own halves."""
    flow = make_flow(("This cell goes", 1), ("Its neighbour", 1), ("on over the page.", 2), ("too.", 2))
    assert flow.count("This cell goes on over the page.") == 1
    assert flow.count("This cell goes on over the sea.") == 0


def test_halves_on_one_page_are_not_a_passage() -> None:
    """Only a page break may tear."""
    assert make_flow(("This cell goes", 1), ("elsewhere", 1), ("on.", 1)).count("This cell goes on.") == 0


def test_words_from_right_to_left_are_found_in_whatever_order() -> None:
    """A PDF keeps them as they lie on the line."""
    flow = make_flow("2025 עם הנשיא שלום")
    assert flow.count("שלום עם הנשיא 2025") == 1
    assert flow.count("שלום עם המלך 2025") == 0


def test_a_page_from_right_to_left_is_one_whatever_letters_it_has() -> None:
    """A brief in English under Arabic labels: Latin words and figures change places on such a line."""
    flow = Flow((Block(Kind.PARAGRAPH, f"201specimen{RIGHT_TO_LEFT}", "page 1"),))
    assert flow.is_right_to_left
    assert flow.count("specimen201") == 1
    assert flow.count("specimen202") == 0
