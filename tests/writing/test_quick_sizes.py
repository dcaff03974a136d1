"""Tests of the short way to the sizes of boxes."""

import sys
from collections.abc import Iterator
from typing import Any

import pytest

from briefmaker.writing.import_weasyprint import import_weasyprint

PAGE = """<html lang="en"><title>Sizes</title><body><h1>Title</h1><p class="half">Half of it <b>and</b> an <i>inner</i> word</p>
<div class="row"><div>One</div><div class="wide">Two</div></div><div class="grid"><p>A</p><p>B</p></div>
<table><tr><td>Cell<td>Another</table><table class="merged"><tr><td>Cell<td>Another</table><ul><li>One<li>Two</ul>
<div class="placed">Away</div><div class="outer"><div>Inner</div></div><p class="calculated">Text</p></body></html>"""
SHEET = """
body { padding: 3pt } p { margin: 4pt auto; min-height: 20pt } .half { width: 50%; padding: 2% }
i { display: inline-block; width: 30pt }
.row { display: flex; height: 40pt } .wide { min-width: 40%; box-sizing: border-box; border: 1pt solid; padding: 2pt }
.grid { display: grid; grid-template-columns: 1fr 2fr } td { padding: 2pt; border: 1pt solid; height: 15pt }
.merged { border-collapse: collapse; width: 100% } .placed { position: absolute; top: 10%; width: 20%; margin: 3pt }
.outer { height: 50pt } .outer div { height: 50%; max-height: 80%; border-left: 3pt solid } .calculated { width: calc(50% + 9pt) }
@page { margin: 10%; @top-left { content: "Head"; width: 40% } }
"""


def _iterate_boxes() -> Iterator[dict[str, Any]]:
    """Give what each box of the page is laid out to: whatever is a number or a word."""
    weasyprint = import_weasyprint()
    document = weasyprint.HTML(string=PAGE).render(stylesheets=[weasyprint.CSS(string=SHEET)])
    for page in document.pages:
        for box in page._page_box.descendants():
            yield {name: value for name, value in vars(box).items() if isinstance(value, int | float | str)}


def _take_the_long_way(monkeypatch: pytest.MonkeyPatch) -> None:
    from briefmaker.writing import quick_sizes

    for module in list(sys.modules.values()):
        if vars(module).get("resolve_percentages") is quick_sizes._give_sizes:
            monkeypatch.setattr(module, "resolve_percentages", quick_sizes._resolve)


def test_every_box_has_the_sizes_that_weasyprint_gives_it(monkeypatch: pytest.MonkeyPatch) -> None:
    """Proves that the short way leads where the long one does, also for shares, functions, flexible boxes and merged borders."""
    quick = list(_iterate_boxes())
    _take_the_long_way(monkeypatch)
    assert len(quick) > 60
    assert quick == list(_iterate_boxes())


def test_one_wrong_margin_is_seen(monkeypatch: pytest.MonkeyPatch) -> None:
    """Proves that the comparison sees a size that is kept where it must not be."""
    right = list(_iterate_boxes())
    from briefmaker.writing import quick_sizes

    list_plain = quick_sizes._list_plain

    def list_wrongly(style: Any) -> dict[str, Any] | None:
        sizes = list_plain(style)
        return {**sizes, "margin_top": 1} if sizes else None

    monkeypatch.setattr(quick_sizes, "_list_plain", list_wrongly)
    assert list(_iterate_boxes()) != right


def test_all_of_layout_takes_the_short_way_once_weasyprint_is_imported() -> None:
    """Proves that no module of WeasyPrint that knew its own way still goes it, so that a new one would be seen."""
    import_weasyprint()
    from weasyprint.layout import block, inline, percent, table

    from briefmaker.writing import quick_sizes

    assert all(each.resolve_percentages is quick_sizes._give_sizes for each in (block, inline, percent, table))
    assert not [
        name for name, each in sys.modules.items() if vars(each).get("resolve_percentages") is quick_sizes._resolve
    ]
