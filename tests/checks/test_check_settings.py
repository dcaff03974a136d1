"""Names of the house that cannot be looked for are told at their line; one without letters would take words out."""

import pytest
from tests.briefs import read_text

from briefmaker.checks.check_settings import check_rule_settings
from briefmaker.model.check_settings import CheckSettings


def _messages(names: dict[str, tuple[str, ...]]) -> list[str]:
    places = read_text("").places
    return [each.message for each in check_rule_settings(CheckSettings(names=names), places)]


@pytest.mark.parametrize("names", [{"": ("Kiev",)}, {"Kyiv": ("",)}, {"Kyiv": ("?!",)}])
def test_a_name_without_letters_is_told(names: dict[str, tuple[str, ...]]) -> None:
    """Mending by ``{"": [Kiev]}`` would leave a hole in a sentence."""
    assert _messages(names) == ["a name without letters cannot be looked for"]


def test_spellings_that_differ_by_capitals_alone_are_told() -> None:
    """Words are compared without capitals, so that such an entry would never find anything."""
    assert _messages({"NATO": ("Nato",)}) == ["`Nato` and `NATO` differ by capitals alone, and are not told apart"]


def test_names_with_signs_of_patterns_are_names() -> None:
    """Nothing in a name is read as a pattern."""
    assert _messages({"a(b": ("c[", "[a-z]*"), "Kyiv": ("Kiev",)}) == []


def test_a_spelling_that_is_wanted_and_refused_is_told() -> None:
    """With both names that it stands with."""
    assert _messages({"Kyiv": ("Kiev",), "Odesa": ("Kiev",)}) == [
        "`Kiev` is refused for `Odesa`, and stands with `Kyiv` too"
    ]
