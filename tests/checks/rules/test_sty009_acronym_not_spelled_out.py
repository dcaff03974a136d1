"""Acronyms of the glossary are spelled out where they are read alone, once, and only where the words fit."""

import pytest
from tests.checking import check_text

GLOSSARY = """
glossary:
  MFF: multiannual financial framework, the budget of seven years
  OTCA: organisation du traité de coopération amazonienne
  ISIS: the group that calls itself Islamic State
  GDP: gross domestic product"""


def fixes_of(bottom_line: str, language: str = "en-GB") -> list[str | None]:
    """Give what would stand instead of each acronym that is found."""
    lines = f"template: information\nlanguage: {language}\nbottom_line: {bottom_line}{GLOSSARY}"
    return [found.fix.text if found.fix else None for found in check_text(lines, "STY009")]


@pytest.mark.parametrize(
    ("bottom_line", "language", "fixes"),
    [
        ("The MFF is settled. The MFF holds.", "en-GB", ["multiannual financial framework (MFF)"]),
        ("MFF talks end.", "en-GB", ["Multiannual financial framework (MFF)"]),
        ("The multiannual financial framework (MFF) is settled.", "en-GB", []),
        ("An MFF is needed.", "en-GB", [None]),
        ("Act against ISIS.", "en-GB", [None]),
        ("Two MFFs are compared.", "en-GB", [None]),
        ("The MFF’s end and MFF-led work.", "en-GB", [None]),
        ("GDP has grown.", "en-GB", []),
        ("L’OTCA se réunit.", "fr", ["organisation du traité de coopération amazonienne (OTCA)"]),
        ("La OTCA se réunit.", "fr", [None]),
    ],
)
def test_it_is_spelled_out_where_the_words_fit(bottom_line: str, language: str, fixes: list[str | None]) -> None:
    """Otherwise it is told, and left to the writer."""
    assert fixes_of(bottom_line, language) == fixes


def test_what_was_mended_is_not_found_again() -> None:
    """Mending twice changes nothing more."""
    (fix,) = fixes_of("The MFF is settled.")
    assert fixes_of(f"The {fix} is settled.") == []


def test_elsewhere_the_glossary_is_at_hand() -> None:
    """The background may have the acronym alone."""
    assert check_text(f"template: information\nbackground: The MFF is settled.{GLOSSARY}", "STY009") == ()
