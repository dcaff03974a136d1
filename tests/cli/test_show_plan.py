"""What `build --dry-run` says."""

from pathlib import Path

from click.testing import CliRunner

from briefmaker.cli.main import briefmaker


def plan(*arguments: str) -> str:
    """Call the command."""
    result = CliRunner().invoke(briefmaker, ["build", "--dry-run", "--format", "html", *arguments])
    assert result.exit_code == 0, result.output
    return result.output


def test_it_says_what_would_be_built_and_why_and_writes_nothing(workspace: Path, brief_file: Path) -> None:
    """Not even the folder of the documents."""
    assert plan() == "briefs/grain.yaml would be built: it was not built before\n1 of 1 to build, 0 unchanged\n"
    assert not (workspace / "output").exists()
    CliRunner().invoke(briefmaker, ["build", "--format", "html"])
    assert plan() == "0 of 1 to build, 1 unchanged\n"
    brief_file.write_text(brief_file.read_text("utf-8") + "# x\n", "utf-8")
    assert "changed: briefs/grain.yaml" in plan()


def test_rows_are_named_and_what_stands_in_the_way_is_told(workspace: Path, brief_file: Path) -> None:
    """A definition with a mistake could not be built."""
    text = "format: 1\ntemplate: information\ntitle: '{{ row.a }}'\nfor_each: [{a: x}]\nslug: n-{{ row.a }}\ndate: 2025-10-21\n"
    brief_file.write_text(text, "utf-8")
    assert "briefs/grain.yaml (n-x) would be built" in plan()
    brief_file.write_text(text.replace("row.a }}'", "row.b }}'"), "utf-8")
    assert "could not be built: the rows have no column `b`" in plan()
