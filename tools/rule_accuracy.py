"""Writes docs/rule-accuracy.md: for each rule its severity and why it is there, for language rules how well they do on texts.

python -m tools.rule_accuracy
"""

import re
from collections.abc import Iterator
from pathlib import Path

from tests.language import Measure, list_measured, measure

from briefmaker.checks.all_rules import list_rules
from briefmaker.checks.rule import Rule

PAGE = Path(__file__).parents[1] / "docs" / "rule-accuracy.md"
_SENTENCE = re.compile(r"(.+?[.])(?:\s+[A-Z(]|$)")
_HEAD = """# How well the rules of `briefmaker check` do

`python -m tools.rule_accuracy` writes this page. [rules.md](rules.md) has each rule's page with its reference in full.

Rules that look at words are measured on texts: some in which the rule ought to find something, and some that look like it and are
right. Those that the rule was written by say little of it; those *set aside* were written by another hand than the rule, and looked at
once. Precision is the share of what was found that had to be; recall the share of what had to be found that was. A rule is let in with
a precision of at least 0.9 and a recall of at least 0.8 on the texts set aside. [How these texts came about, and which rules did not pass
at the first look](../tests/checks/language/README.md).

| Rule | | Language | Set aside | Precision | Recall | All texts | Precision | Recall |
|---|---|---|---|---|---|---|---|---|
"""
_ALL = """
## All rules

| Rule | | Draft | Final | Why |
|---|---|---|---|---|
"""


def main() -> None:
    """Write the page."""
    PAGE.write_text(write_page(), "utf-8")


def write_page() -> str:
    """Give the page: what was measured, then every rule with its severities and why it is there."""
    rules = {rule.code: rule for rule in list_rules()}
    rows = "".join(f"{_write_row(rules[code], language)}\n" for code, language in list_measured("aside"))
    return _HEAD + rows + _ALL + "".join(f"{_describe(rule)}\n" for rule in rules.values())


def _write_row(rule: Rule, language: str) -> str:
    aside, every = measure(rule.code, language, "aside"), _add_up(rule.code, language)
    return f"| {_link(rule)} | {rule.name} | {language} | {_show(aside)} | {_show(every)} |"


def _add_up(code: str, language: str) -> Measure:
    """Give the measure of all texts of a rule together."""
    parts = list(_measure_all(code, language))
    return Measure(
        sum(each.positives for each in parts),
        sum(each.near_misses for each in parts),
        tuple(text for each in parts for text in each.missed),
        tuple(text for each in parts for text in each.wrongly_found),
    )


def _measure_all(code: str, language: str) -> Iterator[Measure]:
    for part in ("open", "first", "aside"):
        if (code, language) in list_measured(part):
            yield measure(code, language, part)


def _show(measured: Measure) -> str:
    size = f"{measured.positives} + {measured.near_misses}"
    return f"{size} | {measured.precision:.2f} | {measured.recall:.2f}"


def _describe(rule: Rule) -> str:
    draft, final = rule.severity(is_final=False), rule.severity(is_final=True)
    found = _SENTENCE.match(" ".join(rule.page.why.split()))
    why = found[1] if found else " ".join(rule.page.why.split())
    return f"| {_link(rule)} | {rule.name} | {draft} | {final} | {why[:1].upper()}{why[1:]} |"


def _link(rule: Rule) -> str:
    return f"[`{rule.code}`](rules.md#{rule.code.lower()}-{rule.name})"


if __name__ == "__main__":
    main()
