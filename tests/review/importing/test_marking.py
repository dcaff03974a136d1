"""Markings as documents state them: on their pages, behind labels, with caveats; the highest where they differ."""

import pytest

from briefmaker.review.importing.marking import FoundMarking, choose_highest, find_marking

UK, US, NATO = (
    ("OFFICIAL", "OFFICIAL-SENSITIVE", "SECRET"),
    ("UNCLASSIFIED", "CUI", "SECRET"),
    ("NATO RESTRICTED", "NATO SECRET"),
)
SCHEMES = (UK, US, NATO)


@pytest.mark.parametrize(("text", "found"), [
    ("OFFICIAL-SENSITIVE", FoundMarking("OFFICIAL-SENSITIVE")),
    ("NATO  SECRET", FoundMarking("NATO SECRET")),
    ("SECRET//NOFORN/ORCON", FoundMarking("SECRET", ("NOFORN", "ORCON"))),
    ("OFFICIAL-SENSITIVE – COMMERCIAL", FoundMarking("OFFICIAL-SENSITIVE", ("COMMERCIAL",))),
    ("OFFICIAL – Page 3", FoundMarking("OFFICIAL", is_whole=False)),
    ("Ministry of Ports SECRET", FoundMarking("SECRET", is_whole=False)),
    ("SENSITIVE BUT UNCLASSIFIED", None),
    ("NOT SECRET", FoundMarking("SECRET", is_whole=False)),
    ("Official visit to Oslo", None),
    ("secret", None),
    ("OFFICIALS ONLY", None),
])  # fmt: skip
def test_a_marking_is_known_by_its_capitals(text: str, found: FoundMarking | None) -> None:
    """The longest that fits, with the caveats behind it; a word like others is none, nor the tail of one that may be higher."""
    assert find_marking(text, SCHEMES) == found


def test_behind_a_label_capitals_do_not_matter() -> None:
    """People type ``Official`` into a place for the marking."""
    assert find_marking("Official", SCHEMES, is_labelled=True) == FoundMarking("OFFICIAL")


def test_the_highest_of_several_is_taken() -> None:
    """Whatever stands first; caveats are those beside it. Markings of two schemes are compared by how high they stand."""
    low, high = FoundMarking("UNCLASSIFIED"), FoundMarking("SECRET", ("NOFORN",))
    for found in ([low, high], [high, low], [low, high, low]):
        assert choose_highest(found, SCHEMES) == (high, False)
    assert choose_highest([high, high], SCHEMES) == (high, True)
    assert choose_highest([FoundMarking("OFFICIAL"), FoundMarking("NATO SECRET")], SCHEMES) == (
        FoundMarking("NATO SECRET"),
        False,
    )
    assert choose_highest([], SCHEMES) is None
