"""What ``briefmaker pack`` prints, and how it ends."""

from pathlib import Path

from click.testing import CliRunner
from tests.packs import PACK, make_pack_workspace

from briefmaker.cli.main import briefmaker


def test_a_pack_is_told_with_its_pages(workspace: Path) -> None:
    """A line a document."""
    make_pack_workspace(workspace)
    result = CliRunner().invoke(briefmaker, ["pack", "visit"])
    assert result.exit_code == 0
    assert result.stdout.splitlines() == [
        "built output/visit-DRAFT-v1.pdf (4 pages)",
        "built output/visit-DRAFT-v1.docx",
    ]


def test_a_pack_that_cannot_be_made_ends_with_1_and_says_where(workspace: Path) -> None:
    """With line, code and hint."""
    file = make_pack_workspace(workspace)
    file.write_text(PACK.replace("- grain", "- grian"), "utf-8")
    result = CliRunner().invoke(briefmaker, ["pack", "visit"])
    assert result.exit_code == 1
    assert "packs/visit.yaml:7:5: PCK001 there is no brief `grian`" in result.stderr
    assert "did you mean `grain`?" in result.stderr
    assert "1 of 1 pack not built; 1 error, 0 warnings" in result.stderr


def test_copies_replacement_and_paper_are_passed_on(workspace: Path) -> None:
    """Each option does what it says."""
    make_pack_workspace(workspace)
    run = CliRunner().invoke(briefmaker, ["pack", "visit", "--copies", "2", "--format", "pdf", "--paper", "letter"])
    assert run.stdout.splitlines() == [
        "built output/visit-DRAFT-v1-copy-1.pdf (4 pages)",
        "built output/visit-DRAFT-v1-copy-2.pdf (4 pages)",
    ]
    again = ["pack", "visit", "--replace", "output/visit-DRAFT-v1-copy-1.pdf"]
    assert "built output/visit-replacement-DRAFT-v1.pdf (5 pages)" in CliRunner().invoke(briefmaker, again).stdout
