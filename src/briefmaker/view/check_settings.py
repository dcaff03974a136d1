"""What is wrong with a workspace's settings beyond the shape of each: its schemes of markings, and its editions."""

from collections.abc import Iterator, Sequence

from briefmaker.diagnostics import Code, Diagnostic, Places
from briefmaker.model import Brief
from briefmaker.model.editions import ALL_EDITIONS, ARCHIVE, Edition
from briefmaker.model.fields import is_content, is_shown
from briefmaker.model.markings import MarkingScheme
from briefmaker.model.settings import Settings
from briefmaker.reading.fields import list_fields, list_required
from briefmaker.reading.suggest import did_you_mean, list_words
from briefmaker.reading.yaml_problems import shorten
from briefmaker.view.marking import list_schemes

# An edition's name is that of its files too, and on Windows and macOS capitals do not tell two files apart.
_TAKEN = {ALL_EDITIONS: "which stands for all of them", ARCHIVE: "which names the PDF that holds the whole brief"}


def check_settings(settings: Settings, places: Places) -> Iterator[Diagnostic]:
    """Give all that is wrong with settings whose fields could be read."""
    known = list_schemes(settings)
    if settings.marking_scheme and settings.marking_scheme not in known:
        message = f"there is no marking scheme `{shorten(settings.marking_scheme)}`"
        hint = did_you_mean(settings.marking_scheme, known, f"choose {list_words(known)}")
        yield places.finding(Code.SETTINGS, "marking_scheme", message, hint)
    for name, scheme in settings.marking_schemes.items():
        yield from _check_scheme(f"marking_schemes.{name}", scheme, places)
    for name, edition in settings.editions.items():
        yield from _check_edition(name, edition, settings, places)


def _check_scheme(path: str, scheme: MarkingScheme, places: Places) -> Iterator[Diagnostic]:
    if not scheme.levels:
        yield places.finding(Code.SETTINGS, f"{path}.levels", "a scheme has at least one level", "list its markings")
    yield from _tell_twice(f"{path}.levels", "marking", [each.marking for each in scheme.levels], places)
    yield from _tell_twice(f"{path}.levels", "portion", [each.portion for each in scheme.levels], places)
    yield from _tell_twice(f"{path}.caveats", "caveat", [each.caveat for each in scheme.caveats], places)
    for index, caveat in enumerate(scheme.caveats):
        if caveat.lowest is not None and caveat.lowest not in scheme.portions:
            message = f"the scheme has no marking `{shorten(caveat.lowest)}`"
            hint = did_you_mean(caveat.lowest, scheme.portions, f"choose {list_words(scheme.portions)}")
            yield places.finding(Code.SETTINGS, f"{path}.caveats[{index}].lowest", message, hint)


def _tell_twice(path: str, field: str, values: Sequence[str], places: Places) -> Iterator[Diagnostic]:
    for index, value in enumerate(values):
        if value in values[:index]:
            message = f"`{shorten(value)}` stands here a second time"
            yield places.finding(Code.SETTINGS, f"{path}[{index}].{field}", message, "give each one a word of its own")


def _check_edition(name: str, edition: Edition, settings: Settings, places: Places) -> Iterator[Diagnostic]:
    path = f"editions.{name}"
    if trouble := _find_trouble_with_name(name, list(settings.editions)):
        yield places.finding(Code.SETTINGS, path, trouble, "give it another name", span=places.key(path))
    fields = [field for field in list_fields(Brief) if is_content(field)]
    for index, shown in enumerate(edition.shows):
        if shown not in fields:
            message = f"a brief has no field `{shorten(shown)}` that can be shown"
            hint = did_you_mean(shown, fields, "name fields as a template's `shows` does")
            yield places.finding(Code.SETTINGS, f"{path}.shows[{index}]", message, hint)
        else:
            yield from _check_whole_entries(f"{path}.shows[{index}]", shown, edition, places)
    if edition.ceiling is not None:
        yield from check_marking(f"{path}.ceiling", edition.ceiling, settings, places, Code.SETTINGS)


def _find_trouble_with_name(name: str, names: list[str]) -> str:
    """Give why an edition cannot have its name, or nothing where it can."""
    if reason := _TAKEN.get(name.casefold()):
        return f"no edition can be called `{shorten(name)}`, {reason}"
    earlier = names[: names.index(name)]
    twin = next((each for each in earlier if each.casefold() == name.casefold()), None)
    return f"`{shorten(name)}` and `{shorten(twin)}` differ in capitals only" if twin else ""


def _check_whole_entries(path: str, shown: str, edition: Edition, places: Places) -> Iterator[Diagnostic]:
    """Tell of a field whose entry needs another one that is not shown: such an entry would be left out whole."""
    for needed in list_required(Brief, shown):
        if is_content(needed) and not is_shown(needed, edition.shows):
            message = f"`{shown}` is shown and `{needed}`, which each of its entries must have, is not"
            yield places.finding(Code.SETTINGS, path, message, f"add `{needed}`")


def check_marking(path: str, marking: str, settings: Settings, places: Places, code: Code) -> Iterator[Diagnostic]:
    """Tell of a marking in the settings that neither the workspace's scheme has nor, where none is chosen, any other."""
    if "marking_schemes" in places.values and not settings.marking_schemes:
        return  # the workspace's own are wrong and told of: nobody knows what they would have
    chosen, schemes = list_usable_schemes(settings)
    known = [marking for scheme in schemes for marking in scheme.portions]
    if marking not in known:
        whose = f"the scheme {chosen.name} has" if chosen else "the schemes have"
        message = f"{whose} no marking `{shorten(marking)}`"
        hint = did_you_mean(marking.upper(), known, f"choose {list_words(known)}")
        yield places.finding(code, path, message, hint)


def list_usable_schemes(settings: Settings) -> tuple[MarkingScheme | None, tuple[MarkingScheme, ...]]:
    """Give the scheme that the workspace has chosen, if it has, and those that its briefs can be marked by."""
    chosen = list_schemes(settings).get(settings.marking_scheme or "")
    return chosen, (chosen,) if chosen else tuple(list_schemes(settings).values())
