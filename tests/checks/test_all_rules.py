"""Rules are found by their files, and a file that is no rule is seen."""

import pytest

from briefmaker.checks.all_rules import find_rule, list_rules
from briefmaker.checks.rule import Family, name_rule
from briefmaker.diagnostics import Code


def test_no_code_is_given_twice() -> None:
    """Neither among the rules nor between them and what is told elsewhere."""
    codes = [rule.code for rule in list_rules()]
    assert codes == sorted(set(codes))
    assert not set(codes) & {code.value for code in Code}
    assert {rule.family for rule in list_rules()} <= set(Family)


def test_a_file_s_name_is_code_and_name() -> None:
    """Underscores are hyphens in the name."""
    assert name_rule("str001_no_bottom_line") == ("STR001", "no-bottom-line")


@pytest.mark.parametrize("name", ["no_bottom_line", "xyz001_new", "str1_short", "STR001_large"])
def test_another_name_is_refused(name: str) -> None:
    """Whoever adds a rule learns how to call its file."""
    with pytest.raises(ValueError, match="such as str001_no_bottom_line"):
        name_rule(name)


def test_a_rule_is_found_by_code_and_name() -> None:
    """In capitals or not."""
    assert find_rule("src002") is find_rule("Incomplete_Source") is not None
    assert find_rule("SRC") is None
