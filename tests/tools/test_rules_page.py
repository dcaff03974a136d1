"""The list of rules in the manual is that of the rules."""

from tools.rules_page import PAGE, write_page

from briefmaker.checks.all_rules import list_rules


def test_the_page_is_up_to_date() -> None:
    """`python -m tools.rules_page` writes it anew."""
    assert PAGE.read_text("utf-8") == write_page(list_rules())


def test_each_rule_has_a_row_and_a_part() -> None:
    """And links lead from one to the other."""
    page = write_page(list_rules())
    for rule in list_rules():
        assert page.count(f"| [`{rule.code}`](#{rule.code.lower()}-{rule.name}) |") == 1
        assert page.count(f"\n### {rule.code} {rule.name}\n") == 1
