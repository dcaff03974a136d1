"""Words of now are told at their place, and a workspace chooses which."""

from tests.checking import check_text

from briefmaker.model.check_settings import CheckSettings, WordChoice

LINES = "template: information\nbackground: |\n  The levy was *recently* raised. It fell over the past two months."


def test_they_are_told_at_their_words() -> None:
    """Also within emphasis, and a span with its number."""
    found = check_text(LINES, "DAT004")
    quoted = [each.excerpt[each.span.column - 1 : each.span.end_column - 1] for each in found]
    assert quoted == ["recently", "past two months"]


def test_the_list_of_words_is_the_workspace_s() -> None:
    """It adds some and leaves others."""
    words = {"undated_now": WordChoice(add={"the levy": ""}, leave=("recently",))}
    found = check_text(LINES, "DAT004", checks=CheckSettings(words=words))
    assert [each.message.split("`")[1] for each in found] == ["The levy", "past two months"]


def test_a_date_counts_in_its_own_sentence_only() -> None:
    """That of the sentence before does not."""
    assert check_text("template: information\nbackground: It fell in May 2025. It is now low.", "DAT004")
