"""The pieces of a chart on a page: an SVG of marks that says its alternative text, with words in HTML over it.

Words do not stand in the SVG, since WeasyPrint sets those letter by letter: Arabic falls apart, and it takes longer.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field

import drawsvg
from markupsafe import Markup, escape

from briefmaker.model.rich_text import iterate_inlines, plain_text
from briefmaker.view.shown_text import Text
from briefmaker.writing.charts.colours import ChartColours, Fill


@dataclass(frozen=True, slots=True)
class Label:
    """Words over a picture, in a box of that width; ``start`` and ``top`` are its corner, in points.

    ``align`` is start, center or end; ``kind`` adds classes of the stylesheet.
    """

    words: str
    start: float
    top: float
    width: float
    align: str = "start"
    kind: str = ""

    def write(self) -> Markup:
        """Give the label as HTML."""
        kind = Markup(' class="{}"').format(self.kind) if self.kind else Markup()
        return Markup(
            '<div{} style="inset-inline-start:{:.4g}pt;top:{:.4g}pt;width:{:.4g}pt;text-align:{}">{}</div>'
        ).format(kind, self.start, self.top, self.width, self.align, escape(self.words))


@dataclass(slots=True)
class Picture:
    """An area of that size, in points, on which marks are drawn and over which labels stand.

    From right to left it is turned: marks count from the right, as labels do.
    """

    width: float
    height: float
    colours: ChartColours
    is_mirrored: bool = False
    labels: list[Label] = field(default_factory=list)
    _marks: list[object] = field(default_factory=list)
    _bars: dict[Fill, drawsvg.Path] = field(default_factory=dict)

    def bar(self, left: float, top: float, width: float, height: float, fill: Fill) -> None:
        """Draw a filled rectangle; a width or height below zero goes the other way."""
        left = self.width - left - width if self.is_mirrored else left
        # One path for all bars of a fill: WeasyPrint takes its time over each element, not over each corner.
        path = self._bars.get(fill) or self._bars.setdefault(fill, self._start_path(fill))
        path.M(_round(left), _round(top)).h(_round(width)).v(_round(height)).h(_round(-width)).Z()

    def _start_path(self, fill: Fill) -> drawsvg.Path:
        outline = {"stroke": fill.outline, "stroke_width": 0.5} if fill.outline else {}
        path = drawsvg.Path(fill=fill.color, **outline)
        self._marks.append(path)
        return path

    def line(self, points: Sequence[tuple[float, float]], color: str, width: float, dash: str = "") -> None:
        """Draw a line through points."""
        flat = [_round(value) for x, y in points for value in (self._turn(x), y)]
        dashed = {"stroke_dasharray": dash} if dash else {}
        look = {"fill": "none", "stroke_linejoin": "round", **dashed}
        self._marks.append(drawsvg.Lines(*flat, stroke=color, stroke_width=width, **look))

    def dot(self, x: float, y: float, radius: float, color: str) -> None:
        """Draw a point."""
        self._marks.append(drawsvg.Circle(*_rounded(self._turn(x), y, radius), fill=color))

    def slice(self, center: tuple[float, float], radius: float, angles: tuple[float, float], color: str) -> None:
        """Draw a part of a pie between two angles, in degrees from the top onwards."""
        (x, y), (start, end), look = (self._turn(center[0]), center[1]), angles, {"fill": color}
        if end - start >= 360:  # noqa: PLR2004 - a whole turn
            self._marks.append(drawsvg.Circle(*_rounded(x, y, radius), **look))
            return
        first, last = (-90 - each if self.is_mirrored else each - 90 for each in (start, end))
        path = drawsvg.Path(**look).M(_round(x), _round(y))
        path.arc(_round(x), _round(y), radius, first, last, cw=not self.is_mirrored, include_l=True).Z()
        self._marks.append(path)

    def ring(self, center: tuple[float, float], radius: float, color: str, width: float) -> None:
        """Draw a circle around a pie."""
        x, y = self._turn(center[0]), center[1]
        self._marks.append(drawsvg.Circle(*_rounded(x, y, radius), fill="none", stroke=color, stroke_width=width))

    def _turn(self, x: float) -> float:
        return self.width - x if self.is_mirrored else x

    def write(self, alt: Text | None, style: str = "") -> Markup:
        """Give marks and labels as one block."""
        words = " ".join(plain_text(inlines) for inlines in iterate_inlines(alt.blocks)) if alt else ""
        size = f"width:{self.width:.4g}pt;height:{self.height:.4g}pt"
        drawing = drawsvg.Drawing(*_rounded(self.width, self.height), role="img", style=size)
        # Both WeasyPrint and browsers take the alternative text of an SVG from its title.
        drawing.append_title(words)
        drawing.extend(self._marks)
        svg = Markup(drawing.as_svg(header="").replace("<defs>\n</defs>\n", ""))  # noqa: S704 - escaped by drawsvg
        labels = Markup().join(label.write() for label in self.labels)
        return Markup('<div class="picture" style="{}{}">{}{}</div>').format(size, style, svg, labels)


def _round(value: float) -> float:
    return round(value, 2)


def _rounded(*values: float) -> tuple[float, ...]:
    return tuple(map(_round, values))
