"""Writes docs/rules.md, the manual's list of rules, from the docstrings of the rules themselves.

python -m tools.rules_page
"""

from collections.abc import Iterator
from pathlib import Path

from briefmaker.checks.all_rules import list_rules
from briefmaker.checks.rule import Family, Rule
from briefmaker.cli.show_rules import describe_terms

PAGE = Path(__file__).parents[1] / "docs" / "rules.md"
_HEAD = """# The rules of `briefmaker check`

`python -m tools.rules_page` writes this page from the rules; `briefmaker rule CODE` prints a part of it. How rules are chosen, made more
severe and ignored, [the manual](manual.md#checks) says.

| Code | Name | What it finds | Draft | Final |
|---|---|---|---|---|
"""


def main() -> None:
    """Write the page."""
    PAGE.write_text(write_page(list_rules()), "utf-8")


def write_page(rules: tuple[Rule, ...]) -> str:
    """Give the page: a table, then each rule's own part under its family."""
    rows = "".join(f"{_write_row(rule)}\n" for rule in rules)
    return _HEAD + rows + "".join(_write_families(rules))


def _write_row(rule: Rule) -> str:
    draft, final = rule.severity(is_final=False), rule.severity(is_final=True)
    link = f"[`{rule.code}`](#{rule.code.lower()}-{rule.name})"
    return f"| {link} | {rule.name} | {rule.page.summary} | {draft} | {final} |"


def _write_families(rules: tuple[Rule, ...]) -> Iterator[str]:
    for family in Family:
        members = [rule for rule in rules if rule.family is family]
        if members:
            yield f"\n## {family.capitalize()}\n"
            yield from (_write_rule(rule) for rule in members)


def _write_rule(rule: Rule) -> str:
    page = rule.page
    what = f"{page.what}\n\n" if page.what else ""
    return (
        f"\n### {rule.code} {rule.name}\n\n{page.summary}\n\n*{_capital(describe_terms(rule))}.*\n\n{what}**Why.** {_capital(page.why)}\n\n"
        f"Wrong:\n\n```yaml\n{page.wrong}```\n\nRight:\n\n```yaml\n{page.right}```\n"
    )


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


if __name__ == "__main__":
    main()
