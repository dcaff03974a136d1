"""Traces of chat assistants are found in texts, links and addresses, in every language, unless the brief declares them."""

import pytest
from tests.checking import check_text, places_of

LINK = "https://example.org/a?utm_source=chatgpt.com"
SOURCE = f"sources:\n  report: {{title: Report, publisher: A, date: 2025-10-02, url: '{LINK}', accessed: 2025-10-20}}"


def test_an_address_is_looked_at() -> None:
    """Of a source, and of a link whose words say nothing."""
    assert places_of(check_text(SOURCE, "SRC006"), "SRC006") == [(2, "sources.report.url")]
    found = check_text(f"bottom_line: |\n  It opened in May.\n  See [the site]({LINK}).", "SRC006")
    assert places_of(found, "SRC006") == [(1, "bottom_line")]


def test_a_trace_in_words_is_found_at_its_place() -> None:
    """Also in French, and in a title of a source."""
    found = check_text("language: fr\nbottom_line: |\n  Les ports\n  rouvrent turn0search1.", "SRC006")
    assert [(each.span.line, each.span.column) for each in found] == [(4, 12)]


@pytest.mark.parametrize("status", ["draft", "final"])
def test_a_final_brief_may_not_hold_it(status: str) -> None:
    """In a draft it is a warning."""
    found = check_text(f"status: {status}\nbottom_line: I hope this helps!", "SRC006")
    assert [each.severity for each in found] == ["error" if status == "final" else "warning"]


def test_a_declared_brief_is_not_asked() -> None:
    """Whatever stands in it."""
    assert check_text(f"drafted_with: ChatGPT\nbottom_line: I hope this helps!\n{SOURCE}", "SRC006") == ()


@pytest.mark.parametrize(
    "text", ["I hope this helps rebuild trust.", "Sure, the talks go on.", "He said: “As an AI language model, I err.”"]
)
def test_a_phrase_counts_only_where_an_assistant_has_it(text: str) -> None:
    """At the end, at the beginning, and not in a quotation."""
    assert check_text(f"bottom_line: |\n  {text}", "SRC006") == ()
