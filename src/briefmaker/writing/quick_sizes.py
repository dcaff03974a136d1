"""Lets WeasyPrint give boxes their margins, paddings and sizes at once where these are plain lengths.

Import it after ``import_weasyprint()``. WeasyPrint works out eighteen sizes for each of 1,500 boxes a brief, one by one, as any
may be a share of what stands around the box. Nearly always none is: then they are the same for every box of a style, are worked
out once, and kept with the style. Styles with a percentage, a function, merged borders or another way to measure boxes go
WeasyPrint's own way. docs/performance.md has the figures.
"""

import sys
from typing import Any

from weasyprint.layout import percent

_SIDES = ("left", "right", "top", "bottom")
_AT_LEAST = ("min_width", "min_height")
_MEASURED = (
    *(f"{name}_{side}" for name in ("margin", "padding") for side in _SIDES),
    *("width", "height", "max_width", "max_height", *_AT_LEAST),
)
_LINES = tuple(f"border_{side}_width" for side in _SIDES)

_resolve = percent.resolve_percentages


def quicken_sizes() -> None:
    """Let WeasyPrint take the short way, from now on and in the whole process."""
    for name, module in list(sys.modules.items()):
        if name.startswith("weasyprint.") and vars(module).get("resolve_percentages") is _resolve:
            vars(module)["resolve_percentages"] = _give_sizes


def _give_sizes(box: Any, containing_block: Any) -> None:
    """Give a box the sizes that its style says, as WeasyPrint's ``resolve_percentages`` does."""
    kept = vars(box.style)
    if "plain_sizes" not in kept:
        kept["plain_sizes"] = _list_plain(box.style)
    sizes = kept["plain_sizes"]
    if sizes is None:
        _resolve(box, containing_block)
    else:
        vars(box).update(sizes)


def _list_plain(style: Any) -> dict[str, Any] | None:
    """Give the sizes of a style by name; None where one depends on more than the style."""
    if style["border_collapse"] == "collapse" or style["box_sizing"] != "content-box":
        return None
    sizes = {name: style[name] for name in _LINES}
    for name in _MEASURED:
        value = style[name]
        if value == "auto":
            sizes[name] = 0 if name in _AT_LEAST else value
        elif getattr(value, "unit", None) == "px":
            sizes[name] = value.value
        else:
            return None
    return sizes
