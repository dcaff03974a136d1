"""What ``briefmaker templates`` and ``briefmaker templates check`` print."""

from pathlib import Path

from click.testing import CliRunner

from briefmaker.cli.main import briefmaker


def test_templates_are_listed_with_their_origin(workspace: Path) -> None:
    """A workspace's own template shows its folder; one that cannot be used is told, and the exit code is 1."""
    result = CliRunner().invoke(briefmaker, ["templates"])
    assert result.exit_code == 0
    listed = [line.split()[0] for line in result.stdout.splitlines()]
    assert listed == sorted(listed)
    assert {"meeting", "submission", "weekly"} <= set(listed)
    assert "[built in]" in result.stdout
    (workspace / "templates" / "own").mkdir(parents=True)
    (workspace / "templates" / "own" / "template.yaml").write_text("shows: [title]\n", "utf-8")
    result = CliRunner().invoke(briefmaker, ["templates"])
    assert result.exit_code == 1
    assert "own              (cannot be used) [templates/own]" in result.stdout
    assert "templates/own/template.yaml:1:1: FLD002" in result.stderr


def test_templates_check_tells_each_breach(workspace: Path) -> None:
    """And ends with 1."""
    own = workspace / "templates" / "own"
    own.mkdir(parents=True)
    (own / "template.yaml").write_text("name: {en: Own}\ndescription: x\nshows: [title, dat]\n", "utf-8")
    (own / "page.html.j2").write_text("<html><body>nothing</body></html>", "utf-8")
    result = CliRunner().invoke(briefmaker, ["templates", "check", "own"])
    assert result.exit_code == 1
    assert (
        "templates/own/template.yaml:3:17: TPL004 a brief has no field `dat`" in result.stderr
        or "TPL003" in result.stderr
    )
