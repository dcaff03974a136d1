"""Placeholders are found in every language and told once; numerals and statements are left alone."""

import pytest
from tests.checking import check_text, places_of


def found_in(text: str, language: str = "en-GB") -> list[str]:
    """Give the messages about a bottom line."""
    return [each.message for each in check_text(f"language: {language}\nbottom_line: |\n  {text}", "STR010")]


def test_each_is_told_once() -> None:
    """Also one within a bracket."""
    assert found_in("The minister [tbc XX] opens.") == ["“[tbc XX]” is a placeholder"]
    assert found_in("Exports rose by XX % (to be confirmed).") == [
        "“XX” is a placeholder",
        "“to be confirmed” is a placeholder",
    ]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "Le lieu (à confirmer) est proche."),
        ("fr", "À compléter."),
        ("es", "Fecha: por confirmar"),
        ("de", "Ort: TBC"),
        ("ar", "XX"),
        ("fr", "Les exportations ont crû de XX %."),
    ],
)
def test_other_languages_have_them_too(language: str, text: str) -> None:
    """Signs in all, words where there is a list."""
    assert len(found_in(text, language)) == 1


@pytest.mark.parametrize(
    "text", ["Le lieu reste à confirmer.", "Le Parlement est à compléter en mai.", "Article XX du GATT."]
)
def test_a_sentence_that_says_something_is_left_alone(text: str) -> None:
    """In French as in English."""
    assert found_in(text, "fr") == []


def test_short_fields_are_looked_at() -> None:
    """A place, a name, a title; an entry of the glossary explains the word."""
    lines = "meeting: {place: TBC}\nparticipants:\n  - {name: XXX, role: speaker}\nglossary: {TBC: to be confirmed}"
    assert places_of(check_text(lines, "STR010"), "STR010") == [(1, "meeting.place"), (3, "participants[0].name")]
