"""Addresses and telephone numbers in a line from right to left: their signs and figures stay in the order of typing."""

from babel import Locale

LEFT_TO_RIGHT_MARK = "\u200e"
"""An invisible letter that runs from left to right: what stands between two of them runs so too."""


def keep_left_to_right(text: str | None, locale: Locale) -> str | None:
    """Give an address or number with a mark on both sides, in languages that need one: ``+962 6 000 0000``."""
    if not text or locale.text_direction == "ltr":
        return text
    return f"{LEFT_TO_RIGHT_MARK}{text}{LEFT_TO_RIGHT_MARK}"
