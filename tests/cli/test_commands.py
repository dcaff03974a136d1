"""What the smaller commands print."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from briefmaker.cli.main import briefmaker
from briefmaker.model.schema import brief_schema


def test_new_says_what_it_wrote_and_what_to_do_next(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The second line can be copied."""
    monkeypatch.chdir(tmp_path)
    result = CliRunner().invoke(briefmaker, ["new", "Grain talks", "--date", "2026-03-02"])
    assert result.stdout.splitlines() == [
        "wrote briefs/grain-talks.yaml",
        "build it with: briefmaker build briefs/grain-talks.yaml",
    ]
    assert "date: 2026-03-02" in (tmp_path / "briefs" / "grain-talks.yaml").read_text("utf-8")


def test_schema_prints_the_schema(workspace: Path) -> None:
    """Nothing else, so that it can be piped."""
    assert json.loads(CliRunner().invoke(briefmaker, ["schema"]).stdout) == brief_schema()


def test_templates_are_listed_with_their_origin(workspace: Path) -> None:
    """A workspace's own template shows its folder; one that cannot be used is told, and the exit code is 1."""
    result = CliRunner().invoke(briefmaker, ["templates"])
    assert result.exit_code == 0
    assert result.stdout.startswith("meeting  ")
    assert "[built in]" in result.stdout
    (workspace / "templates" / "own").mkdir(parents=True)
    (workspace / "templates" / "own" / "template.yaml").write_text("shows: [title]\n", "utf-8")
    result = CliRunner().invoke(briefmaker, ["templates"])
    assert result.exit_code == 1
    assert "own      (cannot be used) [templates/own]" in result.stdout
    assert "templates/own/template.yaml:1:1: FLD002" in result.stderr


def test_templates_check_tells_each_breach(workspace: Path) -> None:
    """And ends with 1."""
    own = workspace / "templates" / "own"
    own.mkdir(parents=True)
    (own / "template.yaml").write_text("name: {en: Own}\ndescription: x\nshows: [title, dat]\n", "utf-8")
    (own / "page.html.j2").write_text("<html><body>nothing</body></html>", "utf-8")
    result = CliRunner().invoke(briefmaker, ["templates", "check", "own"])
    assert result.exit_code == 1
    assert "templates/own/template.yaml:3:17: TPL004 a brief has no field `dat`" in result.stderr or "TPL003" in result.stderr


def test_doctor_names_what_is_here(workspace: Path) -> None:
    """One line each."""
    result = CliRunner().invoke(briefmaker, ["doctor"])
    assert result.exit_code == 0
    assert all(line.startswith("ok ") for line in result.stdout.splitlines())
