"""``briefmaker approve`` says what it wrote, and that it proves no identity."""

from pathlib import Path

from click.testing import CliRunner

from briefmaker.cli.approve import approve


def test_it_says_what_was_written_and_what_it_proves(workspace: Path) -> None:
    """On lines of their own, with the fingerprint to compare."""
    file = workspace / "briefs" / "talks.yaml"
    file.write_text("format: 1\ntemplate: information\ntitle: Talks\ndate: 2025-10-21\n", "utf-8")
    wishes = ["--as", "B. Clearer", "--unit", "Legal", "--state", "Cleared-With-Edits", "--date", "2025-10-20"]
    result = CliRunner().invoke(approve, [str(file.relative_to(workspace)), *wishes])
    assert result.exit_code == 0, result.output
    first, second, third = result.output.splitlines()
    assert first == "added to briefs/talks.yaml: Legal, B. Clearer: cleared-with-edits on 2025-10-20"
    assert second.split()[3].strip(",") in file.read_text("utf-8")
    assert third == "  a name was recorded; nothing proves who called the command"


def test_whose_place_was_taken_is_said(workspace: Path) -> None:
    """And a unit that answers for itself is named once."""
    file = workspace / "briefs" / "talks.yaml"
    lines = "format: 1\ntemplate: information\ntitle: Talks\ndate: 2025-10-21\nclearances: [{unit: Legal, by: A}, {unit: Navy}]\n"
    file.write_text(lines, "utf-8")
    output = CliRunner().invoke(approve, [str(file), "--as", "B", "--unit", "Legal"]).output
    assert "in the place of A, who was asked" in output
    assert "talks.yaml: Navy: cleared on" in CliRunner().invoke(approve, [str(file), "--as", "Navy"]).output


def test_a_state_that_there_is_not_is_wrong_usage(workspace: Path) -> None:
    """Before anything is read."""
    result = CliRunner().invoke(approve, ["briefs/grain.yaml", "--as", "B", "--state", "requested"])
    assert result.exit_code == 2
