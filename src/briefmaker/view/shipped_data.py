"""The data that comes with briefmaker and is worded once: labels, marking schemes, likelihood scales."""

from typing import Any

from briefmaker.reading.shipped_yaml import load_shipped_yaml, names_of_shipped_yaml

_PACKAGE = __package__ or ""


def load_shipped(folder: str, name: str) -> Any:
    """Give the content of one shipped data file (``labels``, ``en``), or None where there is no such file."""
    return load_shipped_yaml(_PACKAGE, folder, name)


def names_of_shipped(folder: str) -> tuple[str, ...]:
    """Give the names of all shipped data files of one folder, sorted."""
    return names_of_shipped_yaml(_PACKAGE, folder)
