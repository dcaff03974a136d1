"""Lets WeasyPrint draw each line as it was set, where it would set it a second time before it draws it.

Import it after ``import_weasyprint()``. WeasyPrint gives a line's Pango layout up once it knows how wide the line is, and makes
another of the same words in the same style when it is drawn: 400 a brief. Here the first is kept until then; it takes some
kilobytes. docs/performance.md has the figures.
"""

import re
from typing import Any

from weasyprint.text import line_break
from weasyprint.text.ffi import pango

_ENDS_A_PARAGRAPH = re.compile("[\n\r\u2028\u2029]")

_set_text = line_break.Layout.set_text
_deactivate = line_break.Layout.deactivate
_reactivate = line_break.Layout.reactivate


def keep_lines() -> None:
    """Let WeasyPrint work so from now on, in the whole process."""
    line_break.Layout.set_text = _set_text_to_be_drawn
    line_break.Layout.deactivate = _keep_once
    line_break.Layout.reactivate = _take_kept


def _set_text_to_be_drawn(layout: Any, text: str, justify: bool = False) -> None:
    """Set a text as drawing wants it, as far as that makes no difference: else Pango would set it anew when it is drawn."""
    is_one_paragraph = _ENDS_A_PARAGRAPH.search(text) is None
    pango.pango_layout_set_single_paragraph_mode(layout.layout, is_one_paragraph)
    _set_text(layout, text, justify)


def _keep_once(layout: Any) -> None:
    """Keep what is to be given up for the first time, after it was measured; the second time is after it was drawn."""
    was_measured = hasattr(layout, "was_measured")
    layout.was_measured = True
    if was_measured or layout.justification_spacing:
        _deactivate(layout)


def _take_kept(layout: Any, style: Any) -> None:
    """Make a line ready to be drawn: as it is if it was kept, and is to be in the style that it was set in."""
    if not hasattr(layout, "layout") or layout.style is not style or layout.justification_spacing:
        _reactivate(layout, style)
