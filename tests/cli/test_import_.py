"""What ``briefmaker import`` prints: what was written, and how sure each field is."""

from pathlib import Path

import docx
from click.testing import CliRunner
from tests.word_pieces import add, save

from briefmaker.cli.main import briefmaker


def test_import_says_what_it_wrote_and_how_sure_it_is(workspace: Path) -> None:
    """What is to be looked at comes first, each at its line; then what is likely, and in a line what is certain."""
    document = docx.Document()
    add(
        document,
        "Subject: Herring",
        "Date: 2 March 2026",
        "From: A. Lee, Ports Desk",
        "# Background",
        "Catches fell.",
        "# Weather",
        "Rain.",
    )
    (workspace / "Old brief.docx").write_bytes(save(document))
    result = CliRunner().invoke(briefmaker, ["import", "Old brief.docx", "--template", "information"])
    assert result.exit_code == 0
    assert result.stdout.splitlines() == [
        "wrote briefs/old-brief.yaml from Old brief.docx (template information, en-US)",
        "look at these first:",
        "  briefs/old-brief.yaml:22: REV027 “Weather” was not recognised, and is kept as an annex",
        "likely:",
        "  prepared_by  “From”, a label before its text; “A. Lee, Ports Desk”",
        "certain:",
        "  title, date, background",
        "build it with: briefmaker build briefs/old-brief.yaml",
    ]
    assert result.stderr == ""
