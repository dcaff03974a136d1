"""YAML files that ship beside modules are read, and what is not there is told apart."""

import sys
from pathlib import Path
from types import ModuleType

import pytest

from briefmaker.reading import shipped_yaml
from briefmaker.reading.shipped_yaml import PREPARED, load_shipped_text, load_shipped_yaml, names_of_shipped_yaml


def test_files_are_listed_and_read() -> None:
    """By package, folder and name."""
    assert "icd-203" in names_of_shipped_yaml("briefmaker.view", "likelihood_scales")
    assert load_shipped_yaml("briefmaker.view", "likelihood_scales", "icd-203")["name"] == "ICD 203"


def test_a_file_that_is_not_there_is_none() -> None:
    """Nothing is raised."""
    assert load_shipped_yaml("briefmaker.view", "likelihood_scales", "none") is None


def test_a_file_that_is_not_there_has_no_text() -> None:
    """Who asks for texts says which there are."""
    with pytest.raises(FileNotFoundError):
        load_shipped_text("briefmaker.checks", "word_lists", "none")


def test_what_was_prepared_is_not_read_as_yaml(monkeypatch: pytest.MonkeyPatch) -> None:
    """Each room asks for its files in the way in which they were prepared."""
    monkeypatch.setattr(shipped_yaml, "read_values", lambda _: pytest.fail("read as YAML"))
    monkeypatch.setattr(shipped_yaml, "read_texts", lambda _: pytest.fail("read as YAML"))
    load = load_shipped_yaml.__wrapped__, load_shipped_text.__wrapped__
    assert load[0]("briefmaker.view", "likelihood_scales", "icd-203")["name"] == "ICD 203"
    assert "en" in load[1]("briefmaker.checks", "word_lists", "jargon")


def test_a_file_changed_since_it_was_prepared_is_read_as_it_is(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The JSON never speaks for another state of the file."""
    package = ModuleType("package_with_yaml")
    package.__file__ = str(tmp_path / "__init__.py")
    monkeypatch.setitem(sys.modules, package.__name__, package)
    (tmp_path / "lists").mkdir()
    (tmp_path / "lists" / "words.yaml").write_text("length: 1.50", "utf-8")
    (tmp_path / PREPARED).write_text('values lists/words 1\t"prepared"\ntexts lists/words 1\t"prepared"\n', "utf-8")
    assert load_shipped_yaml(package.__name__, "lists", "words") == {"length": 1.5}
    assert load_shipped_text(package.__name__, "lists", "words") == {"length": "1.50"}
