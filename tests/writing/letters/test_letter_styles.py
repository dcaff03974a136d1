"""How a letter looks: what it says can be read on a light screen and on a dark one."""

import re

import pytest

from briefmaker.model.contrast import measure_contrast
from briefmaker.model.style import Palette
from briefmaker.writing.letters.letter_styles import DARK_SHEET, LetterStyles


@pytest.mark.parametrize("shade", ["ink", "accent", "quiet", "caution"])
def test_every_shade_can_be_read_on_a_dark_screen(shade: str) -> None:
    """With a contrast of 7, as WCAG asks at its highest level."""
    colours = dict(re.findall(r"\.(\w+) \{ (?:background-)?color: (#\w+)", DARK_SHEET))
    assert measure_contrast(colours[shade], colours["page"]) >= 7


@pytest.mark.parametrize("direction", ["ltr", "rtl"])
def test_every_style_names_colours_of_the_house_alone(direction: str) -> None:
    """A house that sets its colours finds them in its letters, and no other but the white of the ground."""
    colours = Palette(*(f"#00000{number}" for number in range(8)))
    styles = LetterStyles(colours, direction)
    names = (
        "marking",
        "notice",
        "kind",
        "title",
        "details",
        "heading",
        "main",
        "text",
        "facts",
        "label",
        "cited",
        "link",
    )
    used = set(re.findall(r"#\w{6}", "".join(map(styles.of, names)) + styles.body + styles.page))
    assert used <= {*(f"#00000{number}" for number in range(8)), "#ffffff"}


def test_a_letter_from_right_to_left_is_mirrored() -> None:
    """Its lines begin at the right, and letters that are joined are not spaced."""
    styles = LetterStyles(Palette(), "rtl")
    assert "text-align:right" in styles.cell
    assert "padding-right:0" in styles.of("label")
    assert "letter-spacing" not in styles.of("marking")
