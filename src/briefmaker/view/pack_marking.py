"""The marking of a pack: the highest of what is in it, unless the pack states one, below which nothing in it may stand."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from briefmaker.diagnostics import Code, Diagnostic, Places
from briefmaker.model import Brief
from briefmaker.model.markings import MarkingScheme
from briefmaker.model.pack import Pack
from briefmaker.model.settings import Settings
from briefmaker.reading.suggest import list_words
from briefmaker.view.carried import Carried, fits_into, join_carried
from briefmaker.view.marking import NO_SCHEME, choose_scheme, list_schemes


@dataclass(frozen=True, slots=True)
class Enclosed:
    """Something bound into a pack: where the pack names it, what it is called, and what it carries."""

    path: str
    name: str
    carried: Carried
    scheme: MarkingScheme = NO_SCHEME


def enclose_brief(path: str, name: str, brief: Brief, settings: Settings) -> Enclosed:
    """Give a brief as the pack's marking sees it."""
    carried = Carried(brief.marking, brief.handling, None, brief.handling)
    return Enclosed(path, name, carried, choose_scheme(brief, settings) if brief.marking else NO_SCHEME)


def mark_pack(
    pack: Pack, enclosed: Sequence[Enclosed], settings: Settings, places: Places
) -> tuple[Carried, tuple[Diagnostic, ...]]:
    """Give what every page of a pack carries, and what is wrong with it."""
    scheme = choose_pack_scheme(pack, enclosed, settings)
    if scheme is None:
        return Carried(pack.marking, pack.handling), (_tell_schemes(enclosed, places),)
    found = tuple(_check_enclosed(pack, enclosed, scheme, places))
    if pack.marking is not None:
        return Carried(pack.marking, pack.handling), found
    joined = join_carried(
        [each.carried for each in enclosed if not each.path.startswith("annexes") or each.carried.marking], scheme
    )
    return Carried(joined.marking, scheme.sort((*joined.handling, *pack.handling))), found


def choose_pack_scheme(pack: Pack, enclosed: Sequence[Enclosed], settings: Settings) -> MarkingScheme | None:
    """Give the scheme of all that is marked; None where there are several, and the pack cannot tell which is higher."""
    schemes = {each.scheme.name: each.scheme for each in enclosed if each.scheme is not NO_SCHEME}
    if len(schemes) > 1:
        return None
    if schemes:
        return next(iter(schemes.values()))
    fitting = (each for each in list_schemes(settings).values() if pack.marking in each.portions)
    return next(fitting, NO_SCHEME)


def _tell_schemes(enclosed: Sequence[Enclosed], places: Places) -> Diagnostic:
    names = list_words(sorted({each.scheme.name for each in enclosed if each.scheme is not NO_SCHEME}))
    message = f"the briefs are marked by several schemes, {names}: which marking is the highest, none of them says"
    return places.finding(Code.PACK_MARKING, "tabs", message, "make a pack for each scheme")


def _check_enclosed(
    pack: Pack, enclosed: Sequence[Enclosed], scheme: MarkingScheme, places: Places
) -> Iterator[Diagnostic]:
    whole = Carried(pack.marking, pack.handling)
    for each in enclosed:
        marking = each.carried.marking
        if marking is not None and marking not in scheme.portions:
            message = f"the scheme {scheme.name or 'of the briefs'} has no marking `{marking}`"
            hint = f"choose {list_words(scheme.portions)}" if scheme.portions else "give the briefs a marking first"
            yield places.finding(Code.PACK_MARKING, f"{each.path}.marking", message, hint)
        elif pack.marking is not None and not fits_into(each.carried, whole, scheme):
            written = scheme.write(marking, each.carried.handling)
            message = (
                f"`{each.name}` carries {written}, which {scheme.write(pack.marking, pack.handling)} does not cover"
            )
            hint = "raise the pack's marking, or leave it out: then it is the highest of what is in it"
            yield places.finding(Code.PACK_MARKING, each.path, message, hint)
