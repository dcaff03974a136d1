"""Every rule does what its page says: its wrong example is found, its right one is not, and each page is whole."""

import re

import pytest
from tests.checking import check_example, check_text, lines_of

from briefmaker.checks.all_rules import list_rules
from briefmaker.checks.rule import Rule
from briefmaker.diagnostics import Severity

RULES = list_rules()
each_rule = pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)


def expected_lines(rule: Rule, example: str) -> list[int]:
    """Give the lines of an example that end in a comment with the rule's code: there, and only there, it finds something."""
    lines = enumerate(example.splitlines(), 1)
    return [number for number, line in lines if re.search(rf"#.*\b{rule.code}\b", line)]


def test_there_are_rules() -> None:
    """The tests below looked at something."""
    assert len(RULES) >= 20
    assert len({rule.name for rule in RULES}) == len(RULES)


@each_rule
def test_the_page_is_whole(rule: Rule) -> None:
    """Reading it raises where a part is missing; its first paragraph is one sentence."""
    assert rule.page.summary.endswith(".")
    assert len(rule.page.summary) < 160


@each_rule
def test_the_wrong_example_is_found(rule: Rule) -> None:
    """With a sentence and a hint, at the lines that the example marks, where it marks some."""
    found = check_example(rule, rule.page.wrong)
    assert {each.code for each in found} == {rule.code}, found
    assert all(each.message and each.hint and not each.message.endswith(".") for each in found)
    expected = expected_lines(rule, rule.page.wrong)
    if expected:
        assert sorted(set(lines_of(found, rule.code))) == expected


@each_rule
def test_the_right_example_is_not_found(rule: Rule) -> None:
    """Nor is anything else of it wrong that keeps a brief from being made."""
    assert check_example(rule, rule.page.right) == ()


@pytest.mark.parametrize(
    "template",
    ["meeting", "submission", "information", "speaking-points", "scene-setter", "summary", "weekly"],
)
def test_a_brief_of_nothing_but_what_it_must_have_fails_no_rule(template: str) -> None:
    """No rule takes for granted what a brief may lack, in any kind of document."""
    found = check_text(f"template: {template}")
    assert found
    assert "CHK001" not in {each.code for each in found}


@each_rule
def test_no_rule_is_milder_for_a_final_brief(rule: Rule) -> None:
    """What is an error in a draft is one in the end."""
    severities = rule.severity(is_final=False), rule.severity(is_final=True)
    assert severities != (Severity.ERROR, Severity.WARNING)


def test_most_wrong_examples_mark_their_lines() -> None:
    """The comparison of lines above is not an empty one."""
    assert sum(bool(expected_lines(rule, rule.page.wrong)) for rule in RULES) > len(RULES) / 2
