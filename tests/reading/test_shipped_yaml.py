"""YAML files that ship beside modules are read, and what is not there is told apart."""

from briefmaker.reading.shipped_yaml import load_shipped_yaml, names_of_shipped_yaml


def test_files_are_listed_and_read() -> None:
    """By package, folder and name."""
    assert "icd-203" in names_of_shipped_yaml("briefmaker.view", "likelihood_scales")
    assert load_shipped_yaml("briefmaker.view", "likelihood_scales", "icd-203")["name"] == "ICD 203"


def test_a_file_that_is_not_there_is_none() -> None:
    """Nothing is raised."""
    assert load_shipped_yaml("briefmaker.view", "likelihood_scales", "none") is None
