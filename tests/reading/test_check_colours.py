"""Colours that cannot be read are refused, with their contrast and the nearest that can."""

import re

import pytest

from briefmaker.diagnostics import Code, Diagnostic, Places
from briefmaker.model.contrast import WHITE, measure_contrast
from briefmaker.model.style import Palette
from briefmaker.reading.check_colours import LINES, TEXTS, check_colours

PLACES = Places("briefmaker.yaml")


def check(*, has_own_tint: bool = False, **colours: str) -> list[Diagnostic]:
    """Give what is found wrong with a palette of which these colours are the house's own."""
    return list(check_colours(Palette(**colours), PLACES, has_own_tint=has_own_tint))


def test_the_usual_colours_pass() -> None:
    """What briefmaker brings keeps its own rule."""
    assert check() == []


@pytest.mark.parametrize("role", TEXTS)
def test_a_text_needs_4_5_on_white_and_on_the_tint(role: str) -> None:
    """A grey that passes on white by a hair fails on the tint, and is told there."""
    (white,) = check(**{role: "#777777"})
    (tint,) = check(**{role: "#767676"})
    assert (white.code, white.path) == (Code.SETTINGS_CONTRAST, f"colours.{role}")
    assert "4.47 as text on white" in white.message
    assert '"#767676" (4.54)' in white.hint
    assert "4.00 as text on the tint #eef1f5" in tint.message
    suggested = re.search(r"#[0-9a-f]{6}", tint.hint)
    assert suggested is not None
    assert check(**{role: suggested[0]}) == []


@pytest.mark.parametrize("role", LINES)
def test_a_line_needs_3_on_white(role: str) -> None:
    """As it carries meaning without being read."""
    assert check(**{role: "#949494"}) == []
    (found,) = check(**{role: "#959595"})
    assert "2.99 as a line on white; 3 is the least" in found.message
    assert '"#949494"' in found.hint


def test_a_tint_that_is_too_dark_is_told_once_with_one_that_all_texts_can_be_read_on() -> None:
    """By the text that suffers most."""
    (found,) = check(tint="#9fb3c8", has_own_tint=True)
    assert (found.path, "`quiet` #4a5058" in found.message) == ("colours.tint", True)
    suggested = re.findall(r"#[0-9a-f]{6}", found.hint)[0]
    assert check(tint=suggested, has_own_tint=True) == []


def test_a_text_that_fails_on_white_is_not_told_of_the_tint_too() -> None:
    """The one follows from the other."""
    found = check(tint="#eef1f5", quiet="#999999", has_own_tint=True)
    assert [each.path for each in found] == ["colours.quiet"]


@pytest.mark.parametrize("role", ["hairline", "tint"])
def test_a_colour_that_only_decorates_may_be_faint(role: str) -> None:
    """Space and labels part and set off what it does."""
    assert check(**{role: "#fafafa"}, has_own_tint=True) == []


def test_no_ratio_is_rounded_up_to_one_that_passes() -> None:
    """#777777 has 4.478."""
    assert round(measure_contrast("#777777", WHITE), 2) == 4.48
    assert "4.47" in check(quiet="#777777")[0].message
