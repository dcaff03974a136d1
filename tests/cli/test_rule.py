"""What ``briefmaker rule`` prints."""

import pytest
from click.testing import CliRunner

from briefmaker.checks.all_rules import list_rules
from briefmaker.cli.main import briefmaker
from briefmaker.diagnostics import BriefmakerError


def test_all_rules_are_listed_a_line_each() -> None:
    """With code, name and what they find."""
    result = CliRunner().invoke(briefmaker, ["rule"])
    lines = result.stdout.splitlines()
    assert [line.split()[0] for line in lines] == [rule.code for rule in list_rules()]
    assert any("no-bottom-line" in line and "The brief has no bottom line." in line for line in lines)


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
