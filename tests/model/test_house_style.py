"""What a house can set, and what it gets where it sets nothing."""

import pytest
from pydantic import ValidationError

from briefmaker.model.house_style import Colours, Fonts, find_text, is_issued
from briefmaker.model.style import PLAIN_STYLE, ROLES


def test_the_usual_colours_stand_in_one_place() -> None:
    """The setting has a colour for each role of the palette, and no value of its own."""
    assert tuple(Colours.model_fields) == ROLES
    assert {role: getattr(Colours(), role) for role in ROLES} == {
        role: getattr(PLAIN_STYLE.colours, role) for role in ROLES
    }


def test_no_two_usual_colours_are_alike() -> None:
    """In a Word template a colour's value says what it is for."""
    assert len({getattr(PLAIN_STYLE.colours, role) for role in ROLES}) == len(ROLES)


@pytest.mark.parametrize("value", ["red", "#fff", "1b365d", "#1b365g", "#1b365d ", "rgb(0,0,0)", 7, None, ["#1b365d"]])
def test_only_six_digits_are_a_colour(value: object) -> None:
    """Anything else could be a way into a stylesheet."""
    with pytest.raises(ValidationError) as refused:
        Colours.model_validate({"accent": value})
    assert refused.value.errors(include_input=False)[0]["type"] == "colour_shape"


def test_capitals_make_no_other_colour() -> None:
    """So that equal styles are equal."""
    assert Colours.model_validate({"accent": "#1B365D"}) == Colours(accent="#1b365d")


def test_a_family_may_be_written_as_its_name() -> None:
    """The short form says the same as the long one."""
    assert Fonts.model_validate({"serif": "Source Sans 3"}) == Fonts.model_validate(
        {"serif": {"family": "Source Sans 3"}}
    )


@pytest.mark.parametrize(
    ("language", "text"), [("fr-CA", "a"), ("fr-ca", "a"), ("fr", "b"), ("fr-BE", "b"), ("en", None), ("de", None)]
)
def test_a_text_is_found_by_language_and_region(language: str, text: str | None) -> None:
    """The region's own first, then the language's; a text of another region is none."""
    assert find_text({"fr-CA": "a", "fr": "b", "en-GB": "c"}, language) == text


def test_a_house_issues_in_what_it_lists() -> None:
    """A language without its region stands for all of them; nothing listed is everything."""
    listed = ("en-GB", "fr")
    assert [is_issued(each, listed) for each in ("en-gb", "en-US", "fr-CA", "fr", "de")] == [
        True,
        False,
        True,
        True,
        False,
    ]
    assert is_issued("de", ())
