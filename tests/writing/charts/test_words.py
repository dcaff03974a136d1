"""About how wide words are: never narrower than the shipped font prints them, and not much wider."""

import pytest
from PIL import ImageFont

from briefmaker.writing.charts.words import count_lines, estimate_width, widest_word
from briefmaker.writing.fetcher import FONT_FOLDER

WORDS = [
    "Poland",
    "United Kingdom",
    "Europe and Canada",
    "WWWWW MMMMM",
    "1,234,567.50",
    "Bosnia and Herzegovina",
    "Μεγάλη Βρετανία",
    "Україна та Молдова",
    "Türkiye, Łódź, Ñandú",
    "illicit filling",
]


@pytest.mark.parametrize("words", WORDS)
def test_words_are_not_wider_than_estimated(words: str) -> None:
    """Measured with Source Sans 3 itself; the room given in vain stays below a third."""
    font = ImageFont.truetype(str(FONT_FOLDER / "SourceSans3-Regular.ttf"), 100)
    assert font.getlength(words) <= estimate_width(words, 100) <= 1.34 * font.getlength(words)


def test_words_take_as_many_lines_as_they_need() -> None:
    """A column as wide as its widest word holds it; a word wider than its column is cut."""
    assert count_lines("one", 10, estimate_width("one", 10)) == 1
    assert count_lines("one two three", 10, widest_word("one two three", 10)) == 3
    assert count_lines("one two", 10, 200) == 1
    assert count_lines("abcdefghij", 10, 26) == 2
    assert count_lines("abc", 10, -50) == count_lines("abc", 10, 0) == 2
