"""An ask that only says to note is found, in the whole of a text or an entry of its list."""

from tests.checking import check_text, places_of

from briefmaker.model.check_settings import CheckSettings, WordChoice

SUBMISSION = "template: submission\n"


def test_an_entry_of_a_recommendation_is_found_by_itself() -> None:
    """The entry before it says what to note; one that goes on with entries of its own does too."""
    lines = (
        "recommendation: |\n"
        "  That you:\n\n"
        "  - note that the **port** opens in March;\n"
        "  - note *this* brief;\n"
        "  - note the following points:\n"
        "    - the fee is 3 %;\n"
    )
    found = check_text(SUBMISSION + lines, "STR009")
    assert [(each.span.line, each.span.column) for each in found] == [(6, 5)]


def test_a_bare_sentence_before_another_is_let_be() -> None:
    """The reader is told what to note in the end."""
    ask = "decision: {ask: Note this brief. The port opens in March.}"
    assert check_text(SUBMISSION + ask, "STR009") == ()


def test_a_folded_ask_is_found_at_its_words() -> None:
    """From the first to the last, over its lines."""
    (found,) = check_text(SUBMISSION + "decision:\n  ask: >-\n    Please note\n    this brief.\n", "STR009")
    assert (found.span.line, found.span.column, found.span.end_line) == (4, 5, 5)


def test_the_house_s_own_words_count() -> None:
    """Those that it adds say nothing; those that it leaves out say something."""
    ask = SUBMISSION + "decision: {ask: Note the almanac.}"
    assert check_text(ask, "STR009") == ()
    added = CheckSettings(words={"bare_notes": WordChoice(add={"almanac": "paper"})})
    assert places_of(check_text(ask, "STR009", checks=added), "STR009") == [(2, "decision.ask")]
    left = CheckSettings(words={"bare_notes": WordChoice(leave=("paper",))})
    assert check_text(SUBMISSION + "decision: {ask: Note the paper.}", "STR009", checks=left) == ()


def test_other_languages_are_not_asked() -> None:
    """Spanish has no words of its own here."""
    assert check_text(SUBMISSION + "language: es\ndecision: {ask: Note.}", "STR009") == ()
