"""Reads the YAML files that come with briefmaker itself, each once, and fast where they were read before it was shipped.

People edit the YAML; ``python -m tools.shipped_data`` writes what it says as JSON, which is read in a twentieth of the time. A
file that was changed since is read as YAML, so that the JSON never speaks for it.
"""

import json
from collections.abc import Callable
from functools import cache
from importlib import import_module
from pathlib import Path
from typing import Any
from zlib import crc32

import yaml

PREPARED = "shipped_data.jsonl"
"""Beside the modules of a package: a line for each YAML file, ``values`` or ``texts``, its name, its sum, and what it says."""
_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_LOADER_OF_TEXT = getattr(yaml, "CBaseLoader", yaml.BaseLoader)


@cache
def load_shipped_yaml(package: str, folder: str, name: str) -> Any:
    """Give the content of ``folder/name.yaml`` beside the modules of a package, or None where there is no such file."""
    try:
        content = _read_file(package, folder, name)
    except FileNotFoundError:
        return None
    return _read(package, f"values {folder}/{name}", content, read_values)


@cache
def load_shipped_text(package: str, folder: str, name: str) -> Any:
    """Give the content of such a file with every value as it was typed, as the model reads it. Raises OSError."""
    return _read(package, f"texts {folder}/{name}", _read_file(package, folder, name), read_texts)


@cache
def names_of_shipped_yaml(package: str, folder: str) -> tuple[str, ...]:
    """Give the names of all YAML files of one folder beside the modules of a package, sorted."""
    return tuple(sorted(file.stem for file in (_find_package(package) / folder).iterdir() if file.suffix == ".yaml"))


def read_values(content: bytes) -> Any:
    """Give what a file says, its numbers as numbers."""
    return yaml.load(content, Loader=_LOADER)  # noqa: S506 - a safe loader, on the package's own file


def read_texts(content: bytes) -> Any:
    """Give what a file says, every value as it was typed."""
    return yaml.load(content, Loader=_LOADER_OF_TEXT)  # noqa: S506 - makes text only, of the package's own file


def _read_file(package: str, folder: str, name: str) -> bytes:
    return (_find_package(package) / folder / f"{name}.yaml").read_bytes()


def _read(package: str, wanted: str, content: bytes, read: Callable[[bytes], Any]) -> Any:
    """Give what a file says: as it was prepared, or read as YAML where that was not done since its last change."""
    prepared = _list_prepared(package).get(f"{wanted} {crc32(content)}")
    return read(content) if prepared is None else json.loads(prepared)


@cache
def _list_prepared(package: str) -> dict[str, str]:
    """Give what was prepared, by reading, name and sum; nothing where a package has no such file."""
    file = _find_package(package) / PREPARED
    lines = file.read_text("utf-8").split("\n") if file.is_file() else []
    return {name: data for name, _, data in (line.partition("\t") for line in lines)}


@cache
def _find_package(package: str) -> Path:
    return Path(import_module(package).__file__ or "").parent
