"""What ``briefmaker doctor`` prints."""

from pathlib import Path

import pytest
from click.testing import CliRunner

from briefmaker.cli.main import briefmaker
from briefmaker.jobs.doctor import Result, State


def test_doctor_names_what_is_here(workspace: Path) -> None:
    """One line each."""
    result = CliRunner().invoke(briefmaker, ["doctor"])
    assert result.exit_code == 0
    assert all(line.startswith("ok ") for line in result.stdout.splitlines())


@pytest.mark.parametrize(("state", "sign", "exit_code"), [(State.SLOW, "slow", 0), (State.MISSING, "MISSING", 1)])
def test_doctor_says_what_to_do(monkeypatch: pytest.MonkeyPatch, state: State, sign: str, exit_code: int) -> None:
    """Only what is missing fails; what is slow is told."""
    found = (Result("Pango", state, "not found", "brew install pango"),)
    monkeypatch.setattr("briefmaker.jobs.doctor.examine", lambda: found)
    result = CliRunner().invoke(briefmaker, ["doctor"])
    assert result.stdout.splitlines() == [f"{sign:<8}Pango: not found", "        brew install pango"]
    assert result.exit_code == exit_code
