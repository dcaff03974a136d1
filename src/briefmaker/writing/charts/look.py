"""How charts look, on the page and in Word: colours, thicknesses and sizes, all in points."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class LineStyle:
    """One line of a line chart; ``dash`` holds lengths of dashes and gaps, ``word_dash`` what Word calls them."""

    color: str
    width: float
    dash: str
    word_dash: str


@dataclass(frozen=True, slots=True)
class ChartLook:
    """The look of every chart. Neighbouring shades differ in lightness, lines in their dashes: both read in black and white."""

    ink: str = "#16191d"
    navy: str = "#1b365d"
    bar: str = "#647b98"
    quiet: str = "#87909b"
    # From the last but one year backwards: a fill, and an outline where it is too pale to stand without.
    older: tuple[tuple[str, str], ...] = (
        ("#87909b", ""),
        ("#ffffff", "#4a5058"),
        ("#4a5058", ""),
        ("#dde3ea", "#4a5058"),
        ("#16191d", ""),
    )
    shades: tuple[str, ...] = ("#1b365d", "#a9b8ca", "#647b98", "#dde3ea", "#3b5578", "#87909b", "#c5ced9")
    lines: tuple[LineStyle, ...] = (
        LineStyle("#1b365d", 2.0, "", "solid"),
        LineStyle("#647b98", 1.4, "", "solid"),
        LineStyle("#1b365d", 1.2, "5 2.5", "dash"),
        LineStyle("#4a5058", 1.2, "1.2 1.8", "sysDot"),
        LineStyle("#647b98", 1.2, "6 2 1.2 2", "dashDot"),
        LineStyle("#16191d", 0.8, "", "solid"),
    )
    width: float = 378.0
    thick: float = 6.2
    thin: float = 2.8
    rule: float = 0.6
    label_size: float = 8.5

    def shade(self, number: int) -> str:
        """Give the colour of a series or part by its number."""
        return self.shades[number % len(self.shades)]


LOOK = ChartLook()
