"""A document keeps which version it replaces in words that are read back, and nothing else is taken for them."""

import datetime

import pytest

from briefmaker.model.replaced import Replaced, read_replaced


@pytest.mark.parametrize(
    "replaced", [Replaced(2, datetime.date(2025, 10, 24)), Replaced(999999), Replaced(1, datetime.date(1, 1, 1))]
)
def test_what_is_written_is_read_back(replaced: Replaced) -> None:
    """With its day and without."""
    assert read_replaced(str(replaced)) == replaced


@pytest.mark.parametrize("text", ["", "0", "two", "2 yesterday", "2 2025-02-30", "2 2025-10-24 ", "-1", "2\n", "٢"])
def test_what_nobody_can_read_is_nothing(text: str) -> None:
    """A property that somebody has changed is no reason to fail."""
    assert read_replaced(text) is None
