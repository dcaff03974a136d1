"""The data that comes with briefmaker and is worded once: labels, marking schemes, likelihood scales."""

from functools import cache
from importlib import resources
from typing import Any

import yaml

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@cache
def load_shipped(folder: str, name: str) -> Any:
    """Give the content of one shipped data file (``labels``, ``en``), or None where there is no such file."""
    file = resources.files(__package__) / folder / f"{name}.yaml"
    if not file.is_file():
        return None
    return yaml.load(file.read_text("utf-8"), Loader=_LOADER)  # noqa: S506 - a safe loader, on the package's own file


@cache
def names_of_shipped(folder: str) -> tuple[str, ...]:
    """Give the names of all shipped data files of one folder, sorted."""
    files = (resources.files(__package__) / folder).iterdir()
    return tuple(sorted(file.name.removesuffix(".yaml") for file in files if file.name.endswith(".yaml")))
