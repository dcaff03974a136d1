"""Texts come as documents show them."""

from briefmaker.checks.reading_order import in_reading_order
from briefmaker.checks.text_in_brief import TextInBrief
from briefmaker.model.text import TextKind


def test_the_first_page_comes_first() -> None:
    """Then the fields as the model has them, each in the order of the file."""
    fields = [
        "background",
        "agenda[0].background",
        "agenda[0].issue",
        "bottom_line",
        "title",
        "glossary.A",
        "objectives[0]",
    ]
    texts = [TextInBrief(each, each.replace("[0]", ""), TextKind.RICH, "a", {}) for each in fields]
    assert [text.path for text in in_reading_order(texts)] == [
        "title",
        "bottom_line",
        "objectives[0]",
        "agenda[0].background",
        "agenda[0].issue",
        "glossary.A",
        "background",
    ]
