"""What ``briefmaker form`` prints."""

from pathlib import Path

from click.testing import CliRunner

from briefmaker.cli.main import briefmaker


def test_form_says_what_it_wrote_and_what_becomes_of_it(workspace: Path) -> None:
    """The second line can be copied."""
    result = CliRunner().invoke(briefmaker, ["form", "summary", "--language", "fr"])
    assert result.stdout.splitlines() == [
        "wrote form-summary.docx",
        "filled in, it becomes a brief with: briefmaker import form-summary.docx",
    ]
    assert (workspace / "form-summary.docx").is_file()
