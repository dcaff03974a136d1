"""What ``briefmaker doctor`` prints."""

from pathlib import Path

from click.testing import CliRunner

from briefmaker.cli.main import briefmaker


def test_doctor_names_what_is_here(workspace: Path) -> None:
    """One line each."""
    result = CliRunner().invoke(briefmaker, ["doctor"])
    assert result.exit_code == 0
    assert all(line.startswith("ok ") for line in result.stdout.splitlines())
