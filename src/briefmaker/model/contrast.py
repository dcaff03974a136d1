"""How well one colour can be read on another: the contrast of WCAG 2.2, and the nearest colour that passes.

https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio; 1.4.3 asks 4.5 of text, 1.4.11 asks 3 of lines that carry meaning.
"""

import colorsys
from collections.abc import Callable

TEXT_CONTRAST = 4.5
LINE_CONTRAST = 3.0
WHITE = "#ffffff"
_STEPS = 512
# Below this share of full light, sRGB is linear (IEC 61966-2-1).
_LINEAR_BELOW = 0.04045


def measure_contrast(one: str, other: str) -> float:
    """Give the contrast of two colours (``#rrggbb``), from 1 to 21, whichever of them is the lighter."""
    darker, lighter = sorted((_luminance(one), _luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def find_darker(colour: str, passes: Callable[[str], bool]) -> str | None:
    """Give the nearest colour of the same hue, darker than this one, that passes; None where not even black does."""
    return _search(colour, passes, towards=0.0)


def find_lighter(colour: str, passes: Callable[[str], bool]) -> str | None:
    """Give the nearest colour of the same hue, lighter than this one, that passes; None where not even white does."""
    return _search(colour, passes, towards=1.0)


def find_paler(colour: str, contrast: float) -> str:
    """Give the colour mixed with as much white as leaves it that contrast on white; as it is where it has less.

    Unlike a lighter colour of the same hue it is duller too, as a wash of ink is.
    """
    red, green, blue = _channels(colour)
    for step in range(_STEPS):
        share = step / _STEPS
        tried = _write((1 - share * (1 - red), 1 - share * (1 - green), 1 - share * (1 - blue)))
        if measure_contrast(tried, WHITE) >= contrast:
            return tried
    return colour


def _search(colour: str, passes: Callable[[str], bool], *, towards: float) -> str | None:
    hue, light, saturation = colorsys.rgb_to_hls(*_channels(colour))
    for step in range(_STEPS + 1):
        lightness = light + (towards - light) * step / _STEPS
        tried = _write(colorsys.hls_to_rgb(hue, lightness, saturation))
        if passes(tried):
            return tried
    return None


def _channels(colour: str) -> tuple[float, float, float]:
    red, green, blue = (int(colour[start : start + 2], 16) / 255 for start in (1, 3, 5))
    return red, green, blue


def _write(channels: tuple[float, float, float]) -> str:
    return "#" + "".join(f"{round(channel * 255):02x}" for channel in channels)


def _luminance(colour: str) -> float:
    red, green, blue = (_linear(channel) for channel in _channels(colour))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(channel: float) -> float:
    return channel / 12.92 if channel <= _LINEAR_BELOW else ((channel + 0.055) / 1.055) ** 2.4
