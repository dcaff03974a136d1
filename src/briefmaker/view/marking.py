"""The marking of a brief: which scheme it belongs to, and that no portion stands above the whole."""

from collections.abc import Iterator
from dataclasses import dataclass
from difflib import get_close_matches

from pydantic import BaseModel

from briefmaker.diagnostics import Code, Diagnostic, Places
from briefmaker.model import Brief
from briefmaker.view.shipped_data import load_shipped, names_of_shipped


@dataclass(frozen=True, slots=True)
class MarkingScheme:
    """A scheme: its name, its markings from lowest to highest, and each one's mark for portions."""

    name: str
    portions: dict[str, str]

    def rank(self, marking: str) -> int:
        """Give how high a marking stands; 0 is the lowest."""
        return list(self.portions).index(marking)


NO_SCHEME = MarkingScheme("", {})


def load_scheme(name: str) -> MarkingScheme | None:
    """Give the scheme of that name, or None."""
    data = load_shipped("marking_schemes", name)
    if data is None:
        return None
    return MarkingScheme(data["name"], {level["marking"]: level["portion"] for level in data["levels"]})


def choose_scheme(marking: str | None, configured: str | None) -> MarkingScheme:
    """Give the workspace's scheme; without one, the first shipped scheme that has the brief's marking."""
    if configured:
        return load_scheme(configured) or NO_SCHEME
    schemes = [load_scheme(name) for name in names_of_shipped("marking_schemes")]
    return next((scheme for scheme in schemes if scheme and marking in scheme.portions), NO_SCHEME)


def check_markings(brief: Brief, scheme: MarkingScheme, places: Places) -> Iterator[Diagnostic]:
    """Give what is wrong with the brief's markings: one the scheme has not, a portion above the document's.

    An unmarked portion carries the document's marking, so only stated portions can stand above it; in a brief without a
    marking every stated portion does.
    """
    if brief.marking is not None and brief.marking not in scheme.portions:
        yield _unknown_marking("marking", brief.marking, scheme, places)
        return
    for path, marking in iterate_portion_markings(brief):
        if brief.marking is None:
            message = f"This portion is marked {marking}, and the brief itself has no marking."
            yield places.finding(Code.MARKING_PORTION_ABOVE, path, message, f"Add `marking: {marking}` to the brief, or higher.")
        elif marking not in scheme.portions:
            yield _unknown_marking(path, marking, scheme, places)
        elif scheme.rank(marking) > scheme.rank(brief.marking):
            message = f"This portion is marked {marking}, above the brief's own {brief.marking}."
            hint = f"Raise the brief's marking to {marking}, or take the portion out."
            yield places.finding(Code.MARKING_PORTION_ABOVE, path, message, hint)


def iterate_portion_markings(brief: Brief) -> Iterator[tuple[str, str]]:
    """Give the path and value of every marking that stands below the brief's own."""
    for path, value in _iterate_fields(brief, ""):
        if path.endswith(".marking"):
            yield path, value


def _iterate_fields(part: BaseModel, path: str) -> Iterator[tuple[str, str]]:
    for name in part.model_fields_set:
        here = f"{path}.{name}" if path else name
        yield from _iterate_value(getattr(part, name), here)


def _iterate_value(value: object, path: str) -> Iterator[tuple[str, str]]:
    match value:
        case str():
            yield path, value
        case BaseModel():
            yield from _iterate_fields(value, path)
        case tuple():
            for index, entry in enumerate(value):
                yield from _iterate_value(entry, f"{path}[{index}]")
        case dict():
            for key, entry in value.items():
                yield from _iterate_value(entry, f"{path}.{key}")


def _unknown_marking(path: str, marking: str, scheme: MarkingScheme, places: Places) -> Diagnostic:
    if not scheme.portions:
        known = [load_scheme(name) for name in names_of_shipped("marking_schemes")]
        choices = [level for each in known if each for level in each.portions]
        message = f"No scheme of markings has `{marking}`."
    else:
        choices = list(scheme.portions)
        message = f"The {scheme.name} scheme has no marking `{marking}`."
    close = get_close_matches(marking.upper(), choices, 1)
    hint = f"Did you mean `{close[0]}`?" if close else f"Known are: {', '.join(choices)}."
    return places.finding(Code.MARKING_UNKNOWN, path, message, hint)
