"""Lets WeasyPrint compute styles by the shortest way: the same values, for an eighth less of a brief's time.

Import it after ``import_weasyprint()``. WeasyPrint asks for some forty thousand properties a brief, and takes each through every
case that CSS knows. Nearly all are the plain ones: inherited or initial, and the same when computed. What is asked of nearly
every box stands in its style from the beginning, the others of these are answered at once; each other goes WeasyPrint's own
way. docs/performance.md has the figures.
"""

from functools import cache
from typing import Any

from weasyprint import css
from weasyprint.css import computed_values, functions, properties
from weasyprint.text import line_break

_LOGICAL = {
    key: tuple({name(block="ttb", inline=inline) for inline in ("ltr", "rtl")})
    for key, name in computed_values.PHYSICAL_FUNCTIONS.items()
}
"""The names that a property of one side also goes by, in either direction of writing."""

_OTHERWISE = {"display", "float", "position", "page", "direction"}
"""Properties with rules of their own."""

_INITIAL = {
    key: value
    for key, value in properties.INITIAL_VALUES.items()
    if key not in properties.INHERITED | properties.INITIAL_NOT_COMPUTED | _OTHERWISE
    and not key.startswith("text_decoration_")
    and not functions.check_math(value)
}
"""What is the same for every element that says nothing of it."""

_INHERITED = frozenset(
    key for key in properties.INHERITED - _OTHERWISE - set(_LOGICAL) if not key.startswith("text_decoration_")
)
_PLAIN = {str, int, float, type(None), properties.Dimension}
"""Types of values that have no function within, which would have to be worked out anew."""

_SIDES = ("top", "right", "bottom", "left")
_ASKED_OF_MOST = (
    *(f"{name}_{side}" for name in ("margin", "padding") for side in _SIDES),
    *(f"border_{side}_style" for side in _SIDES),
    *(f"border_{corner}_radius" for corner in ("top_left", "top_right", "bottom_right", "bottom_left")),
    *("width", "min_width", "max_width", "height", "min_height", "max_height"),
    *("box_sizing", "overflow", "vertical_align", "opacity", "transform", "z_index", "image_orientation"),
    *("column_width", "column_count", "continue", "max_lines", "break_after", "break_before", "box_decoration_break"),
    *("background_image", "background_color", "border_image_source", "mask_border_source", "box_shadow"),
    *("outline_style", "outline_offset", "outline_color"),
    *("counter_reset", "counter_set", "counter_increment", "content", "string_set", "appearance"),
    *("anchor", "bookmark_level", "bookmark_state"),
)
_WIDTHS = {f"{line}_width": f"{line}_style" for line in ("outline", *(f"border_{side}" for side in _SIDES))}
"""Widths that are nothing as long as neither they nor the style of the line are set."""

_PREPARED = {name: _INITIAL[name] for name in _ASKED_OF_MOST} | dict.fromkeys(_WIDTHS, 0)
"""What stands in every style from the beginning. All initial values would take longer to put there than to be asked for."""

_PREPARED_ANONYMOUS = {**_PREPARED, "position": "static", "float": "none"}

_begin = css.ComputedStyle.__init__
_begin_anonymous = css.AnonymousStyle.__init__
_compute = css.ComputedStyle.__missing__
_compute_anonymous = css.AnonymousStyle.__missing__
_name_font = line_break._font_style_cache_key  # noqa: SLF001 - there is no public name for it


def quicken_styles() -> None:
    """Let WeasyPrint take the short way, from now on and in the whole process."""
    css.ComputedStyle.__init__ = _begin_prepared
    css.AnonymousStyle.__init__ = _begin_anonymous_prepared
    css.ComputedStyle.__missing__ = _find_value
    css.AnonymousStyle.__missing__ = _find_anonymous_value
    line_break._font_style_cache_key = _name_font_once  # noqa: SLF001


def _begin_prepared(style: Any, parent: Any, cascaded: Any, part: str | None, *rest: Any) -> None:
    """Begin a style with what is asked of most, save what its rules speak of."""
    _begin(style, parent, cascaded, part, *rest)
    if parent is None:
        return
    style.update(_PREPARED)
    for name in cascaded:
        for told in _list_told(name):
            style.pop(told, None)


def _begin_anonymous_prepared(style: Any, parent: Any) -> None:
    """Begin the style of a box that no element asked for."""
    _begin_anonymous(style, parent)
    style.update(_PREPARED_ANONYMOUS)


@cache
def _list_told(name: str) -> tuple[str, ...]:
    """Give the prepared properties whose values depend on the one of this name."""
    told = {name, *(key for key, names in _LOGICAL.items() if name in names)}
    told |= {width for width, line in _WIDTHS.items() if line in told}
    return tuple(told & set(_PREPARED))


def _find_value(style: Any, key: str) -> Any:
    """Give the computed value of a property that a style was not asked for before, and keep it there."""
    parent, cascaded = style.parent_style, style.cascaded
    if parent is None or key in cascaded:
        return _compute(style, key)
    if key in _INITIAL:
        for name in _LOGICAL.get(key, ()):
            if name in cascaded:
                return _compute(style, key)
        value = style[key] = _INITIAL[key]
        return value
    if key in _INHERITED:
        value = parent[key]
        if type(value) in _PLAIN or not functions.check_math(value):
            style[key] = value
            return value
    return _compute(style, key)


def _find_anonymous_value(style: Any, key: str) -> Any:
    """Give the same for a box that no element asked for."""
    if key in _INITIAL:
        value = style[key] = _INITIAL[key]
    elif key in properties.INHERITED:
        value = style[key] = style.parent_style[key]
    else:
        value = _compute_anonymous(style, key)
    return value


def _name_font_once(style: Any, include_size: bool = False) -> str:
    """Give what fonts are looked up by, made of a style's sixteen properties once and not for each line."""
    names = style.__dict__.setdefault("names_of_font", {})
    if include_size not in names:
        names[include_size] = _name_font(style, include_size)
    name: str = names[include_size]
    return name
