"""The runner of veraPDF says what it needs, and never takes silence for success."""

import shutil

import pytest
from tools.verapdf import validate as verapdf


def test_what_is_missing_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    """So that a test that is skipped says why."""
    monkeypatch.setattr(shutil, "which", lambda program: None if program == "mvn" else program)
    assert verapdf.find_missing() == ("mvn",)


def test_fewer_answers_than_files_are_an_error(monkeypatch: pytest.MonkeyPatch) -> None:
    """As is a program that fails."""
    monkeypatch.setattr(verapdf, "_find_class_path", lambda: "")
    monkeypatch.setattr(verapdf, "_run", lambda _: "")
    with pytest.raises(RuntimeError, match="0 of 1"):
        verapdf.validate([("ua1", verapdf.FOLDER / "missing.pdf")])
    monkeypatch.undo()
    with pytest.raises(RuntimeError, match="ended with 1"):
        verapdf._run(["false"])
