"""A brief that is begun from an earlier one is compared with it, where readers follow it from issue to issue."""

from pathlib import Path

import pytest

from briefmaker.jobs.beginning.roll_forward import roll_forward
from briefmaker.jobs.read import read

HEAD = "format: 1\ntemplate: {}\ntitle: Week 42\ndate: 2025-10-20   # Monday\n"
ITEMS = "items:\n  - {title: Oil, judgement: It rises, carry: true}\n"


def roll(template: str, rest: str) -> tuple[str, str]:
    """Give the new brief's line on changes, and what the roll tells of it."""
    Path("briefs/week-42.yaml").write_text(HEAD.format(template) + rest, "utf-8")
    rolled = roll_forward("Week 43", "briefs/week-42.yaml")
    lines = [line for line in rolled.path.read_text("utf-8").splitlines() if "changes" in line or "why" in line]
    assert not read(rolled.path).diagnostics or "changes" not in str(read(rolled.path).diagnostics)
    return "\n".join(lines), "\n".join(each for each in rolled.changes if each.startswith("changes"))


@pytest.mark.parametrize(
    ("template", "rest", "line", "words"),
    [
        ("weekly", ITEMS, "changes: week-42.yaml", "changes: compared with week-42.yaml"),
        ("weekly", f"as_of: 2025-10-20 08:00\n{ITEMS}", "changes: week-42.yaml", "changes: compared with week-42.yaml"),
        ("weekly", f"changes: auto  # as ever\n{ITEMS}", "changes: week-42.yaml  # as ever",
         "changes: compared with week-42.yaml"),
        ("weekly", f"changes: {{since: week-41.yaml, why: It moved.}}\n{ITEMS}", "changes: week-42.yaml",
         "changes: compared with week-42.yaml"),
        ("meeting", "changes: HEAD~1\nissue: Oil.\n", "changes: week-42.yaml", "changes: compared with week-42.yaml"),
        ("meeting", "issue: Oil.\n", "", ""),
        ("speaking-points", "changes: auto\n", "", "changes: dropped"),
    ],
)  # fmt: skip
def test_the_earlier_brief_is_named(workspace: Path, template: str, rest: str, line: str, words: str) -> None:
    """Where there are short entries, or changes were told before; what was said of why then is gone."""
    Path("briefs/week-41.yaml").write_text(HEAD.format("weekly"), "utf-8")
    assert roll(template, rest) == (line, words)


def test_a_brief_outside_the_workspace_is_not_named(workspace: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    """It could not be read."""
    elsewhere = tmp_path_factory.mktemp("elsewhere") / "week-42.yaml"
    elsewhere.write_text(HEAD.format("weekly") + ITEMS, "utf-8")
    rolled = roll_forward("Week 43", elsewhere)
    assert "changes" not in rolled.path.read_text("utf-8")
