"""A drawing becomes dots for Word, with a clear ground."""

from tests.pictures import LOGO, open_picture

from briefmaker.model.picture import Picture
from briefmaker.reading.svg_file import read_svg
from briefmaker.writing.svg_picture import paint


def draw() -> Picture:
    """Give a drawing, twice as wide as it is high, that is green at its left and empty in its middle."""
    drawing = read_svg(LOGO.encode())
    return Picture("a.svg", drawing.content, drawing.width, drawing.height)


def test_a_drawing_is_painted_at_six_hundred_dots_an_inch() -> None:
    """In its colours, and clear where nothing is drawn."""
    image = open_picture(paint(draw(), 25.4))
    assert (image.format, image.mode) == ("PNG", "RGBA")
    assert image.size == (600, 300)
    assert image.getpixel((100, 150)) == (0x1E, 0x5B, 0x45, 255)
    assert image.getpixel((280, 150))[3] == 0


def test_the_same_drawing_gives_the_same_bytes() -> None:
    """Also when it is drawn anew."""
    first = paint(draw(), 20.0)
    paint.cache_clear()
    assert paint(draw(), 20.0) == first
