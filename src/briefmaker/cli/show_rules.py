"""What ``briefmaker rule`` prints: a line a rule, or one rule's page."""

from collections.abc import Iterator

import click

from briefmaker.checks.all_rules import find_rule, list_rules
from briefmaker.checks.check_settings import describe_unknown, suggest_selector
from briefmaker.checks.rule import Rule
from briefmaker.diagnostics import BriefmakerError, Code
from briefmaker.reading.suggest import list_words


def show_rules(named: str | None) -> None:
    """Print all rules, or the page of one. Raises BriefmakerError when there is no such rule."""
    if named is None:
        width = max(len(rule.name) for rule in list_rules())
        for rule in list_rules():
            click.echo(f"{click.style(rule.code, bold=True)}  {rule.name:<{width}}  {rule.page.summary}")
        return
    rule_of_name = find_rule(named)
    if rule_of_name is None:
        raise _refuse(named)
    click.echo("\n".join(_write_page(rule_of_name)))


def _refuse(named: str) -> BriefmakerError:
    if named.upper() in {code.value for code in Code}:
        return BriefmakerError(
            f"{named.upper()} is told whenever a brief is read, and has no page", "the manual lists it under Findings"
        )
    return BriefmakerError(describe_unknown(named), suggest_selector(named))


def _write_page(rule: Rule) -> Iterator[str]:
    page = rule.page
    yield click.style(f"{rule.code} {rule.name}", bold=True)
    yield describe_terms(rule)
    yield from ("", page.summary, *(["", page.what] if page.what else []), "", f"Why: {page.why}")
    for title, example in (("Wrong:", page.wrong), ("Right:", page.right)):
        yield from ("", title, "", *(f"    {line}".rstrip() for line in example.splitlines()))


def describe_terms(rule: Rule) -> str:
    """Give in one line how severe the rule is and where it applies."""
    severities = {each: rule.severity(is_final=each) for each in (False, True)}
    parts = [f"{severities[False]} in a draft, {severities[True]} in a final brief"]
    shown = list_words(rule.terms.shows)
    parts += [f"asked where the kind of document shows {shown}"] if shown else []
    parts += [f"languages: {', '.join(rule.terms.languages)}"] if rule.terms.languages else []
    parts += ["told once the brief is rendered"] if rule.terms.needs_lengths else []
    return "; ".join(parts)
