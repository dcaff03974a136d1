"""The colours of charts: made of the house's, and told from one another without their hue."""

from itertools import pairwise

import pytest

from briefmaker.model.contrast import LINE_CONTRAST, WHITE, measure_contrast
from briefmaker.model.style import PLAIN_STYLE, Palette
from briefmaker.writing.charts.colours import choose_colours

USUAL = PLAIN_STYLE.colours
PALETTES = {
    "briefmaker's own": USUAL,
    "an accent that just passes, as its bar too": Palette(accent="#767676", bar="#767676"),
    "red, with a bar darker than it": Palette(accent="#c8102e", bar="#4a0612"),
    "everything black": Palette(ink="#000000", accent="#000000", quiet="#000000", bar="#000000"),
    "green, with a light bar": Palette(accent="#00543c", bar="#3f9c7f", quiet="#6b6b6b"),
}


def lightness(color: str) -> int:
    """Give how light a colour is, from 0 to 255, as a photocopier sees it."""
    red, green, blue = (int(color[place : place + 2], 16) for place in (1, 3, 5))
    return round(0.299 * red + 0.587 * green + 0.114 * blue)


@pytest.mark.parametrize("name", PALETTES)
def test_bars_are_seen_on_white_and_what_is_set_off_beside_them(name: str) -> None:
    """With a contrast of 3 to the paper, and the accent darker by far than the others."""
    palette = PALETTES[name]
    colours = choose_colours(palette)
    assert colours.lead == palette.accent
    assert measure_contrast(colours.bar, WHITE) >= LINE_CONTRAST
    assert measure_contrast(colours.lead, WHITE) > 1.45 * measure_contrast(colours.bar, WHITE)


@pytest.mark.parametrize("name", PALETTES)
def test_neighbours_differ_in_lightness(name: str) -> None:
    """Shades that stand side by side, and the years before the newest."""
    colours = choose_colours(PALETTES[name])
    for shades in (colours.shades[:5], [fill.color for fill in colours.older[:4]]):
        for one, next_one in pairwise(shades):
            assert abs(lightness(one) - lightness(next_one)) > 30


@pytest.mark.parametrize("name", PALETTES)
def test_pale_fills_have_an_outline(name: str) -> None:
    """None of a contrast below 3 to white stands without, and the outline has more."""
    for fill in choose_colours(PALETTES[name]).older:
        assert measure_contrast(fill.outline or fill.color, WHITE) >= LINE_CONTRAST


def test_lines_are_those_that_are_seen_on_white() -> None:
    """And no two of one colour have the same dashes."""
    for palette in PALETTES.values():
        lines = choose_colours(palette).lines
        assert all(measure_contrast(line.color, WHITE) >= LINE_CONTRAST for line in lines)
        assert len({(line.width, line.dash) for line in lines}) == len(lines)


def test_the_usual_look_stays_what_it_was() -> None:
    """Its mixed shades are within a few steps of those that were drawn by hand."""
    colours = choose_colours(USUAL)
    assert (colours.ink, colours.lead, colours.bar) == (USUAL.ink, USUAL.accent, USUAL.bar)
    drawn = ("#1b365d", "#a9b8ca", "#647b98", "#dde3ea", "#3b5578", "#87909b", "#c5ced9")
    for color, wanted in zip((*colours.shades, colours.older[0].color), (*drawn, "#87909b"), strict=True):
        assert abs(lightness(color) - lightness(wanted)) <= 6
