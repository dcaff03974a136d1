"""A preview says what a run would do, and changes nothing."""

import hashlib
from pathlib import Path

from tests.schedules import HOUR, MAIL, MONDAY, WEEKLY, Runner, change_settings, make_scheduled_workspace

from briefmaker.delivery.slots import SlotRecords
from briefmaker.jobs.schedules.preview_run import preview_run


def read_tree(folder: Path) -> dict[str, str]:
    """Give every file below a folder with its sum."""
    files = (file for file in sorted(folder.rglob("*")) if file.is_file())
    return {str(file.relative_to(folder)): hashlib.sha256(file.read_bytes()).hexdigest() for file in files}


def test_a_preview_says_what_is_due_and_why(workspace: Path) -> None:
    """What is new, what runs, what is skipped, what is done again, what is no more; then the run does it."""
    settings = WEEKLY.replace("[briefs/grain.yaml]", "[briefs/grain.yaml], packs: [visit], mail: true") + MAIL
    runner = Runner(make_scheduled_workspace(workspace, settings))
    assert [each.what for each in preview_run(runner.workspace, MONDAY)] == [
        "seen for the first time; its times begin now"
    ]
    assert not runner.workspace.records_folder.exists()
    runner.at(MONDAY - HOUR)
    before = read_tree(workspace)
    told = preview_run(runner.workspace, MONDAY + 7 * 24 * HOUR)
    assert [each.what for each in told] == [
        "is skipped: a later time was due as well",
        "is due: builds briefs/grain.yaml, binds visit, mails them",
    ]
    assert read_tree(workspace) == before


def test_a_preview_knows_work_that_did_not_end_and_schedules_that_are_gone(workspace: Path) -> None:
    """As the run does."""
    runner = Runner(make_scheduled_workspace(workspace))
    runner.at(MONDAY - HOUR)
    with SlotRecords(runner.workspace.records_folder) as records:
        records.begin("weekly", MONDAY.replace(second=0), MONDAY)
    (told,) = preview_run(runner.workspace, MONDAY + HOUR)
    assert told.what == "is done again: builds briefs/grain.yaml"
    change_settings(workspace, "")
    assert [each.what for each in preview_run(runner.workspace, MONDAY)] == ["is no more; its records are kept"]
