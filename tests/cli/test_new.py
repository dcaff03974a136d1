"""What ``briefmaker new`` prints."""

from pathlib import Path

import pytest
from click.testing import CliRunner

from briefmaker.cli.main import briefmaker


def test_new_says_what_it_wrote_and_what_to_do_next(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The second line can be copied."""
    monkeypatch.chdir(tmp_path)
    result = CliRunner().invoke(briefmaker, ["new", "Grain talks", "--date", "2026-03-02"])
    assert result.stdout.splitlines() == [
        "wrote briefs/grain-talks.yaml",
        "build it with: briefmaker build briefs/grain-talks.yaml",
    ]
    assert "date: 2026-03-02" in (tmp_path / "briefs" / "grain-talks.yaml").read_text("utf-8")
