"""Finds the rules: every file of ``rules/`` is one, so that adding a file adds a rule."""

from functools import cache
from importlib import import_module
from pkgutil import iter_modules

from briefmaker.checks import rules
from briefmaker.checks.rule import Rule, Terms, name_rule
from briefmaker.diagnostics import Code


@cache
def list_rules() -> tuple[Rule, ...]:
    """Give all rules in the order of their codes.

    Raises ValueError where two files, or a file and a finding told elsewhere, have one code, and where a file is no rule.
    """
    found: dict[str, Rule] = {}
    taken = {code.value for code in Code}
    for each in sorted(iter_modules(rules.__path__), key=lambda module: module.name):
        rule = _load_rule(each.name)
        if rule.code in taken:
            raise ValueError(f"the code {rule.code} is given twice")
        taken.add(rule.code)
        found[rule.code] = rule
    return tuple(found.values())


def _load_rule(name: str) -> Rule:
    module = import_module(f"{rules.__name__}.{name}")
    terms = getattr(module, "look", None)
    if not isinstance(terms, Terms):
        raise ValueError(f"the file of a rule needs a function `look` under `@rule(...)`: {name}")  # noqa: TRY004 - a mistake in a file
    code, slug = name_rule(name)
    return Rule(code, slug, terms, module.__doc__ or "")


def find_rule(named: str) -> Rule | None:
    """Give the rule of a code or name, in capitals or not; None where there is none."""
    wanted = named.strip().lower().replace("_", "-")
    return next((rule for rule in list_rules() if wanted in (rule.code.lower(), rule.name)), None)
