"""How much of two texts is the same, word by word in their order."""

from difflib import SequenceMatcher

ALIKE = 0.5
"""How much has to be the same for one text to be taken for the other, whose anchor is lost, or for a copy of it."""


def liken(one: str, other: str) -> float:
    """Give how many of their words two texts share in the same order, from 0 to 1."""
    return SequenceMatcher(None, one.split(), other.split(), autojunk=False).ratio()
