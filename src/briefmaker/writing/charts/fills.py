"""What bars, columns and parts of a pie are filled with, on the page and in Word alike."""

from markupsafe import Markup

from briefmaker.view.chart_shape import ChartView
from briefmaker.writing.charts.colours import ChartColours, Fill


def choose_fill(colours: ChartColours, chart: ChartView, series: int, index: int | None = None) -> Fill:
    """Give the fill of one bar or column, or of its series as a whole; the newest or only series is set off by rows."""
    is_lead = len(chart.series) == 1 or (chart.has_newest and series == len(chart.series) - 1)
    if is_lead:
        is_set_off = chart.series[series].is_highlighted or (index is not None and chart.highlighted[index])
        return Fill(colours.lead if is_set_off else colours.bar)
    if chart.has_newest:
        return colours.older[(len(chart.series) - 2 - series) % len(colours.older)]
    return Fill(colours.shade(series), colours.lead)


def choose_part_fill(colours: ChartColours, chart: ChartView, number: int) -> Fill:
    """Give the fill of a part of a pie: the darkest belongs to the highlighted ones, where there are any."""
    if not any(chart.highlighted):
        return Fill(colours.shade(number), colours.lead)
    if chart.highlighted[number]:
        return Fill(colours.lead, colours.lead)
    paler = [shade for shade in colours.shades if shade != colours.lead]
    return Fill(paler[sum(not each for each in chart.highlighted[:number]) % len(paler)], colours.lead)


def write_swatch(fill: Fill) -> Markup:
    """Give a small square that tells whose fill it is."""
    return Markup('<span class="swatch" style="background:{};outline-color:{}"></span>').format(
        fill.color, fill.outline or fill.color
    )
