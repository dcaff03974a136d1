"""Signs are told with what belongs there, and what was mended is not told again."""

import pytest

from briefmaker.checks.text_in_brief import TextInBrief
from briefmaker.checks.typography import find_signs
from briefmaker.model.text import TextKind

MENDED = {
    "en": [
        ("He said \"the 'plan' works\".", "He said “the ‘plan’ works”."),
        ("the 1990's and '90s", "the 1990’s and ’90s"),
        ("rock 'n' roll, and the states' aims", "rock ’n’ roll, and the states’ aims"),
        ("('so' and \"so\")", "(‘so’ and “so”)"),
        ("x - y--z -- and --- so", "x – y – z – and – so"),
        ("2024-25, 10 - 12 June, 0.5-1.5 %, 14:00-16:00", "2024–25, 10–12 June, 0.5–1.5 %, 14:00–16:00"),
        ("and... [...] so", "and… […] so"),
    ],
    "fr": [
        ('Il a dit "oui" ; l\'Europe.', "Il a dit «\u00a0oui\u00a0» ; l’Europe."),
        ('« Il a dit "oui" »', "« Il a dit “oui” »"),
        ('" avec blancs "', "« avec blancs »"),
        ('"Oui"; si... ? mais...!', "«\u00a0Oui\u00a0»\u00a0; si… ? mais…\u00a0!"),
        ("Quoi? 5% «mot»; bon: 15:00", "Quoi\u00a0? 5\u00a0% «\u00a0mot\u00a0»\u00a0; bon\u00a0: 15:00"),
    ],
    "en-US": [('so--and -- "so"--"no"', "so—and – “so”—“no”")],
    "fr-CA": [("Quoi? 5% bon:", "Quoi? 5\u00a0% bon\u00a0:")],
}
LEFT = [
    '5\'10" and 24" and 48°51\'24"',
    "2025-10-22, No. 3-4, 555-1234, 10 - 3 = 7, won 3-2, Boeing 737-800, 9-11, page 5-3",
    "https://a.example/b--c?d='e' and a--b@c.example and www.a.example/x...y",
    "--fix, wait.... -5 °C, well-known, short- and long-term",
]


def mend(typed: str, language: str) -> str:
    """Give a text with every sign as it should be."""
    text = TextInBrief("background", "background", TextKind.RICH, typed, {})
    words = text.words
    for sign in reversed(list(find_signs(words, text.blocks, language))):
        words = words[: sign.stretch.start] + sign.right + words[sign.stretch.end :]
    return words


@pytest.mark.parametrize(
    ("language", "typed", "expected"), [(language, *each) for language, pairs in MENDED.items() for each in pairs]
)
def test_signs_are_mended_once(language: str, typed: str, expected: str) -> None:
    """As the language has them; a second time there is nothing to mend."""
    assert mend(typed, language) == expected
    assert mend(expected, language) == expected


@pytest.mark.parametrize("typed", LEFT)
def test_other_signs_are_left(typed: str) -> None:
    """Feet, inches, dates, codes and addresses."""
    assert mend(typed, "en") == typed


def test_quotation_marks_do_not_pair_across_blocks() -> None:
    """A mark that nobody closed leaves the next entry of the list alone."""
    assert mend('- a "b\n- c "d" e', "en") == "a “b\nc “d” e"
