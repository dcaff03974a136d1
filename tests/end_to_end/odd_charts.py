"""A hundred figures as nobody would draw them, the same each time: each is drawn in both formats or told what is wrong with it.

Run as a program of its own, which can be ended from outside where a loop does not end.
"""

import json
import math
import random
import re
import sys
from pathlib import Path
from typing import Any

from lxml import etree
from tests.briefs import look_at, read_text
from tests.writing.word.desk import HEAD

from briefmaker import render
from briefmaker.diagnostics import has_errors
from briefmaker.model.style import PLAIN_STYLE
from briefmaker.view.figure_shape import FigureView
from briefmaker.writing.charts import write_chart
from briefmaker.writing.word.charts import chart_height, list_cells, write_chart_part
from briefmaker.writing.word.workbook import write_workbook

COUNT = 100
_VALUES = ("0", "1", "-1", "0.1", "0.0001", "123456789012", "-99999.5", "3", "3", "", "-0", "2.5 %", "1e400", "many")
_SOUND = 11  # of the values; the others are no numbers that can be drawn
_LONG = "A very long name indeed of many words "
_NAMES = (
    "Malta",
    "",
    _LONG,
    _LONG * 3,
    "Donaudampfschifffahrtsgesellschaft" * 2,
    "الولايات المتحدة",
    "日本国" * 6,
    '<&>"{{ 1 }}',
)
_LABELS = ("limit", "a label of several words " * 3)
_NUMBER = re.compile(r"-?[0-9.]+(?:e[+-]?[0-9]+)?|nan|inf")


def make_figures() -> list[dict[str, Any]]:
    """Give the figures: every kind, with one row or many, gaps, names without room, numbers huge, tiny and below zero."""
    chance = random.Random(8)  # noqa: S311 - the same each time, and no secret
    return [_make_figure(chance, number) for number in range(COUNT)]


def _make_figure(chance: random.Random, number: int) -> dict[str, Any]:
    columns = [f"{_series_name(chance, column)} {column}" for column in range(chance.choice((1, 1, 2, 3, 6)))]
    rows = [_make_row(chance, row, columns) for row in range(chance.choice((1, 1, 2, 3, 5, 7, 12, 30)))]
    figure: dict[str, Any] = {"chart": ("bar", "column", "line", "pie")[number % 4], "rows": rows}
    if chance.random() < 0.4:
        figure["reference_line"] = {"value": chance.choice((0, 1, -1, 2.5, 50)), "label": chance.choice(_LABELS)}
    if chance.random() < 0.4:
        figure["highlight"] = [rows[-1]["x"] or columns[0]]
    return figure


def _series_name(chance: random.Random, column: int) -> str:
    return chance.choice(("s", str(2000 + column), _LONG * chance.choice((1, 4))))


def _make_row(chance: random.Random, row: int, columns: list[str]) -> dict[str, str]:
    dates = (f"{2000 + row}", f"2025-{row % 12 + 1:02}", f"2025-01-{row % 28 + 1:02}")
    values = _VALUES if chance.random() < 0.02 else _VALUES[:_SOUND]
    return {
        "x": chance.choice((f"{chance.choice(_NAMES)} {row}", *dates)),
        **{each: chance.choice(values) for each in columns},
    }


def is_drawn(figure: dict[str, Any]) -> bool:
    """Draw a figure as a page and Word have it, from left to right and mirrored; False where an error tells what is wrong."""
    lines = f"figures: {json.dumps({'f': figure}, ensure_ascii=False)}\nlanguage: fr"
    reading = read_text(lines)
    if has_errors(reading.diagnostics):
        return False
    viewing = look_at(lines)
    if viewing.view is None:
        assert has_errors(viewing.diagnostics)
        return False
    (view,) = viewing.view.figures
    for direction in ("ltr", "rtl"):
        _draw(view, direction)
    return True


def _draw(view: FigureView, direction: str) -> None:
    assert view.chart is not None
    page = str(write_chart(view, direction, PLAIN_STYLE.colours))
    for attribute in re.findall(r' (?:d|width|height|viewBox|style|points|cx|cy|r)="([^"]*)"', page):
        assert all(math.isfinite(float(number)) for number in _NUMBER.findall(re.sub("#[0-9a-f]{6}", "", attribute))), (
            attribute
        )
    etree.fromstring(write_chart_part(view.chart, PLAIN_STYLE, "fr", is_mirrored=direction == "rtl").encode())
    assert write_workbook(list_cells(view.chart), view.chart.number_format)
    assert 0 < chart_height(view.chart) < math.inf


def main(folder: Path) -> None:
    """Draw all; build a brief of those that can be drawn; and print how many were drawn and told."""
    figures = make_figures()
    drawn = {f"f{number}": figure for number, figure in enumerate(figures) if is_drawn(figure)}
    brief = folder / "brief.yaml"
    brief.write_text(f"{HEAD}figures: {json.dumps(drawn, ensure_ascii=False)}\n", "utf-8")
    documents = [render(brief, form) for form in ("pdf", "docx")]
    print(len(drawn), COUNT - len(drawn), *(len(document) > 0 for document in documents))  # noqa: T201


if __name__ == "__main__":
    main(Path(sys.argv[1]))
