"""Which scheme of markings a brief belongs to, and how its marking is written."""

from collections.abc import Iterator
from functools import cache

from briefmaker.model import Brief
from briefmaker.model.markings import MarkingScheme
from briefmaker.model.settings import Settings
from briefmaker.view.carried import list_statements
from briefmaker.view.shipped_data import load_shipped, names_of_shipped

NO_SCHEME = MarkingScheme(name="", levels=())


@cache
def load_scheme(name: str) -> MarkingScheme | None:
    """Give the shipped scheme of that name, or None."""
    data = load_shipped("marking_schemes", name)
    return None if data is None else MarkingScheme.model_validate(data)


def list_schemes(settings: Settings) -> dict[str, MarkingScheme]:
    """Give all schemes by name: the workspace's own first, which also take the place of shipped ones of their name."""
    shipped = {name: load_scheme(name) for name in names_of_shipped("marking_schemes")}
    others = {name: scheme for name, scheme in shipped.items() if scheme and name not in settings.marking_schemes}
    return {**settings.marking_schemes, **others}


def choose_scheme(brief: Brief, settings: Settings) -> MarkingScheme:
    """Give the workspace's scheme; without one, the first that has the brief's marking and most of its portions'."""
    schemes = list_schemes(settings)
    if settings.marking_scheme:
        return schemes.get(settings.marking_scheme, NO_SCHEME)
    return schemes[fitting[0]] if (fitting := find_fitting_schemes(brief, settings)) else NO_SCHEME


def find_fitting_schemes(brief: Brief, settings: Settings) -> tuple[str, ...]:
    """Give the names of the schemes that fit a brief's markings equally well; none where no scheme has its marking."""
    schemes = list_schemes(settings)
    if brief.marking is not None:
        schemes = {name: scheme for name, scheme in schemes.items() if brief.marking in scheme.portions}
        if len(schemes) <= 1:
            return tuple(schemes)
    stated = set(_iterate_stated(brief))
    fits = {name: len(stated & scheme.portions.keys()) for name, scheme in schemes.items()}
    best = max(fits.values(), default=0)
    return tuple(name for name, fit in fits.items() if fit == best and (fit or brief.marking))


def _iterate_stated(brief: Brief) -> Iterator[str]:
    yield from (each.mark.marking for each in list_statements(brief) if each.mark.marking is not None)


def write_marking(brief: Brief, scheme: MarkingScheme) -> str | None:
    """Give the marking with its caveats, as it stands at the top and bottom of each page."""
    return scheme.write(brief.marking, brief.handling) or None
