"""What ``briefmaker rule`` prints."""

import pytest
from click.testing import CliRunner

from briefmaker.checks.all_rules import list_rules
from briefmaker.cli.main import briefmaker
from briefmaker.cli.show_rules import write_table
from briefmaker.diagnostics import BriefmakerError


def test_all_rules_are_listed_a_line_each_under_their_family() -> None:
    """With code, name, severity and what they find; the families are in the order of their codes."""
    lines = CliRunner().invoke(briefmaker, ["rule"]).stdout.splitlines()
    indented = [line.split() for line in lines if line.startswith("  ")]
    assert [words[0] for words in indented] == [rule.code for rule in list_rules()]
    headings = [line for line in lines if line[:3].isupper() and not line.startswith(" ")]
    assert [line[:3] for line in headings] == sorted({rule.code[:3] for rule in list_rules()})
    assert "STR structure" in headings
    (line,) = [line for line in lines if "no-bottom-line" in line]
    assert " ".join(line.split()) == "STR001 no-bottom-line warning, final: error The brief has no bottom line."


@pytest.mark.parametrize("width", [40, 80, 120])
def test_on_a_terminal_lines_are_broken_and_no_word_is_lost(width: int) -> None:
    """What a rule finds stands in a column of its own, or below its name where there is no room."""
    rules = list_rules()
    lines = list(write_table(rules, width))
    words = " ".join(" ".join(lines).split())
    assert all(rule.page.summary in words for rule in rules)
    assert max(map(len, lines[:-2])) <= max(width, 70)
    assert list(write_table(rules)) != lines


@pytest.mark.parametrize("named", ["STR001", "str001", "no-bottom-line"])
def test_a_rule_s_page_is_printed_by_code_or_name(named: str) -> None:
    """What, how severe, why, wrong and right."""
    result = CliRunner().invoke(briefmaker, ["rule", named])
    assert result.stdout.startswith(
        "STR001 no-bottom-line\nwarning in a draft, error in a final brief; asked where the kind of document shows "
        "`bottom_line`\n\nThe brief has no bottom line.\n\nWhy: "
    )
    assert "\nWrong:\n\n    template: meeting\n    title: Grain talks in Ankara\n\nRight:\n\n" in result.stdout


@pytest.mark.parametrize(
    ("named", "message"),
    [("STR999", "there is no rule, code or family `STR999`"), ("fld001", "FLD001 is told whenever a brief is read")],
)
def test_what_is_no_rule_is_said(named: str, message: str) -> None:
    """Also of a code that is told without one."""
    with pytest.raises(BriefmakerError, match=message):
        CliRunner().invoke(briefmaker, ["rule", named], catch_exceptions=False)
