"""Writes which characters the shipped fonts have anew: ``python -m tools.font_coverage`` from the root of the project."""

from itertools import groupby
from pathlib import Path

from fontTools.ttLib import TTFont

FONTS = Path(__file__).parents[1] / "src" / "briefmaker" / "fonts"
COVERAGE = FONTS / "coverage.txt"


def write_coverage() -> str:
    """Give one line a range, ``first-last`` in hexadecimal, of the characters that some regular font has."""
    characters = sorted({each for file in FONTS.glob("*-Regular.ttf") for each in TTFont(file).getBestCmap()})
    runs = groupby(enumerate(characters), lambda numbered: numbered[1] - numbered[0])
    ranges = [[character for _, character in run] for _, run in runs]
    return "".join(f"{each[0]:04X}-{each[-1]:04X}\n" for each in ranges)


if __name__ == "__main__":
    COVERAGE.write_text(write_coverage(), "ascii")
