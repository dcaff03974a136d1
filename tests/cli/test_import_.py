"""What ``briefmaker import`` prints: what was written, and how sure each field is."""

from pathlib import Path

import docx
from click.testing import CliRunner
from tests.word_pieces import add, save

from briefmaker.cli.main import briefmaker


def test_import_says_what_it_wrote_and_how_sure_it_is(workspace: Path) -> None:
    """A line a field on standard output; what is to be looked at as findings on standard error."""
    document = docx.Document()
    add(document, "Subject: Herring", "Date: 2 March 2026", "# Background", "Catches fell.", "# Weather", "Rain.")
    (workspace / "Old brief.docx").write_bytes(save(document))
    result = CliRunner().invoke(briefmaker, ["import", "Old brief.docx", "--template", "information"])
    assert result.exit_code == 0
    assert result.stdout.splitlines() == [
        "wrote briefs/old-brief.yaml from Old brief.docx (template information, en-US)",
        "  certain  title       from “Subject”, a label before its text",
        "  certain  date        from “Date”, a label before its text; “2 March 2026”",
        "  certain  background  from “Background”, a heading by its style",
        "  guess    annexes[0]  from “Weather”, a heading by its style; not recognised",
        "build it with: briefmaker build briefs/old-brief.yaml",
    ]
    assert "REV027 warning: “Weather” was not recognised, and is kept as an annex" in result.stderr
