"""Tests of the short way to computed styles."""

from typing import Any

import pytest

from briefmaker.writing.import_weasyprint import import_weasyprint

PAGE = """<html lang="en"><body dir="rtl"><h1 class="one">Title <i>set apart</i></h1><p>Text <a href="#x">link</a>
<b style="margin-inline-start: 1em; --own: 2pt">bold</b></p><ul><li>One<ul><li>Two</ul><li class="page">Three</ul>
<table><tr><td>Cell<td>Another</table><div class="one"><span>Deep <em>inside</em></span></div></body></html>"""
SHEET = """
body { font: 11pt/1.4 serif; text-indent: calc(10% + 1em); color: #123456 }
.one { font-size: 2em; text-decoration: underline; border: 1px solid; padding-inline: 3mm; width: 50%; float: left }
.one * { letter-spacing: calc(1em / 8); position: relative; display: block; font-variant-numeric: tabular-nums }
p { margin: min(2em, 10pt); border-block-start: 2pt dotted; --side: 4pt; padding-left: var(--side) } .page { page: other }
h1 { border-width: thick; outline: 1px solid } i { border-inline-end: 1pt solid; border-start-start-radius: 2pt }
em { border-top-width: 3pt; outline-width: 2pt } td { border-top-style: double; margin-block: 1em }
td::before { content: "x" } li::marker { color: red } @page { margin: 1cm; @top-left { content: "Head" } }
"""


def _compute_styles(properties: list[str]) -> dict[tuple[str, str | None], list[Any]]:
    weasyprint = import_weasyprint()
    from weasyprint.css import AnonymousStyle, get_all_computed_styles
    from weasyprint.css.targets import TargetCollector
    from weasyprint.text.fonts import FontConfiguration

    html = weasyprint.HTML(string=PAGE)
    style_for = get_all_computed_styles(
        html, [weasyprint.CSS(string=SHEET)], font_config=FontConfiguration(), target_collector=TargetCollector()
    )
    found = {}
    for number, (element, kind) in enumerate(list(style_for.get_computed_styles())):
        style = style_for(element, kind)
        name = f"{number} {element.tag}" if hasattr(element, "tag") else str(element)
        found[name, kind] = [_plainly(style[each]) for each in properties]
        anonymous = AnonymousStyle(style)
        found[f"{name} anonymous", kind] = [_plainly(anonymous[each]) for each in properties]
    return found


def _plainly(value: Any) -> Any:
    """Give a value that another of its kind can equal: functions of CSS are equal to themselves alone."""
    return value.serialize() if hasattr(value, "serialize") else value


def test_every_property_of_every_element_has_the_value_that_weasyprint_computes(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Proves that the short way leads where the long one does, also for what is calculated, logical, named or inherited."""
    import_weasyprint()
    from weasyprint import css

    from briefmaker.writing import quick_styles

    # Layout asks for sides by their physical names only.
    properties = sorted(name for name in css.INITIAL_VALUES if "_block_" not in name and "_inline_" not in name)
    quick = _compute_styles(properties)
    monkeypatch.setattr(css.ComputedStyle, "__init__", quick_styles._begin)
    monkeypatch.setattr(css.AnonymousStyle, "__init__", quick_styles._begin_anonymous)
    monkeypatch.setattr(css.ComputedStyle, "__missing__", quick_styles._compute)
    monkeypatch.setattr(css.AnonymousStyle, "__missing__", quick_styles._compute_anonymous)
    assert len(quick) > 40
    assert quick == _compute_styles(properties)


def test_the_short_way_is_taken_once_weasyprint_is_imported() -> None:
    """Proves that the import brings it in, so that no page is set the long way."""
    import_weasyprint()
    from weasyprint import css

    from briefmaker.writing import quick_styles

    assert css.ComputedStyle.__missing__ is quick_styles._find_value
    assert css.ComputedStyle.__init__ is quick_styles._begin_prepared
    assert css.AnonymousStyle.__init__ is quick_styles._begin_anonymous_prepared


def test_fonts_are_told_apart_by_style_and_size() -> None:
    """Proves that the name kept with a style is WeasyPrint's own, with its size only where that is asked for."""
    import_weasyprint()
    from weasyprint.css import InitialStyle
    from weasyprint.text import line_break
    from weasyprint.text.fonts import FontConfiguration

    from briefmaker.writing import quick_styles

    large, small = InitialStyle(FontConfiguration()), InitialStyle(FontConfiguration())
    large["font_size"] = 40
    for style in (large, small, large):
        for include_size in (True, False):
            name = line_break._font_style_cache_key(style, include_size)
            assert name == quick_styles._name_font(style, include_size)


def test_first_letters_and_lines_come_out_as_weasyprint_itself_sets_them(monkeypatch: pytest.MonkeyPatch) -> None:
    """Proves that styles which are put over those of a box say no more than their rules: the page has the same bytes."""
    weasyprint = import_weasyprint()
    from weasyprint import css

    from briefmaker.writing import quick_styles

    page = "<p><b>Some words that are</b> to go on over more than one line of this page</p>"
    sheet = """p { width: 60pt } b { padding: 5pt; border: 1pt solid; background: yellow }
    p::first-line { color: red } p::first-letter { font-size: 20pt }"""

    def set_page() -> bytes:
        styles = [weasyprint.CSS(string=sheet)]
        content = weasyprint.HTML(string=page).write_pdf(stylesheets=styles, uncompressed_pdf=True)
        assert isinstance(content, bytes)
        return content

    quick = set_page()
    monkeypatch.setattr(css.ComputedStyle, "__init__", quick_styles._begin)
    monkeypatch.setattr(css.AnonymousStyle, "__init__", quick_styles._begin_anonymous)
    assert set_page() == quick
