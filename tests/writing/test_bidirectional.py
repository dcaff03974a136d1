"""Which way the pieces of a text run."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefmaker.writing.bidirectional import has_right_to_left, is_hebrew, split_by_direction


def split(text: str, *, is_right_to_left: bool) -> list[str]:
    """Give the stretches, those from right to left between bars."""
    stretches = split_by_direction(text, is_right_to_left=is_right_to_left)
    return [f"|{each.text}|" if each.is_right_to_left else each.text for each in stretches]


@pytest.mark.parametrize(
    ("text", "stretches"),
    [
        ("Only Latin, 2025.", ["Only Latin, 2025."]),
        ("Meet فيصل بن فرحان today", ["Meet ", "|فيصل بن فرحان|", " today"]),
        ("Meet (فيصل)!", ["Meet (", "|فيصل|", ")!"]),
        ("The draft شلوم 12 عالم 3.", ["The draft ", "|شلوم 12 عالم|", " 3."]),
        ("שלום (שם) end", ["|שלום (שם)|", " end"]),
    ],
)
def test_words_from_right_to_left_in_a_latin_paragraph(text: str, stretches: list[str]) -> None:
    """Blanks and numbers between two of them are theirs; signs around them are the paragraph's."""
    assert split(text, is_right_to_left=False) == stretches


@pytest.mark.parametrize(
    ("text", "stretches"),
    [
        ("شلوم عالم، 2025", ["|شلوم عالم، 2025|"]),
        ("مع Meridiam–SUEZ في 12", ["|مع |", "Meridiam–SUEZ", "| في 12|"]),
        ("عن Petra (MENAFN)، 12", ["|عن |", "Petra (MENAFN)", "|، 12|"]),
        ("وكالة (MIGA) كافية", ["|وكالة (|", "MIGA", "|) كافية|"]),
        ("EUR 200 million", ["EUR 200 million"]),
        ("[4]", ["|[4]|"]),
    ],
)
def test_latin_words_in_a_paragraph_from_right_to_left(text: str, stretches: list[str]) -> None:
    """A closing bracket goes with one that opened among Latin words; both stay outside where only what they hold is Latin."""
    assert split(text, is_right_to_left=True) == stretches


@given(st.text(alphabet="ab אב ()[]12،.–\u200e", max_size=30), st.booleans())
def test_no_character_is_lost(text: str, is_right_to_left: bool) -> None:
    """Joined, the stretches are the text; neighbours differ in direction."""
    stretches = split_by_direction(text, is_right_to_left=is_right_to_left)
    assert "".join(each.text for each in stretches) == text
    directions = [each.is_right_to_left for each in stretches]
    assert all(first != second for first, second in pairwise(directions))


def test_scripts_are_told_apart() -> None:
    """Hebrew has a font of its own."""
    assert has_right_to_left("x ש")
    assert not has_right_to_left("Ünal 2025 – дня")
    assert is_hebrew("שלום")
    assert not is_hebrew("سلام")
