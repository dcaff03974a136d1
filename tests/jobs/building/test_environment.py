"""The fingerprint of what documents are made with changes with its content, and with nothing else."""

import os
from pathlib import Path

from briefmaker.jobs.building.environment import fingerprint_environment
from briefmaker.jobs.desk import open_desk
from briefmaker.workspace.workspace import find_workspace


def fingerprint(folder: Path) -> str:
    """Give the fingerprint of a workspace as it is now."""
    return fingerprint_environment(open_desk(find_workspace(folder)))


def test_time_alone_changes_nothing(workspace: Path) -> None:
    """Nor does a brief, which is looked at by itself."""
    (workspace / "briefmaker.yaml").write_text("paper: a4\n", "utf-8")
    before = fingerprint(workspace)
    os.utime(workspace / "briefmaker.yaml", (1, 1))
    (workspace / "briefs" / "new.yaml").write_text("title: x\n", "utf-8")
    assert fingerprint(workspace) == before


def test_settings_and_what_they_name_change_it(workspace: Path) -> None:
    """The settings, a register, a template of the workspace."""
    found = {fingerprint(workspace)}
    (workspace / "briefmaker.yaml").write_text("checks: {registers: [r.yaml]}\n", "utf-8")
    register = "register_of: Us\ntopics:\n  - {topic: t, said_as: ['{value} x'], values: [{value: A, since: 2018, source: G}]}\n"
    (workspace / "r.yaml").write_text(register, "utf-8")
    found.add(fingerprint(workspace))
    (workspace / "r.yaml").write_text(register + "# more\n", "utf-8")
    found.add(fingerprint(workspace))
    (workspace / "templates" / "own").mkdir(parents=True)
    (workspace / "templates" / "own" / "page.css").write_text("p {}", "utf-8")
    found.add(fingerprint(workspace))
    (workspace / "templates" / "own" / "page.css").write_text("p { color: red }", "utf-8")
    found.add(fingerprint(workspace))
    assert len(found) == 5
