"""Addresses and telephone numbers on pages from right to left."""

from babel import Locale
from tests.briefs import view_text, words_of

from briefmaker.view.direction import keep_left_to_right

PHONE = "+962 6 000 0000"


def test_only_languages_from_right_to_left_need_marks() -> None:
    """Between two of them signs, blanks and figures keep the order of typing."""
    assert keep_left_to_right(PHONE, Locale("en")) == PHONE
    assert keep_left_to_right(PHONE, Locale("he")) == f"\u200e{PHONE}\u200e"
    assert keep_left_to_right(None, Locale("he")) is None
    assert keep_left_to_right("", Locale("he")) == ""


def test_telephone_and_address_of_a_source_keep_their_order() -> None:
    """In an Arabic brief; in an English one they are as typed."""
    lines = f"""
        contact: {{name: X, phone: "{PHONE}"}}
        sources: {{s: {{title: X, url: "https://example.int/a"}}}}
        """
    arabic, english = view_text(f"language: ar\n{lines.replace('        ', '')}"), view_text(lines)
    assert arabic.contact is not None
    assert english.contact is not None
    assert words_of(arabic.contact.phone) == f"\u200e{PHONE}\u200e"
    assert words_of(arabic.sources[0].site) == "\u200eexample.int/a\u200e"
    assert words_of(english.contact.phone) == PHONE


def test_signs_of_the_language_stand_in_citations_and_dates() -> None:
    """Arabic has a comma and a semicolon of its own; a mark behind them keeps Latin words on both sides in order."""
    view = view_text(
        """
        language: ar
        as_of: 2025-10-21 12:00
        timezone: Asia/Amman
        bottom_line: |
          نص [@a, الصفحة 3; @b].
        sources: {a: {title: A}, b: {title: B}}
        """
    )
    assert "[1،\u200f الصفحة 3؛\u200f 2]" in words_of(view.bottom_line)
    assert "،\u200f 12:00" in words_of(view.as_of)
