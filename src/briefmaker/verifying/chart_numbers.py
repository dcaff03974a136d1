"""Checks that the charts of a Word document show the brief's numbers, and that Word would draw the same ones anew."""

from collections.abc import Iterator, Sequence

from briefmaker.verifying.check import Deviation, Needs, Subject, check, view_of, word_of
from briefmaker.verifying.expected import iterate_parts
from briefmaker.verifying.squeezing import shorten
from briefmaker.verifying.word_charts import Cache, WordChart, list_places, read_charts
from briefmaker.verifying.word_names import WORD
from briefmaker.view.chart_shape import ChartView

_NONE = "no value"

# Names along the axis, then each series with its name and numbers
_Numbers = tuple[tuple[str, ...], tuple[tuple[str, tuple[float | None, ...]], ...]]


@check(Needs.NOTHING, WORD)
def word_charts(subject: Subject) -> Iterator[Deviation]:
    """Every chart is shown, has its workbook, and shows what stands in the workbook's cells."""
    for chart in read_charts(word_of(subject).package):
        if not chart.is_shown:
            yield Deviation("a chart that the text shows", "it stands nowhere", chart.part)
        if chart.fault:
            yield Deviation("a workbook with the chart's numbers", chart.fault, chart.part)
        else:
            yield from _compare_cells(chart)


def _compare_cells(chart: WordChart) -> Iterator[Deviation]:
    for cache in chart.caches:
        places = list_places(cache.formula)
        if not places or len(places) != len(cache.points):
            yield Deviation(
                f"{len(cache.points)} cells in {cache.formula or 'a formula'}", f"{len(places)}", chart.part
            )
            continue
        for place, point in zip(places, cache.points, strict=True):
            if _plain(chart.cells.get(place)) != _plain(point):
                found = shorten(point or _NONE)
                yield Deviation(
                    f"{place}: {shorten(chart.cells.get(place, _NONE))}", f"the chart shows {found}", chart.part
                )


def _plain(text: str | None) -> str | float | None:
    """Give what a cell or point holds as it can be compared: a number may be written in several ways."""
    try:
        return None if not text else float(text)
    except ValueError:
        return text


@check(Needs.BRIEF, WORD)
def word_chart_numbers(subject: Subject) -> Iterator[Deviation]:
    """Every chart shows the names and numbers of its figure, and its comparison."""
    charts = [(_numbers_of(each), each.part) for each in read_charts(word_of(subject).package) if each.is_shown]
    for wanted in map(_expected, iterate_parts(view_of(subject), ChartView)):
        if not charts:
            yield Deviation(f"a chart of {', '.join(name for name, _ in wanted[1])}", "none")
            continue
        # Figures may be shown in another order than the brief's.
        nearest = max(charts, key=lambda each: _count_same(wanted, each[0]))
        charts.remove(nearest)
        yield from _compare_numbers(wanted, *nearest)


def _numbers_of(chart: WordChart) -> _Numbers:
    categories = chart.series[0].categories.points if chart.series else ()
    series = [(each.name.points[0] or "" if each.name.points else "", _floats(each.values)) for each in chart.series]
    return tuple(each or "" for each in categories), tuple(sorted(series, key=lambda each: each[0]))


def _floats(cache: Cache) -> tuple[float | None, ...]:
    plain = map(_plain, cache.points)
    return tuple(each if isinstance(each, float) else None for each in plain)


def _expected(chart: ChartView) -> _Numbers:
    series = [(each.name, tuple(_round(value) for value in each.values)) for each in chart.series]
    if chart.reference:
        series.append((chart.reference.label, (_round(chart.reference.value),) * len(chart.categories)))
    return chart.categories, tuple(sorted(series, key=lambda each: each[0]))


def _round(value: float | None) -> float | None:
    """Give a number with the digits that a spreadsheet keeps."""
    return None if value is None else float(f"{value:.15g}")


def _count_same(wanted: _Numbers, found: _Numbers) -> int:
    return sum(one == other for one, other in zip(_flatten(wanted), _flatten(found), strict=False))


def _flatten(numbers: _Numbers) -> list[str | float | None]:
    categories, series = numbers
    return [*categories, *(each for name, values in series for each in (name, *values))]


def _compare_numbers(wanted: _Numbers, found: _Numbers, part: str) -> Iterator[Deviation]:
    for one, other in zip(("", *wanted[0]), ("", *found[0]), strict=False):
        if one != other:
            yield Deviation(shorten(one), shorten(other) or "nothing", part)
    there = dict(found[1])
    if len(wanted[0]) != len(found[0]) or len(wanted[1]) != len(found[1]):
        yield Deviation(_measure(wanted), _measure(found), part)
    for name, values in wanted[1]:
        if name not in there:
            yield Deviation(f"a series {shorten(name)}", ", ".join(map(shorten, there)) or "none", part)
        else:
            yield from _compare_values(name, wanted[0], values, there[name], part)


def _measure(numbers: _Numbers) -> str:
    return f"{len(numbers[1])} series of {len(numbers[0])} values"


def _compare_values(
    name: str, categories: Sequence[str], values: Sequence[float | None], found: Sequence[float | None], part: str
) -> Iterator[Deviation]:
    for category, value, own in zip(categories, values, found, strict=False):
        if value != own:
            shown = ("none" if each is None else f"{each:g}" for each in (value, own))
            yield Deviation(f"{shorten(name, 40)}, {shorten(category, 40)}: {next(shown)}", next(shown), part)


BRIEF_CHECKS = (word_chart_numbers,)
WORD_CHECKS = (word_charts,)
