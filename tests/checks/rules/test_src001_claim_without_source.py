"""A claim without a source is told once a paragraph, at the words that show it."""

from tests.checking import check_text, places_of

SOURCES = "\nsources:\n  a: {title: A, publisher: P, date: 2025-10-02}"


def test_the_first_claim_of_each_paragraph_is_told_with_the_number_of_the_others() -> None:
    """So that a brief without any source has as many findings as paragraphs."""
    paragraphs = "  Prices fell by 3 %. Wages rose by 4 %. All is well.\n\n  Debt is 60 % of GDP."
    found = check_text(f"template: information\nbackground: |\n{paragraphs}", "SRC001")
    assert places_of(found, "SRC001") == [(found[0].span.line, "background"), (found[0].span.line + 2, "background")]
    assert found[0].message == "this figure has no source: `3 %`, nor has 1 more of this paragraph"
    assert found[1].message == "this figure has no source: `60 %`"


def test_it_stands_at_the_words() -> None:
    """In a folded text too."""
    (found,) = check_text("template: information\nbackground: >\n  Prices have since then\n  fallen by 3 %.", "SRC001")
    assert found.excerpt[found.span.column - 1 : found.span.end_column - 1] == "3 %"


def test_a_fact_is_a_source_too() -> None:
    """It has sources of its own."""
    lines = "template: information\nbackground: Exports stand at [@share] of output.\n"
    fact = "facts: [{id: share, value: 34, unit: '%', sources: [a]}]"
    assert check_text(lines + fact + SOURCES, "SRC001") == ()


def test_a_table_is_told_once_at_its_first_figure() -> None:
    """Unless a line beside it names its source."""
    table = "template: information\nbackground: |\n  | A | B |\n  |---|---|\n  | one | 20 % |\n  | two | 30 % |\n"
    assert len(check_text(table, "SRC001")) == 1
    assert check_text(table + "\n  Source: [@a]" + SOURCES, "SRC001") == ()


def test_a_brief_in_another_language_is_not_asked() -> None:
    """There are no words for it."""
    assert check_text("language: de\ntemplate: information\nbackground: Die Preise fielen um 3 %.", "SRC001") == ()
