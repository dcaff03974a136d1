"""Two spellings are one name by their accents, by their sound, or by a letter that slipped; short names need more."""

import pytest

from briefmaker.checks.near_names import Nearness, compare_names, count_slips


@pytest.mark.parametrize(
    ("word", "name", "nearness"),
    [
        ("erdogan", "erdoğan", Nearness.OTHER_ACCENTS),
        ("sefcovic", "šefčovič", Nearness.OTHER_ACCENTS),
        ("zelensky", "zelenskyy", Nearness.SOUNDS_ALIKE),
        ("rute", "rutte", Nearness.SOUNDS_ALIKE),
        ("mertz", "merz", Nearness.SLIPPED),
        ("mrez", "merz", Nearness.SLIPPED),
        ("metz", "merz", Nearness.FAR),
        ("route", "rutte", Nearness.OTHER),
        ("xi", "li", Nearness.OTHER),
        ("okonjo-iwaela", "okonjo-iweala", Nearness.SLIPPED),
    ],
)
def test_how_near_two_names_are(word: str, name: str, nearness: Nearness) -> None:
    """A name of four letters allows one of them to be another only beside a first name."""
    assert compare_names(word, name) is nearness


def test_slips_are_counted_up_to_what_matters() -> None:
    """Two letters in the wrong order are one slip."""
    assert count_slips("costa", "costa", 2) == 0
    assert count_slips("coats", "costa", 2) == 2
    assert count_slips("ab", "ba", 2) == 1
    assert count_slips("completely", "different", 2) == 3
