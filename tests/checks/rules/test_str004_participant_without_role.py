"""A role may come with the person; who is named without one is told by name."""

from pathlib import Path

from tests.checking import check_text

from briefmaker.jobs.checking.check import check


def test_the_person_is_named() -> None:
    """So that one knows whom to ask."""
    (found,) = check_text("participants:\n  - {name: Ada Lovelace, title: Countess}", "STR004")
    assert found.message == "Ada Lovelace has no role in the meeting"


def test_a_role_in_people_yaml_counts(workspace: Path, brief_file: Path) -> None:
    """It is printed like one of the brief's own."""
    (workspace / "people.yaml").write_text("ada: {name: Ada Lovelace, role: principal}\nbob: {name: Bob}\n", "utf-8")
    brief_file.write_text(
        brief_file.read_text("utf-8") + "participants:\n  - {person: ada}\n  - {person: bob}\n", "utf-8"
    )
    (outcome,) = check([brief_file], select=["STR004"])
    assert [each.path for each in outcome.diagnostics] == ["participants[1].role"]
