"""Reads the YAML files that come with briefmaker itself, each once."""

from functools import cache
from importlib import resources
from typing import Any

import yaml

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@cache
def load_shipped_yaml(package: str, folder: str, name: str) -> Any:
    """Give the content of ``folder/name.yaml`` beside the modules of a package, or None where there is no such file."""
    file = resources.files(package) / folder / f"{name}.yaml"
    if not file.is_file():
        return None
    return yaml.load(file.read_text("utf-8"), Loader=_LOADER)  # noqa: S506 - a safe loader, on the package's own file


@cache
def names_of_shipped_yaml(package: str, folder: str) -> tuple[str, ...]:
    """Give the names of all YAML files of one folder beside the modules of a package, sorted."""
    files = (resources.files(package) / folder).iterdir()
    return tuple(sorted(file.name.removesuffix(".yaml") for file in files if file.name.endswith(".yaml")))
