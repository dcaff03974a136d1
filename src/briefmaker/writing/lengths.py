"""Measures a document as it was laid out: its pages, and the lines that each text takes on them.

An element of the page that holds a text says which one in ``data-field``; its lines are read from WeasyPrint's layout, since
only there it is known where they end.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from typing import Any

from briefmaker.model.lengths import Lengths

FIELD = "data-field"
_Stretch = tuple[float, float]
"""Top and bottom of one line on its page."""


def measure_lengths(document: Any) -> Lengths:
    """Give the lengths of a document that WeasyPrint has laid out (``weasyprint.Document``)."""
    lines: Counter[str] = Counter()
    for page in document.pages:
        stretches: dict[str, list[_Stretch]] = defaultdict(list)
        for path, stretch in _iterate_lines(page._page_box, ""):  # noqa: SLF001 - the layout has no other door
            stretches[path].append(stretch)
        lines.update({path: _count_lines(each) for path, each in stretches.items()})
    return Lengths(len(document.pages), dict(lines))


def _iterate_lines(box: Any, path: str) -> Iterator[tuple[str, _Stretch]]:
    """Give the lines under a box, each with the text that it belongs to.

    What is placed absolutely, as labels are, stands beside its text and is no line of it.
    """
    for child in getattr(box, "children", ()):
        if type(child).__name__ == "LineBox":
            if path:
                yield path, (child.position_y, child.position_y + child.height)
        elif not child.is_absolutely_positioned():
            element = child.element
            own = element.get(FIELD) if element is not None else None
            yield from _iterate_lines(child, own or path)


def _count_lines(stretches: Iterable[_Stretch]) -> int:
    """Count the lines that stand below one another: in a table, what stands beside them in the next cell is none."""
    count, last_bottom = 0, float("-inf")
    for top, bottom in sorted(stretches, key=_bottom):
        if top >= last_bottom - _OVERLAP:
            count, last_bottom = count + 1, bottom
    return count


def _bottom(stretch: _Stretch) -> float:
    return stretch[1]


_OVERLAP = 0.5
"""How far, in CSS pixels, one line may reach into the next: positions are sums of fractions."""
