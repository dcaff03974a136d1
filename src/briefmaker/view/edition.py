"""Makes an edition: a smaller brief, built anew from nothing but what its readers may see, before anything is viewed or written.

Whoever views and writes an edition never holds what it withholds, so no property, anchor, number or count can tell of it.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from briefmaker.diagnostics import Code, Diagnostic, Places, Severity
from briefmaker.model import Brief
from briefmaker.model.editions import Edition
from briefmaker.model.markings import MarkingScheme
from briefmaker.model.settings import Settings
from briefmaker.model.template_description import TemplateDescription
from briefmaker.reading.reading import DataTable
from briefmaker.reading.suggest import list_words
from briefmaker.view.edition_brief import EditionBrief, build_edition_brief
from briefmaker.view.edition_limits import EditionLimits, intersect
from briefmaker.view.marking import choose_scheme, list_schemes


@dataclass(frozen=True, slots=True)
class EditionMaking:
    """What came of making one edition.

    ``brief`` is None when it cannot be made, or shows nothing; ``tables``, ``settings``, ``description`` and ``places`` are
    what it is viewed with, and ``diagnostics`` what there is to tell of it.
    """

    brief: Brief | None
    tables: Mapping[str, DataTable]
    settings: Settings
    description: TemplateDescription
    places: Places
    moved: Mapping[str, str]
    diagnostics: tuple[Diagnostic, ...]

    def restore_paths(self, found: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
        """Give findings about the edition with the paths that their fields have in the brief's file."""
        return tuple(replace(each, path=self.moved.get(each.path, each.path)) for each in found)


def make_edition(
    brief: Brief,
    tables: Mapping[str, DataTable],
    places: Places,
    settings: Settings,
    description: TemplateDescription,
    name: str,
) -> EditionMaking:
    """Give the edition of that name, which the settings define, of a brief without errors."""
    edition, scheme = settings.editions[name], choose_scheme(brief, settings)
    limits = EditionLimits(brief, name, edition, scheme, description.shows)
    found = tuple(_check_ceiling(brief, name, edition, scheme, places))
    made = None if found else build_edition_brief(brief, tables, limits, description.name_in(brief.language))
    if made is None:
        found = found or (_tell_empty(name, edition, places),)
        return EditionMaking(None, {}, settings, description, places, {}, found)
    return EditionMaking(
        made.brief,
        made.tables,
        _with_scheme(settings, scheme),
        _describe(description, brief, edition, limits),
        _move_places(places, made.moved),
        made.moved,
        tuple(_tell_left_out(made, name, places)),
    )


def _describe(
    description: TemplateDescription, brief: Brief, edition: Edition, limits: EditionLimits
) -> TemplateDescription:
    """Give the template's description, narrowed to what the edition shows, and under the edition's title."""
    kind = " · ".join(filter(None, [description.name_in(brief.language), edition.title]))
    shown = intersect(description.shows, ("title", "marking", "handling", *edition.shows))
    # A brief has these whatever its readers may see of it; as texts they are shown like any other field.
    hidden = [field for field in ("version", "status", "date") if not limits.admits(field)]
    shows = tuple(field for field in shown if field not in hidden)
    return description.model_copy(update={"name": {brief.language: kind}, "shows": shows})


def _with_scheme(settings: Settings, scheme: MarkingScheme) -> Settings:
    """Give the settings with the brief's scheme chosen: what is left of its markings may not tell which it is."""
    chosen = next((name for name, each in list_schemes(settings).items() if each == scheme), None)
    return settings.model_copy(update={"marking_scheme": chosen})


def _move_places(places: Places, moved: Mapping[str, str]) -> Places:
    """Give the places of an edition's fields, which are those that they were taken from."""
    values = {name: places.value(name) for name in Brief.model_fields}
    values |= {new: places.value(old) for new, old in moved.items()}
    keys = {new: places.keys[old] for new, old in moved.items() if old in places.keys}
    return Places(places.file, places.lines, values, keys)


def _check_ceiling(
    brief: Brief, name: str, edition: Edition, scheme: MarkingScheme, places: Places
) -> Iterator[Diagnostic]:
    """Tell why it cannot be said what is below the edition's ceiling."""
    if edition.ceiling is None and brief.marking is not None:
        message = f"the brief is marked {brief.marking}, and the edition `{name}` has no ceiling"
        hint = f"say in briefmaker.yaml up to where its readers may see: `editions.{name}.ceiling`"
    elif edition.ceiling is not None and brief.marking is None:
        message = f"the edition `{name}` goes up to {edition.ceiling}, and the brief has no marking"
        hint = "add `marking:` to the brief"
    elif edition.ceiling is not None and edition.ceiling not in scheme.portions:
        message = f"the edition `{name}` goes up to {edition.ceiling}, which the scheme {scheme.name} has not"
        hint = f"choose one of {list_words(scheme.portions)} as its ceiling"
    else:
        return
    yield places.finding(Code.EDITION_CEILING, "marking", message, hint)


def _tell_empty(name: str, edition: Edition, places: Places) -> Diagnostic:
    ceiling = f" up to {edition.ceiling}" if edition.ceiling else ""
    message = f"the edition `{name}` would show nothing of this brief, and is not made"
    hint = f"it shows {list_words(edition.shows, 6)}{ceiling}; what is not marked carries the brief's own marking"
    return places.finding(Code.EDITION_EMPTY, "marking", message, hint)


def _tell_left_out(made: EditionBrief, name: str, places: Places) -> Iterator[Diagnostic]:
    """Tell where a text lost something that it names, so that its author sees how it reads now."""
    for path, sources in made.without_sources.items():
        message = f"the edition `{name}` leaves out what this text cites of {list_words(sources)}"
        hint = "its readers may not see the source; see that the text stands without it"
        yield places.finding(Code.EDITION_LEFT_OUT, path, message, hint, severity=Severity.WARNING)
    for path, facts in made.without_facts.items():
        message = f"the edition `{name}` leaves this text out: its readers may not see {list_words(facts)}"
        hint = "mark the fact, or write the text without it"
        yield places.finding(Code.EDITION_LEFT_OUT, path, message, hint, severity=Severity.WARNING)
