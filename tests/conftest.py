"""What many tests need: a workspace with one short brief in it, and standing in that workspace."""

from pathlib import Path

import pytest

from briefmaker.checks.all_rules import list_rules

BRIEF = """\
format: 1
template: meeting
title: Grain talks in Ankara
date: 2026-03-02
version: 2
status: draft
marking: NATO UNCLASSIFIED
bottom_line: |
  Ask for a date.
agenda:
  - topic: Corridor
    lines_to_take: [We want a date.]
    background: |
      It has been open since May [@report].
sources:
  report: {title: Report on the corridor, publisher: Ministry}
"""


@pytest.fixture
def workspace(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give a workspace whose briefs/ holds ``grain.yaml``, and make it the current folder."""
    (tmp_path / "briefs").mkdir()
    (tmp_path / "briefs" / "grain.yaml").write_text(BRIEF, "utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def brief_file(workspace: Path) -> Path:
    """Give the brief of the workspace."""
    return workspace / "briefs" / "grain.yaml"


@pytest.fixture
def without_rules(workspace: Path) -> None:
    """Have the workspace ignore what rules find, for tests of what else is told; reading and viewing tell as ever."""
    codes = ", ".join(rule.code for rule in list_rules())
    (workspace / "briefmaker.yaml").write_text(f"checks: {{ignore: [{codes}]}}\n", "utf-8")
