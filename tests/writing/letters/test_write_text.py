"""Plain text of a letter: short lines, lists that stand in, tables told row by row."""

from tests.letters import write_about

BODY = """\
title: Grain talks
status: final
bottom_line: |
  {}
"""


def _write(*lines: str) -> str:
    """Give what stands under the bottom line."""
    text = write_about(BODY.format("\n  ".join(lines))).text
    return text.partition("Bottom line:\n")[2].partition("\n\nEnclosed")[0]


def test_lists_in_lists_stand_further_in() -> None:
    """With their marks, and lines that follow under the words."""
    words = " ".join(["word"] * 16)
    assert _write(f"1. {words}", "   - inner", "     - innermost", "2. second") == "\n".join(
        [
            f"1. {' '.join(['word'] * 14)}",
            "   word word",
            "   - inner",
            "     - innermost",
            "2. second",
        ]
    )


def test_numbers_of_a_long_list_stand_under_one_another() -> None:
    """From any number on."""
    assert _write("9. nine", "10. ten") == " 9. nine\n10. ten"


def test_a_table_is_told_row_by_row() -> None:
    """Each cell with the head of its column before it."""
    assert (
        _write("| Ally | 2024 |", "|---|---|", "| Spain | 1.3 |", "| Italy | |")
        == "- Ally: Spain; 2024: 1.3\n- Ally: Italy"
    )


def test_a_link_has_its_address_behind_it() -> None:
    """Once, where it is its own address."""
    address = "https://example.int/" + "x" * 80
    assert _write(f"See [this]({address}).") == f"See this\n<{address}>."
    assert _write("Ask <mailto:ann@example.int>.") == "Ask ann@example.int."


def test_a_line_that_was_broken_stays_broken() -> None:
    """As an address of several lines has to be."""
    assert _write("one\\", "two") == "one\ntwo"
