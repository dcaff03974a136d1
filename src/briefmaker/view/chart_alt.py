"""The alternative text of a chart whose brief gives none: its kind and caption, and of each series what stands out."""

from collections.abc import Iterator

from briefmaker.view.chart_shape import ChartSeries, ChartView
from briefmaker.view.frame import Frame


def write_alt(frame: Frame, chart: ChartView, caption: str, unit: str) -> str:
    """Give sentences in the brief's language.

    ``Bar chart: Spending (% of GDP). 2025: from 2.00 (Spain) to 4.48 (Poland).``
    """
    return " ".join(_write_sentences(frame, chart, caption, unit))


def _write_sentences(frame: Frame, chart: ChartView, caption: str, unit: str) -> Iterator[str]:
    kind = frame.label(f"chart_{chart.kind}")
    shown = " ".join(filter(None, [caption.rstrip(". "), f"({unit})" if unit else ""]))
    yield frame.label("alt_topic", topic=kind, words=shown) if shown else f"{kind}."
    if chart.shares:
        parts = zip(chart.categories, chart.shares, strict=True)
        yield "; ".join(f"{name} {share}" for name, share in parts) + "."
        return
    for series in chart.series:
        yield from _describe(frame, chart, series)
    if chart.reference:
        yield frame.label("alt_topic", topic=frame.labels["reference_line"], words=chart.reference.label)


def _describe(frame: Frame, chart: ChartView, series: ChartSeries) -> Iterator[str]:
    known = [(value, index) for index, value in enumerate(series.values) if value is not None]
    if not known:
        return
    lowest, highest = min(known)[1], max(known, key=lambda each: (each[0], -each[1]))[1]
    words = {"series": series.name, "low": series.printed[lowest], "high": series.printed[highest]}
    words |= {"at_low": chart.categories[lowest], "at_high": chart.categories[highest]}
    yield frame.label("alt_range", **words)
    if chart.kind == "line":
        first, last = known[0][1], known[-1][1]
        ends = {"first": series.printed[first], "last": series.printed[last]}
        yield frame.label("alt_ends", **ends, at_first=chart.categories[first], at_last=chart.categories[last])
