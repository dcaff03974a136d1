"""A passive verb stands at its own words, in the fields that want active ones."""

from tests.checking import check_text, lines_of


def test_the_finding_is_at_the_verb() -> None:
    """In a folded text, behind emphasis, at its line and column."""
    found = check_text("bottom_line: >\n  **All** of it holds,\n  and *it* was\n  signed in May.", "STY003")
    assert [(each.span.line, each.span.column, each.span.end_line) for each in found] == [(3, 12, 4)]
    assert "“was signed”" in found[0].message


def test_entries_with_a_marking_of_their_own_are_looked_at() -> None:
    """As any other line."""
    lines = (
        "agenda:\n  - topic: Trade\n    lines_to_take:\n      - {text: It was signed., editions: [chair]}\n"
        "    background: It was signed."
    )
    assert lines_of(check_text(lines, "STY003"), "STY003") == [4]


def test_other_languages_are_not_asked() -> None:
    """There the words mean something else."""
    assert check_text("language: fr\nbottom_line: On peut put is used.", "STY003") == ()
