"""Acronyms are told from what looks like them, and their words from others."""

import pytest

from briefmaker.checks.acronyms import explains, find_acronyms, is_spelled_out, matches_initials
from briefmaker.checks.text_in_brief import TextInBrief
from briefmaker.model.text import TextKind


def text_of(typed: str) -> TextInBrief:
    """Give a text."""
    return TextInBrief("background", "background", TextKind.RICH, typed, {})


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("The MoD, AfCFTA and three NGOs", ["MoD", "AfCFTA", "NGO"]),
        ("EU-US talks; l’OTAN; qu'ONU; the IMF's", ["EU", "US", "OTAN", "ONU", "IMF"]),
        ("NEXT STEPS\n\nThe IMF", ["IMF"]),
        ("A400M, SN06981, F-16, CO2, XIX, XIXe, S/RES/2231, COM(2023) 160, (UE) 2024/1252", []),
        ("COP28 and G20", ["COP28"]),
    ],
)
def test_acronyms_are_found(typed: str, expected: list[str]) -> None:
    """In the singular, without what language puts around them."""
    assert [each.letters for each in find_acronyms(text_of(typed))] == expected


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("The International Monetary Fund (IMF) lends.", True),
        ("The International Monetary Fund (known as the IMF) lends.", True),
        ("The IMF (International Monetary Fund) lends.", True),
        ("The International Monetary Fund – IMF for short – lends.", True),
        ("The talks in Geneva (IMF) ended.", False),
        ("The IMF (see page 4) lends.", False),
        ("The Fund lends. The IMF waits.", False),
    ],
)
def test_words_beside_spell_it_out(typed: str, *, expected: bool) -> None:
    """On either side, and in its sentence alone."""
    (acronym,) = find_acronyms(text_of(typed))
    assert is_spelled_out(acronym) is expected


def test_initials_are_compared_without_accents() -> None:
    """The first letter begins a word, and most of the others do."""
    parts = ["Communauté", "économique", "des", "États", "de", "l", "Afrique", "de", "l", "Ouest"]
    assert matches_initials("CEDEAO", parts)
    assert not matches_initials("FMI", parts)
    assert not matches_initials("CMM", parts)


def test_one_word_explains_nothing() -> None:
    """An institution that is named by a word alone could be any."""
    assert not explains("FSB", "service")
    assert explains("FSB", "domestic security service")
