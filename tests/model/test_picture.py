"""A picture's size on the page."""

import pytest

from briefmaker.model.picture import Picture, fit, is_drawn


@pytest.mark.parametrize(
    ("width", "height", "size"), [(100, 50, (38, 19)), (50, 100, (10, 20)), (10, 10, (20, 20)), (1000, 10, (38, 0.38))]
)
def test_a_picture_fills_its_box_and_keeps_its_shape(width: int, height: int, size: tuple[float, float]) -> None:
    """Whichever of its sides comes to the edge first."""
    assert fit(Picture("a.png", b"", width, height), 38, 20) == pytest.approx(size)


def test_a_drawing_is_told_by_its_key() -> None:
    """The key ends as its file would."""
    assert [is_drawn(Picture(key, b"", 1, 1)) for key in ("a.svg", "a.png", "a.jpg")] == [True, False, False]
