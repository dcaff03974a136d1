"""Draws curves over time as a small SVG, for what the benchmarks show in docs/."""

from dataclasses import dataclass
from html import escape

WIDTH, HEIGHT = 720, 320
LEFT, RIGHT, TOP, BOTTOM = 56, 16, 40, 64
MOST_POINTS = 300
STEPS = 5


@dataclass(frozen=True)
class Curve:
    """One curve: its name, colour, and points of seconds and a value."""

    name: str
    colour: str
    points: tuple[tuple[float, float], ...]


def draw_curves(title: str, across: str, upward: str, curves: tuple[Curve, ...], top: float) -> str:
    """Give an SVG of curves over time, which is shown in minutes; ``top`` is the limit, drawn as a dashed line."""
    last = max(point[0] for curve in curves for point in curve.points) or 1
    highest = 1.08 * max(top, *(point[1] for curve in curves for point in curve.points))
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" font-family="sans-serif" font-size="12">',
        f"<title>{escape(title)}</title>",
        f'<rect width="{WIDTH}" height="{HEIGHT}" fill="white"/>',
        f'<text x="{LEFT}" y="22" font-size="14">{escape(title)} ({escape(upward)})</text>',
    ]
    for step in range(STEPS + 1):
        parts += _draw_step(step / STEPS, last, highest)
    limit = _down(top, highest)
    parts.append(f'<path d="M{LEFT} {limit}H{WIDTH - RIGHT}" stroke="#a00" stroke-dasharray="5 4" fill="none"/>')
    for number, curve in enumerate(curves):
        parts += _draw_curve(number, curve, last, highest)
    parts.append(f'<text x="{WIDTH - RIGHT}" y="{HEIGHT - 10}" text-anchor="end">{escape(across)}</text></svg>')
    return "\n".join(parts) + "\n"


def _draw_step(share: float, last: float, highest: float) -> list[str]:
    x, y = _across(share * last, last), _down(share * highest, highest)
    return [
        f'<path d="M{LEFT} {y}H{WIDTH - RIGHT}" stroke="#ddd" fill="none"/>',
        f'<text x="{LEFT - 6}" y="{y + 4}" text-anchor="end">{share * highest:.0f}</text>',
        f'<text x="{x}" y="{HEIGHT - BOTTOM + 18}" text-anchor="middle">{share * last / 60:.1f}</text>',
    ]


def _draw_curve(number: int, curve: Curve, last: float, highest: float) -> list[str]:
    size = max(len(curve.points) // MOST_POINTS, 1)
    # Of points that fall together the highest is shown: what matters is the most.
    points = [
        max(curve.points[start : start + size], key=lambda each: each[1]) for start in range(0, len(curve.points), size)
    ]
    path = " ".join(f"{_across(x, last)},{_down(y, highest)}" for x, y in points)
    x = LEFT + 240 * number
    return [
        f'<polyline points="{path}" fill="none" stroke="{curve.colour}" stroke-width="1.5"/>',
        f'<path d="M{x} {HEIGHT - 14}h24" stroke="{curve.colour}" stroke-width="3"/>',
        f'<text x="{x + 30}" y="{HEIGHT - 10}">{escape(curve.name)}</text>',
    ]


def _across(seconds: float, last: float) -> float:
    return round(LEFT + (WIDTH - LEFT - RIGHT) * seconds / last, 1)


def _down(value: float, highest: float) -> float:
    return round(HEIGHT - BOTTOM - (HEIGHT - TOP - BOTTOM) * value / highest, 1)
