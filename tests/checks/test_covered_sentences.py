"""A citation covers its sentence, and by its place the paragraph, list or table around it."""

import pytest

from briefmaker.checks.covered_sentences import list_uncovered
from briefmaker.checks.text_in_brief import TextInBrief
from briefmaker.model.text import TextKind


def uncovered(typed: str) -> list[list[str]]:
    """Give the sentences that no citation covers, part by part."""
    text = TextInBrief("background", "background", TextKind.RICH, typed, {})
    return [[text.quote(sentence) for sentence in part] for part in list_uncovered(text)]


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("One [@a]. Two.", [["Two."]]),
        ("One. Two [@a].", []),
        ("One [@a]. Two. Three [@b].", [["Two."]]),
        ("One [@a]. Two. Three. [@b]", []),
        ("One. [@a] Two.", [["Two."]]),
        ("[@a] says one. Two.", [["Two."]]),
        ("One. Two.", [["One.", "Two."]]),
        ("One [@a].\n\nTwo.\n\nThree.", [["Two."], ["Three."]]),
    ],
)
def test_a_citation_covers_by_its_place(typed: str, expected: list[list[str]]) -> None:
    """The whole paragraph only from its end: where nothing else is cited in it, or behind the full stop."""
    assert uncovered(typed) == expected


def test_a_list_is_covered_by_what_opens_it() -> None:
    """Where a colon leads to it; an entry covers itself alone."""
    assert uncovered("They differ [@a]:\n\n- One.\n- Two.") == []
    assert uncovered("They differ [@a].\n\n- One.\n- Two [@b].") == [["One."]]


def test_a_table_is_one_part_and_covered_from_beside() -> None:
    """By the paragraph before or behind it, or by a cell."""
    table = "| A | B |\n|---|---|\n| one | 2 |"
    assert uncovered(table) == [["A", "B", "one", "2"]]
    assert uncovered(f"From [@a]\n\n{table}") == []
    assert uncovered(f"{table}\n\nSource: [@a]") == []
    assert uncovered(table.replace("one", "one [@a]")) == []
