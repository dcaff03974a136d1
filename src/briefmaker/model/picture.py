"""A picture that was read, looked at and made ready for print, as plain data."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Picture:
    """A PNG, JPEG or SVG file; ``key`` is its name in a document, made from its content: ``1f3870be274f6c49.png``.

    ``width`` and ``height`` are in pixels, of an SVG in its own units: only their relation matters. ``source`` is the SHA-256 of
    the file that it was made from, which tells a picture from others whatever made it ready for print.
    """

    key: str
    content: bytes
    width: float
    height: float
    source: str = ""


@dataclass(frozen=True, slots=True)
class PlacedPicture:
    """A picture on the page: the key of one of ``View.pictures``, its size in millimetres, and the words in its stead."""

    key: str
    width: float
    height: float
    alt: str


def is_drawn(picture: Picture) -> bool:
    """Tell whether a picture is an SVG."""
    return picture.key.endswith(".svg")


def fit(picture: Picture, width: float, height: float) -> tuple[float, float]:
    """Give the size, in the unit of the box, that a picture has when it fills the box and keeps its shape."""
    scale = min(width / picture.width, height / picture.height)
    return picture.width * scale, picture.height * scale
