"""Lines are counted as they stand on the pages."""

import pytest

from briefmaker.model.lengths import Lengths
from briefmaker.writing.import_weasyprint import import_weasyprint
from briefmaker.writing.lengths import measure_lengths

LINES = "<br>".join


def measure(body: str) -> Lengths:
    """Lay out a page on sheets of ten lines, and measure it."""
    style = (
        "@page { size: 100mm 100pt; margin: 0 } * { margin: 0 } body { font: 8pt/10pt serif; orphans: 1; widows: 1 }"
    )
    return measure_lengths(import_weasyprint().HTML(string=f"<style>{style}</style>{body}").render())


@pytest.mark.parametrize("count", [1, 3, 10])
def test_the_lines_of_a_field_are_those_on_the_page(count: int) -> None:
    """Paragraphs, lists and line breaks all make lines."""
    body = f'<div data-field="issue"><p>{LINES("x" * count)}</p></div><p>Another</p>'
    assert measure(body).lines == {"issue": count}


def test_what_fills_its_line_goes_on_in_the_next() -> None:
    """Nobody typed these ends of lines."""
    assert measure(f'<p data-field="issue">{"word " * 10}</p>').lines == {"issue": 1}
    assert measure(f'<p data-field="issue">{"word " * 200}</p>').lines["issue"] > 10


def test_a_field_goes_on_over_the_page() -> None:
    """Its lines are counted on each, and pages too."""
    lengths = measure(f'<p data-field="issue">{LINES("x" * 23)}</p>')
    assert (lengths.pages, lengths.lines) == (3, {"issue": 23})


def test_a_label_beside_a_text_is_no_line_of_it() -> None:
    """It stands in its own column, at the same height."""
    label = '<h2 style="position: absolute; left: 0; font: 8pt/10pt serif">Issue at<br>stake</h2>'
    assert measure(
        f'<div data-field="issue" style="position: relative; padding-left: 40mm">{label}<p>One</p></div>'
    ).lines == {"issue": 1}


def test_cells_side_by_side_make_one_line() -> None:
    """A row has as many lines as its highest cell, whatever the leading of the others."""
    row = f'<tr><td style="font: 6pt/7pt serif">{LINES("ab")}</td><td>{LINES("xyz")}</td></tr>'
    assert measure(f'<table data-field="issue" style="border-spacing: 0">{row * 2}</table>').lines == {"issue": 6}


def test_the_lines_of_a_text_within_another_are_its_own() -> None:
    """Each line belongs to the nearest text around it."""
    inner = f'<p data-field="agenda[0].issue">{LINES("ab")}</p>'
    assert measure(f'<div data-field="agenda[0]"><p>x</p>{inner}</div>').lines == {"agenda[0]": 1, "agenda[0].issue": 2}
