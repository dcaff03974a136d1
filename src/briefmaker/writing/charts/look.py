"""How charts are drawn, on the page and in Word: thicknesses and sizes, all in points."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ChartLook:
    """The measures of every chart; its colours are the house's (writing/charts/colours.py)."""

    width: float = 378.0
    thick: float = 6.2
    thin: float = 2.8
    rule: float = 0.6
    label_size: float = 8.5


LOOK = ChartLook()
