"""A term of the glossary is used where it stands as a word in another text."""

import pytest
from tests.checking import check_text, places_of


@pytest.mark.parametrize(
    ("background", "term", "is_used"),
    [
        ("The MFF holds.", "MFF", True),
        ("Both MFFs hold, at COP28.", "MFF", True),
        ("At COP28 all met.", "COP", True),
        ("The **MFF**-related", "MFF", True),
        ("Let us go.", "US", False),
        ("The MFFX holds.", "MFF", False),
        ("The Acquis holds.", "acquis", True),
        ("Nothing.", "own resources", False),
        ("Their Own resources", "own resources", True),
    ],
)
def test_a_term_is_used_as_a_word(background: str, term: str, *, is_used: bool) -> None:
    """In the plural and in other capitals too, unless it is an acronym."""
    lines = f"template: information\nbackground: {background}\nglossary: {{{term}: The {term} itself}}"
    assert (check_text(lines, "STY008") == ()) is is_used


def test_it_is_told_at_the_term() -> None:
    """What another entry uses is used."""
    lines = "template: information\nglossary:\n  AAA: The BBB\n  BBB: Something"
    assert places_of(check_text(lines, "STY008"), "STY008") == [(3, "glossary.AAA")]
