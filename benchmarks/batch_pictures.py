"""Draws what the batch measured as bars, the shortest first."""

from collections.abc import Mapping
from pathlib import Path

import drawsvg
from used_time import Used

WIDTH, LABELS, ROW, TOP = 760, 250, 34, 54
_OURS, _OTHERS, _TEXT = "#1f4e79", "#b8c4cf", "#222222"
_FONT = "Source Sans 3, Helvetica, Arial, sans-serif"


def draw_bars(file: Path, title: str, used: Mapping[str, Used]) -> None:
    """Write a picture of seconds on the clock, one bar a peer, briefmaker's darker than the others."""
    rows = sorted(used.items(), key=lambda each: each[1].wall)
    drawing = drawsvg.Drawing(WIDTH, TOP + ROW * len(rows) + 10)
    drawing.append(drawsvg.Rectangle(0, 0, "100%", "100%", fill="white"))
    drawing.append(drawsvg.Text(title + ": seconds, less is better", 17, 12, 28, fill=_TEXT, font_family=_FONT))
    longest = rows[-1][1].wall
    for place, (name, each) in enumerate(rows):
        _draw_row(drawing, TOP + ROW * place, name, each.wall, longest)
    file.parent.mkdir(parents=True, exist_ok=True)
    drawing.save_svg(str(file))


def _draw_row(drawing: drawsvg.Drawing, top: int, name: str, seconds: float, longest: float) -> None:
    colour = _OURS if name.startswith("briefmaker") else _OTHERS
    length = max(2.0, (WIDTH - LABELS - 90) * seconds / longest)
    drawing.append(drawsvg.Text(name, 15, LABELS - 10, top + 17, fill=_TEXT, text_anchor="end", font_family=_FONT))
    drawing.append(drawsvg.Rectangle(LABELS, top, length, ROW - 10, fill=colour))
    drawing.append(drawsvg.Text(f"{seconds:.1f}", 15, LABELS + length + 8, top + 17, fill=_TEXT, font_family=_FONT))
