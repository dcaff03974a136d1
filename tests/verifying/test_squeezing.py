"""What a layout may change is taken out of texts, and nothing else."""

import pytest

from briefmaker.verifying.squeezing import (
    count_words,
    is_mostly_right_to_left,
    is_right_to_left,
    keep_words,
    shorten,
    squeeze,
)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("a b\u202fc\n", "abc"),
        ("re-\u200bsign", "resign"),
        ("cafe\u0301", "café"),
        ("3‐4", "3-4"),
        ("\u2067a\u2069", "a"),
    ],
)
def test_texts_that_a_layout_has_changed_are_the_same(one: str, other: str) -> None:
    """Blanks, unseen signs, composed letters, twins among hyphens."""
    assert squeeze(one) == squeeze(other)


@pytest.mark.parametrize(("one", "other"), [("3-4", "34"), ("a.b", "ab"), ("5 %", "5"), ("A", "a"), ("−3", "3")])
def test_texts_that_say_something_else_are_not(one: str, other: str) -> None:
    """Every other sign counts."""
    assert squeeze(one) != squeeze(other)


def test_only_words_and_signs_with_a_meaning_are_kept() -> None:
    """The two formats put dots and dashes between words in their own ways."""
    assert keep_words("likely · 55–80 %") == keep_words("likely 55–80 %") == "likely5580%"
    assert keep_words("< 5") != keep_words("> 5")


def test_words_are_counted_in_whatever_order() -> None:
    """Letters and figures apart, since a line may be ordered by both."""
    assert count_words("ו5 שלום") == count_words("שלום 5 ו")
    assert count_words("two words") != count_words("two swords")


def test_letters_of_one_glyph_and_blanks_beside_marks_are_as_a_pdf_keeps_them() -> None:
    """The first are in the order in which they lie, the second nobody typed; another letter still counts."""
    assert count_words("عبد اهلل") == count_words("عبد الله")
    assert count_words("الموق\u0651 عة") == count_words("الموقّعة")
    assert count_words("ב־9") == count_words("9 ב־")
    assert count_words("عبد الله") != count_words("عند الله")


def test_the_direction_of_a_text_is_known() -> None:
    """By its letters."""
    assert is_right_to_left("12 שלום")
    assert not is_right_to_left("Ünïcode 12")
    assert is_mostly_right_to_left("שלום לכולם NATO 2025")
    assert not is_mostly_right_to_left("The greeting שלום is Hebrew")


def test_a_long_text_is_cut_for_a_report() -> None:
    """To one line."""
    assert shorten("a\nb", 10) == "a b"
    assert shorten("abcdefghij", 5) == "abcd…"
