"""Tests of the styles of markers and notes that are made when they are asked for."""

from typing import Any

import pytest

from briefmaker.writing.import_weasyprint import import_weasyprint

PAGE = """<html lang="en"><title>Notes</title><body><p>Text<span class="foot">A note at the foot</span> goes on
<span class="foot plain">and another</span>.</p><ul><li>One<li class="red">Two</ul><ol start="9"><li>Nine<li>Ten</ol>
<p class="item">Not of a list</p></body></html>"""
SHEET = """
.foot { float: footnote } .plain::footnote-call, .plain::footnote-marker { content: "*"; color: blue }
.red::marker { color: red; white-space: normal } ol ::marker { font-weight: bold } .item { display: list-item; margin-left: 2em }
"""


def _set_page(rules_of_its_own: list[Any] | None = None) -> bytes:
    weasyprint = import_weasyprint()
    page = weasyprint.HTML(string=PAGE)
    if rules_of_its_own is not None:
        page._ua_stylesheets = lambda forms=False: rules_of_its_own  # noqa: ARG005 - called as WeasyPrint calls it
    content = page.write_pdf(stylesheets=[weasyprint.CSS(string=SHEET)], uncompressed_pdf=True)
    assert isinstance(content, bytes)
    return content


def test_markers_and_notes_come_out_as_weasyprint_itself_sets_them(monkeypatch: pytest.MonkeyPatch) -> None:
    """Proves that a page with footnotes and lists, styled by the house or not, is the same byte for byte."""
    late = _set_page()
    from weasyprint import CSS, css, html
    from weasyprint.css.counters import CounterStyle

    from briefmaker.writing import late_styles

    with monkeypatch.context() as patch:
        patch.setattr(css.StyleFor, "__call__", late_styles._look_up)
        assert _set_page([CSS(string=html.UA, counter_style=CounterStyle())]) == late
    call = late_styles._RULES["footnote-call"]
    monkeypatch.setitem(late_styles._RULES, "footnote-call", {"content": call["content"]})
    assert _set_page() != late, "the page would look the same without WeasyPrint's own rules"


def test_only_what_is_asked_for_is_made() -> None:
    """Proves that the rules for every element are out of the sheet, and that six of their styles an element are not made."""
    weasyprint = import_weasyprint()
    from weasyprint.css import get_all_computed_styles
    from weasyprint.text.fonts import FontConfiguration

    from briefmaker.writing import late_styles

    assert set(late_styles._RULES) >= {"marker", "footnote-call", "footnote-marker"}
    page = weasyprint.HTML(string="<p>One<p>Two<ul><li>Three</ul>")
    style_for = get_all_computed_styles(page, font_config=FontConfiguration())
    assert {part for _, part in style_for.get_computed_styles()} == {None}
    entry = next(page.etree_element.iter("li"))
    marker = style_for(entry, "marker")
    assert marker["white_space"] == "pre"
    assert style_for(entry, "marker") is marker
    assert style_for(entry, "before") is None
