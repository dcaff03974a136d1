"""What ``briefmaker rule`` prints: a table of the rules by family, or one rule's page."""

import shutil
import sys
import textwrap
from collections.abc import Iterable, Iterator

import click

from briefmaker.checks.all_rules import find_rule, list_rules
from briefmaker.checks.check_settings import describe_unknown, suggest_selector
from briefmaker.checks.rule import Family, Rule
from briefmaker.diagnostics import BriefmakerError, Code
from briefmaker.reading.suggest import list_words

_MILD_THEN_STRICT = "warning, final: error"
_LEAST_ROOM, _SHALLOW = 40, 10


def show_rules(named: str | None) -> None:
    """Print all rules, or the page of one. Raises BriefmakerError when there is no such rule."""
    if named is None:
        # Lines are broken for eyes only: what goes on to another program has one line a rule.
        width = shutil.get_terminal_size().columns if sys.stdout.isatty() else None
        click.echo("\n".join(write_table(list_rules(), width)))
        return
    rule_of_name = find_rule(named)
    if rule_of_name is None:
        raise _refuse(named)
    click.echo("\n".join(_write_page(rule_of_name)))


def write_table(rules: Iterable[Rule], width: int | None = None) -> Iterator[str]:
    """Give the rules by family as lines of at most ``width`` characters: code, name, severities, and what each finds."""
    families: dict[Family, list[Rule]] = {}
    for rule in rules:
        families.setdefault(rule.family, []).append(rule)
    name_width = max(len(rule.name) for members in families.values() for rule in members)
    for number, (family, members) in enumerate(families.items()):
        yield from [""] * (number > 0)
        yield click.style(f"{family.name} {family}", bold=True)
        for rule in members:
            begin = f"  {rule.code}  {rule.name:<{name_width}}  {describe_severities(rule):<{len(_MILD_THEN_STRICT)}}  "
            yield from _break(begin, rule.page.summary, width)
    yield from ("", "`briefmaker rule CODE` prints the page of one: what it finds, why, wrong and right.")


def _break(begin: str, words: str, width: int | None) -> Iterator[str]:
    """Give the words behind what a line begins with; further lines stand under the first, or below it where little room is."""
    if width is None:
        yield begin + words
        return
    indent = len(begin) if width - len(begin) >= _LEAST_ROOM else _SHALLOW
    lines = textwrap.wrap(words, max(width - indent, _LEAST_ROOM)) or [""]
    if indent == _SHALLOW:
        yield begin.rstrip()
    else:
        yield begin + lines.pop(0)
    yield from (" " * indent + line for line in lines)


def describe_severities(rule: Rule) -> str:
    """Give how severe a rule is: in a draft, and in a final brief where that is otherwise."""
    draft, final = rule.severity(is_final=False), rule.severity(is_final=True)
    return str(draft) if draft is final else f"{draft}, final: {final}"


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
    parts += ["asked once the brief is laid out (`build`, `check --with-lengths`)"] if rule.terms.needs_lengths else []
    parts += ["asked with `--online`"] if rule.terms.needs_answers else []
    return "; ".join(parts)
