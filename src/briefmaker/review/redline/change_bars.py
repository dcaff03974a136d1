"""Draws a bar in the margin of a PDF beside each line that has changed, as an artifact, which nobody hears."""

from collections.abc import Iterable, Iterator
from typing import Any

_POINTS = 0.75  # of a CSS pixel
_DISTANCE = 14.0  # pixels between the bar and the text's edge
_WIDTH = 1.5  # points
_JOINED = 6.0  # pixels between two lines whose bars are drawn as one
_MARKS = ("ins", "del")

Stretch = tuple[float, float]


def draw_change_bars(document: Any, pdf: Any) -> None:
    """Put bars into the pages of a PDF, pydyf's, that WeasyPrint has made of a document and not yet written."""
    for page, reference in zip(document.pages, pdf.page_references, strict=True):
        box = page._page_box  # noqa: SLF001 - WeasyPrint has no public name for where its lines stand
        bars = list(join_lines(find_changed_lines(box)))
        if bars:
            contents = _find(pdf, _find(pdf, reference)["Contents"])
            contents.stream.insert(0, _draw(box, bars))


def _find(pdf: Any, reference: bytes) -> Any:
    return pdf.objects[int(reference.split()[0])]


def find_changed_lines(page: Any) -> Iterator[Stretch]:
    """Give the top and bottom of each line of a page's text with a mark in it, in pixels; heads and feet are no text."""
    waiting: list[tuple[Any, Any]] = [(page.children[0], None)]
    while waiting:
        box, line = waiting.pop()
        if type(box).__name__ == "LineBox":
            line = box
        element = getattr(box, "element", None)
        if line is not None and element is not None and element.tag in _MARKS:
            yield line.position_y, line.position_y + line.height
        else:
            waiting += [(child, line) for child in getattr(box, "children", ())]


def join_lines(lines: Iterable[Stretch]) -> Iterator[Stretch]:
    """Give lines from the top down, those that nearly touch as one."""
    waiting: Stretch | None = None
    for top, bottom in sorted(set(lines)):
        if waiting is not None and top <= waiting[1] + _JOINED:
            waiting = waiting[0], max(bottom, waiting[1])
        else:
            if waiting is not None:
                yield waiting
            waiting = top, bottom
    if waiting is not None:
        yield waiting


def _draw(page: Any, bars: Iterable[Stretch]) -> bytes:
    """Give the operators that draw the bars, on the side where lines begin."""
    height = page.margin_height()
    is_turned = page.children[0].style["direction"] == "rtl"
    edge = page.content_box_x()
    place = _POINTS * (edge + page.width + _DISTANCE if is_turned else edge - _DISTANCE)
    drawn = "".join(
        f"{place:.2f} {_POINTS * (height - top):.2f} m {place:.2f} {_POINTS * (height - bottom):.2f} l S "
        for top, bottom in bars
    )
    return f"/Artifact BMC q 0.1 G {_WIDTH} w {drawn}Q EMC".encode()
