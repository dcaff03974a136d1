"""What bars, columns and parts of a pie are filled with, on the page and in Word alike."""

from dataclasses import dataclass

from markupsafe import Markup

from briefmaker.view.chart_shape import ChartView
from briefmaker.writing.charts.look import LOOK


@dataclass(frozen=True, slots=True)
class Fill:
    """A colour, and that of the outline, which is empty where there is none."""

    color: str
    outline: str = ""


def choose_fill(chart: ChartView, series: int, index: int | None = None) -> Fill:
    """Give the fill of one bar or column, or of its series as a whole; the newest or only series is set off by rows."""
    is_lead = len(chart.series) == 1 or (chart.has_newest and series == len(chart.series) - 1)
    if is_lead:
        is_set_off = chart.series[series].is_highlighted or (index is not None and chart.highlighted[index])
        return Fill(LOOK.navy if is_set_off else LOOK.bar)
    if chart.has_newest:
        color, outline = LOOK.older[(len(chart.series) - 2 - series) % len(LOOK.older)]
        return Fill(color, outline)
    return Fill(LOOK.shade(series), LOOK.navy)


def choose_part_fill(chart: ChartView, number: int) -> Fill:
    """Give the fill of a part of a pie: the darkest belongs to the highlighted ones, where there are any."""
    if not any(chart.highlighted):
        return Fill(LOOK.shade(number), LOOK.navy)
    if chart.highlighted[number]:
        return Fill(LOOK.navy, LOOK.navy)
    paler = [shade for shade in LOOK.shades if shade != LOOK.navy]
    return Fill(paler[sum(not each for each in chart.highlighted[:number]) % len(paler)], LOOK.navy)


def write_swatch(fill: Fill) -> Markup:
    """Give a small square that tells whose fill it is."""
    return Markup('<span class="swatch" style="background:{};outline-color:{}"></span>').format(
        fill.color, fill.outline or fill.color
    )
