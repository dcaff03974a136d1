"""The colours of charts, on the page and in Word: those of the house style, and paler ones made of them.

Neighbouring fills differ in lightness, lines in their dashes: both read in black and white.
"""

from dataclasses import dataclass
from functools import lru_cache

from briefmaker.model.contrast import LINE_CONTRAST, WHITE, find_paler, measure_contrast
from briefmaker.model.style import Palette

_SET_OFF = 1.5  # the least contrast between what is set off and its neighbours
_GREY_CONTRAST = 3.2
# Shares of the accent, from 1 for itself to 0 for white; neighbours are far from one another.
_LIGHT, _PALEST, _DARK, _MIDDLE, _PALE = 0.28, 0.1, 0.81, 0.46, 0.19
_BAR = 0.57


@dataclass(frozen=True, slots=True)
class Fill:
    """A colour, and that of the outline, which is empty where there is none."""

    color: str
    outline: str = ""


@dataclass(frozen=True, slots=True)
class LineStyle:
    """One line of a line chart; ``dash`` holds lengths of dashes and gaps, ``word_dash`` what Word calls them."""

    color: str
    width: float
    dash: str
    word_dash: str


@dataclass(frozen=True, slots=True)
class ChartColours:
    """The colours of one house's charts.

    ``lead`` is for what is set off, ``bar`` for what is not, ``pointer`` for the hairlines to the words of a pie. ``older`` holds
    the fills from the last but one year backwards, outlined where they are too pale to stand without.
    """

    ink: str
    lead: str
    bar: str
    pointer: str
    older: tuple[Fill, ...]
    shades: tuple[str, ...]
    lines: tuple[LineStyle, ...]

    def shade(self, number: int) -> str:
        """Give the colour of a series or part by its number."""
        return self.shades[number % len(self.shades)]


@lru_cache(maxsize=32)
def choose_colours(palette: Palette) -> ChartColours:
    """Give the colours of charts in a house's palette."""
    ink, lead, quiet = palette.ink, palette.accent, palette.quiet
    bar, grey = _choose_bar(palette), find_paler(quiet, _GREY_CONTRAST)
    light, palest, dark, middle, pale = (_soften(lead, share) for share in (_LIGHT, _PALEST, _DARK, _MIDDLE, _PALE))
    return ChartColours(
        ink=ink,
        lead=lead,
        bar=bar,
        pointer=grey,
        older=(Fill(grey), Fill(WHITE, quiet), Fill(quiet), Fill(palest, quiet), Fill(ink)),
        shades=(lead, light, bar, palest, dark, middle, pale),
        lines=(
            LineStyle(lead, 2.0, "", "solid"),
            LineStyle(bar, 1.4, "", "solid"),
            LineStyle(lead, 1.2, "5 2.5", "dash"),
            LineStyle(quiet, 1.2, "1.2 1.8", "sysDot"),
            LineStyle(bar, 1.2, "6 2 1.2 2", "dashDot"),
            LineStyle(ink, 0.8, "", "solid"),
        ),
    )


def _choose_bar(palette: Palette) -> str:
    """Give the house's bar where what is set off in the accent is clearly darker, else a softer accent that is seen on white."""
    darkest = measure_contrast(palette.accent, WHITE)
    if measure_contrast(palette.bar, WHITE) * _SET_OFF <= darkest:
        return palette.bar
    return find_paler(palette.accent, max(LINE_CONTRAST, darkest**_BAR))


def _soften(color: str, share: float) -> str:
    """Give a paler colour: with a share of 1 the same, of 0 white, and between them by steps that look alike."""
    return find_paler(color, measure_contrast(color, WHITE) ** share)
