"""The marking of a brief: which scheme it belongs to, and that no portion stands above the whole."""

from collections.abc import Iterator
from dataclasses import dataclass

from briefmaker.diagnostics import Code, Diagnostic, Places
from briefmaker.model import Brief
from briefmaker.model.fields import iterate_parts
from briefmaker.reading.suggest import did_you_mean, list_words
from briefmaker.reading.yaml_problems import shorten
from briefmaker.view.shipped_data import load_shipped, names_of_shipped

LONGEST_MARKING = 140  # four lines of 90 mm at the head and at the foot


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
    return next((scheme for scheme in _load_schemes() if marking in scheme.portions), NO_SCHEME)


def _load_schemes() -> Iterator[MarkingScheme]:
    for name in names_of_shipped("marking_schemes"):
        scheme = load_scheme(name)
        if scheme:
            yield scheme


def check_scheme(configured: str | None, places: Places) -> Iterator[Diagnostic]:
    """Give what is wrong with the settings' choice of a scheme: that there is no such scheme."""
    known = names_of_shipped("marking_schemes")
    if configured and configured not in known:
        message = f"there is no marking scheme `{shorten(configured)}`"
        hint = did_you_mean(configured, known, f"choose {list_words(known)}")
        yield places.finding(Code.SETTINGS, "marking_scheme", message, hint)


def check_markings(brief: Brief, scheme: MarkingScheme, places: Places) -> Iterator[Diagnostic]:
    """Give what is wrong with the brief's markings: one the scheme has not, a portion above the document's.

    An unmarked portion carries the document's marking, so only stated portions can stand above it; in a brief without a
    marking every stated portion does.
    """
    if brief.marking is not None and brief.marking not in scheme.portions:
        yield _unknown_marking("marking", brief.marking, scheme, places)
        return
    for path, marking in iterate_portion_markings(brief):
        known = scheme if scheme.portions else choose_scheme(marking, None)
        if marking not in known.portions:
            yield _unknown_marking(path, marking, known, places)
        elif brief.marking is None:
            message = f"this portion is marked {marking}, and the brief itself has no marking"
            hint = f"add `marking: {marking}` to the brief, or a higher one"
            yield places.finding(Code.MARKING_PORTION_ABOVE, path, message, hint)
        elif known.rank(marking) > known.rank(brief.marking):
            message = f"this portion is marked {marking}, above the brief's own {brief.marking}"
            hint = f"raise the brief's marking to {marking}, or take the portion out"
            yield places.finding(Code.MARKING_PORTION_ABOVE, path, message, hint)


def write_marking(brief: Brief) -> str | None:
    """Give the marking with its caveats, as it stands at the top and bottom of each page."""
    return " – ".join(filter(None, [brief.marking, *brief.handling])) or None


def check_room_for_marking(brief: Brief, places: Places) -> Iterator[Diagnostic]:
    """Tell of a marking that is longer than the head and foot of a page have room for."""
    length = len(write_marking(brief) or "")
    if length > LONGEST_MARKING:
        message = f"marking and caveats have {length} characters together, and a page has room for {LONGEST_MARKING}"
        yield places.finding(
            Code.MARKING_TOO_LONG, "handling", message, "shorten the caveats, or give some in the text"
        )


def iterate_portion_markings(brief: Brief) -> Iterator[tuple[str, str]]:
    """Give the path and value of every marking that stands below the brief's own, in the brief's order."""
    for path, part in iterate_parts(brief):
        marking = getattr(part, "marking", None)
        if path and marking is not None:
            yield f"{path}.marking", marking


def _unknown_marking(path: str, marking: str, scheme: MarkingScheme, places: Places) -> Diagnostic:
    if scheme.portions:
        choices = list(scheme.portions)
        message = f"the scheme {scheme.name} has no marking `{shorten(marking)}`"
    else:
        choices = [level for each in _load_schemes() for level in each.portions]
        message = f"there is no marking `{shorten(marking)}` in any scheme"
    hint = did_you_mean(marking.upper(), choices, f"choose {list_words(choices)}")
    return places.finding(Code.MARKING_UNKNOWN, path, message, hint)
