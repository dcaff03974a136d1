"""``check --with-lengths`` tells what is too long by the limits of the template, of the workspace, or by the rule alone."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from briefmaker.cli.main import briefmaker

LINES = "".join(f"  Ask for date number {number}.\n\n" for number in range(1, 7))
BRIEF = "format: 1\ntemplate: {template}\ntitle: Talks\ndate: 2026-03-02\nbottom_line: |\n" + LINES
SIX = "takes 6 lines on the page, and may take"


def find_lengths(workspace: Path, template: str, settings: str = "", *options: str) -> list[tuple[str, int, str]]:
    """Give code, line and sentence of each finding about lengths."""
    (workspace / "briefs" / "grain.yaml").write_text(BRIEF.format(template=template), "utf-8")
    if settings:
        (workspace / "briefmaker.yaml").write_text(settings, "utf-8")
    arguments = ["check", "--select", "LEN", "--output-format", "json", *(options or ["--with-lengths"])]
    result = CliRunner().invoke(briefmaker, arguments, catch_exceptions=False)
    return [(each["code"], each["line"], each["message"]) for each in json.loads(result.stdout)["findings"]]


@pytest.mark.parametrize(
    ("template", "settings", "expected"),
    [
        ("meeting", "", [("LEN002", 5, f"`bottom_line` {SIX} 4")]),
        ("meeting", "limits: {meeting: {lines: {bottom_line: 5}}}", [("LEN002", 5, f"`bottom_line` {SIX} 5")]),
        ("meeting", "limits: {meeting: {lines: {bottom_line: 6}}}", []),
        ("meeting", "limits: {submission: {lines: {bottom_line: 6}}}", [("LEN002", 5, f"`bottom_line` {SIX} 4")]),
        ("speaking-points", "", [("LEN005", 5, f"the bottom line {SIX} 4")]),
        (
            "speaking-points",
            "limits: {speaking-points: {lines: {bottom_line: 5}}}",
            [("LEN002", 5, f"`bottom_line` {SIX} 5")],
        ),
        ("speaking-points", "limits: {speaking-points: {lines: {bottom_line: 6}}}", []),
    ],
)
def test_a_long_bottom_line_is_told_once(
    workspace: Path, template: str, settings: str, expected: list[tuple[str, int, str]]
) -> None:
    """By the closest limit: the workspace's, the template's, the rule's own."""
    assert find_lengths(workspace, template, settings) == expected


def test_lines_of_several_fields_together_have_a_limit(workspace: Path) -> None:
    """Beside the rule's own."""
    settings = "limits: {speaking-points: {text: {fields: [bottom_line], lines: 3}}}\n"
    assert [code for code, *_ in find_lengths(workspace, "speaking-points", settings)] == ["LEN004", "LEN005"]


def test_pages_and_lines_of_other_fields_have_limits_too(workspace: Path) -> None:
    """As the workspace states them."""
    settings = "limits: {meeting: {pages: 1, lines: {bottom_line: 9, title: 1}}}"
    assert find_lengths(workspace, "meeting", settings) == []
    long = BRIEF.format(template="meeting") + "implications:\n  - statement: " + "It grows. " * 900
    (workspace / "briefs" / "long.yaml").write_text(long, "utf-8")
    assert [code for code, *_ in find_lengths(workspace, "meeting")] == ["LEN001"]


def test_without_the_option_nothing_is_laid_out(workspace: Path) -> None:
    """So nothing is known of lines."""
    assert find_lengths(workspace, "meeting", "", "--select", "LEN") == []


def test_a_comment_ignores_what_is_too_long(workspace: Path) -> None:
    """And is told as unused only once the brief was laid out."""
    brief = workspace / "briefs" / "grain.yaml"
    comment = "bottom_line: |  # briefmaker: ignore[LEN005] because the chair wants it\n"
    brief.write_text(BRIEF.format(template="speaking-points").replace("bottom_line: |\n", comment), "utf-8")
    both = ["check", "--select", "LEN,CHK", "--with-lengths"]
    assert "nothing found" in CliRunner().invoke(briefmaker, both).stdout
    brief.write_text(brief.read_text("utf-8").replace(LINES, "  Ask.\n"), "utf-8")
    assert "nothing found" in CliRunner().invoke(briefmaker, both[:-1]).stdout
    assert "CHK002" in CliRunner().invoke(briefmaker, both).stdout
