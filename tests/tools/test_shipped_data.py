"""The JSON that ships beside YAML says what the YAML says."""

import json
from pathlib import Path

import pytest
from tools.shipped_data import list_packages, write_prepared

from briefmaker.reading.shipped_yaml import PREPARED, read_texts, read_values

PACKAGES = list_packages()


def test_packages_that_hold_yaml_are_found() -> None:
    """Word lists of the rules, labels and schemes of the view."""
    assert [package.name for package in PACKAGES] == ["checks", "review", "view"]


@pytest.mark.parametrize("package", PACKAGES, ids=lambda package: package.name)
def test_prepared_data_is_up_to_date(package: Path) -> None:
    """`python -m tools.shipped_data` writes it anew."""
    assert (package / PREPARED).read_text("utf-8") == write_prepared(package)


@pytest.mark.parametrize("package", PACKAGES, ids=lambda package: package.name)
def test_prepared_data_is_what_the_yaml_says(package: Path) -> None:
    """Nothing that YAML knows and JSON does not, such as a bare date or a number as a key, is lost on the way."""
    for line in (package / PREPARED).read_text("utf-8").removesuffix("\n").split("\n"):
        name, _, data = line.partition("\t")
        kind, file, _ = name.split(" ")
        content = (package / f"{file}.yaml").read_bytes()
        assert json.loads(data) == (read_values if kind == "values" else read_texts)(content), file
