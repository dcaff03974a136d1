"""The runner of veraPDF says what it needs, and never takes silence for success."""

import shutil
from pathlib import Path

import pytest
from tools.verapdf import validate as verapdf


def test_what_is_missing_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    """So that a test that is skipped says why."""
    monkeypatch.setattr(shutil, "which", lambda program: None if program == "mvn" else program)
    assert verapdf.find_missing() == ("mvn",)


def test_java_is_told_to_trust_what_the_machine_trusts(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Where SSL_CERT_FILE says what that is; elsewhere Java's own store stands."""
    ran: list[list[str]] = []
    monkeypatch.setattr(verapdf, "_run", lambda command: ran.append(command) or "")
    monkeypatch.setenv("SSL_CERT_FILE", str(tmp_path / "missing.pem"))
    assert (verapdf._trust(tmp_path), ran) == ([], [])
    bundle = tmp_path / "bundle.pem"
    bundle.write_text("", "utf-8")
    monkeypatch.setenv("SSL_CERT_FILE", str(bundle))
    assert verapdf._trust(tmp_path)[0] == f"-Djavax.net.ssl.trustStore={tmp_path / 'trusted.p12'}"
    assert ran[0][2] == str(bundle)


def test_fewer_answers_than_files_are_an_error(monkeypatch: pytest.MonkeyPatch) -> None:
    """As is a program that fails."""
    monkeypatch.setattr(verapdf, "_find_class_path", lambda: "")
    monkeypatch.setattr(verapdf, "_run", lambda _: "")
    with pytest.raises(RuntimeError, match="0 of 1"):
        verapdf.validate([("ua1", verapdf.FOLDER / "missing.pdf")])
    monkeypatch.undo()
    with pytest.raises(RuntimeError, match="ended with 1"):
        verapdf._run(["false"])
