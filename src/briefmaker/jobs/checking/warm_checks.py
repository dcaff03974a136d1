"""Imports all that checking briefs needs, when this module is imported: for processes that will check many."""

from importlib import import_module

from briefmaker.checks.all_rules import list_rules

list_rules()
for _name in ("briefmaker.jobs.checking.check_many", "markdown_it"):
    import_module(_name)
