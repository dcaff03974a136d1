"""Imports all that making briefs needs, when this module is imported: for processes that will make many."""

from importlib import import_module

_NEEDED = (
    "briefmaker.jobs.checking.warm_checks",
    "briefmaker.jobs.building.edition",
    "briefmaker.jobs.building.making",
    "briefmaker.jobs.building.render_checked",
    "briefmaker.view.build_view",
    "briefmaker.view.unchecked",
    "briefmaker.writing.warm",
)

for _name in _NEEDED:
    import_module(_name)
