"""Lets WeasyPrint make the styles of markers and notes when it asks for them, and not six for every element.

Import it after ``import_weasyprint()``. WeasyPrint's own stylesheet has rules for ``::marker``, ``::footnote-call`` and the like,
which hold for every element: some 2,500 styles a brief, of which it asks for a dozen. They are taken out of the sheet, and put
under what other sheets say of the same when such a style is asked for. docs/performance.md has the figures.
"""

from math import inf
from typing import Any

from weasyprint import css
from weasyprint.html import UA_STYLESHEET

_FOR_ALL = (0, 0, 1)
"""What ``::marker`` weighs, with nothing before the colons."""

_IS_COMPLETE = "has_rules_for_all"

_look_up = css.StyleFor.__call__


def _take_out() -> dict[str, dict[str, Any]]:
    """Take the rules for such parts of every element out of WeasyPrint's sheet, and give what they say, by part."""
    matcher = UA_STYLESHEET.matcher
    taken: dict[str, dict[str, Any]] = {}
    for rule in list(matcher.other_selectors):
        _, specificity, _, part, (declarations, layer) = rule
        if (
            part
            and specificity == _FOR_ALL
            and layer is None
            and not any(is_important for *_, is_important in declarations)
        ):
            weight = (css.declaration_precedence("user agent", importance=False), inf, specificity)
            taken.setdefault(part, {}).update({name: (values, weight) for name, values, _ in declarations})
            matcher.other_selectors.remove(rule)
    return taken


_RULES: dict[str, dict[str, Any]] = {}


def make_styles_late() -> None:
    """Let WeasyPrint work so from now on, in the whole process."""
    if not _RULES:
        _RULES.update(_take_out())
        css.StyleFor.__call__ = _give_style


def _give_style(style_for: Any, element: Any, part: str | None = None) -> Any:
    """Give the style of an element, or of a part of it, as WeasyPrint does."""
    if part in _RULES:
        _complete(style_for, element, part)
    return _look_up(style_for, element, part)


def _complete(style_for: Any, element: Any, part: str) -> None:
    """Put the rules that hold for every element under those that other sheets have for this one."""
    styles = style_for.get_computed_styles()
    style, parent = styles.get((element, part)), styles.get((element, None))
    if parent is None or hasattr(style, _IS_COMPLETE):
        return
    cascaded = _RULES[part] | ({} if style is None else style.cascaded)
    root = parent if parent.is_root_element else parent.root_style
    made = css.ComputedStyle(
        parent, cascaded, part, root, parent.base_url, style_for.font_config, style_for.initial_page_sizes
    )
    setattr(made, _IS_COMPLETE, True)
    styles[element, part] = made
