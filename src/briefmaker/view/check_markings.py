"""What is wrong with a brief's markings: words that the scheme has not, and portions that stand above the whole."""

from collections.abc import Iterator

from briefmaker.diagnostics import Code, Diagnostic, Places, Severity
from briefmaker.model import Brief
from briefmaker.model.markings import MarkingScheme
from briefmaker.model.settings import Settings
from briefmaker.reading.suggest import did_you_mean, list_words, suggest
from briefmaker.reading.yaml_problems import shorten
from briefmaker.view.carried import (
    Carried,
    Carrying,
    Statement,
    list_missing_caveats,
    list_opened_caveats,
    stands_above,
)
from briefmaker.view.marking import choose_scheme, find_fitting_schemes, list_schemes, write_marking

LONGEST_MARKING = 140  # four lines of 90 mm at the head and at the foot


def check_markings(brief: Brief, settings: Settings, places: Places) -> Iterator[Diagnostic]:
    """Give what is wrong with the brief's markings and caveats.

    An unmarked portion carries what is around it, so only stated portions can stand above the document; in a brief
    without a marking every stated portion does.
    """
    scheme = choose_scheme(brief, settings)
    yield from _check_choice(brief, settings, places)
    if brief.marking is not None and brief.marking not in scheme.portions:
        yield _unknown_marking("marking", brief.marking, scheme, settings, places)
        return
    carrying = Carrying(brief, scheme)
    yield from _check_caveats("handling", brief.handling, brief.marking, scheme, places)
    for statement in carrying.statements.values():
        yield from _check_portion(statement, carrying, scheme, settings, places)
    yield from check_room_for_marking(brief, scheme, places)


def _check_choice(brief: Brief, settings: Settings, places: Places) -> Iterator[Diagnostic]:
    """Tell of a marking that several schemes have: they differ in what they ask for."""
    fitting = () if settings.marking_scheme or brief.marking is None else find_fitting_schemes(brief, settings)
    own = [name for name in fitting if name in settings.marking_schemes]
    if len(fitting) > 1 and len(own) != 1:
        message = f"`{brief.marking}` is a marking of {len(fitting)} schemes: {list_words(fitting)}"
        hint = f"choose one in briefmaker.yaml: `marking_scheme: {fitting[0]}`"
        yield places.finding(Code.MARKING_AMBIGUOUS, "marking", message, hint)


def _check_portion(
    statement: Statement, carrying: Carrying, scheme: MarkingScheme, settings: Settings, places: Places
) -> Iterator[Diagnostic]:
    marking, carried = statement.mark.marking, carrying.at(statement.path)
    whole, where = carrying.at(""), f"{statement.said_at}.marking"
    if marking is not None and marking not in scheme.portions:
        yield _unknown_marking(where, marking, scheme, settings, places)
        return
    if marking is not None and whole.marking is None:
        message = f"this portion is marked {marking}, and the brief itself has no marking"
        hint = f"add `marking: {marking}` to the brief, or a higher one"
        yield places.finding(Code.MARKING_PORTION_ABOVE, where, message, hint)
    elif marking is not None and stands_above(carried, whole, scheme):
        message = f"this portion is marked {marking}, above the brief's own {whole.marking}"
        hint = f"raise the brief's marking to {marking}, or take the portion out"
        yield places.finding(Code.MARKING_PORTION_ABOVE, where, message, hint)
    if statement.mark.handling is not None:
        where = f"{statement.said_at}.handling"
        yield from _check_caveats(where, statement.mark.handling, carried.marking, scheme, places)
        yield from _check_joined(where, carried, whole, scheme, places)


def _check_caveats(
    where: str, handling: tuple[str, ...], marking: str | None, scheme: MarkingScheme, places: Places
) -> Iterator[Diagnostic]:
    for index, caveat in enumerate(handling):
        path = f"{where}[{index}]"
        if scheme.find_caveat(caveat) is None:
            yield from _check_other_caveat(path, caveat, scheme, places)
        elif not scheme.suits(caveat, marking):
            found = scheme.find_caveat(caveat)
            beside = f"does not stand beside {marking}" if marking else "needs a marking to stand beside"
            message = f"`{shorten(caveat)}` {beside}"
            hint = f"its lowest marking is {found.lowest if found else ''}"
            yield places.finding(Code.MARKING_CAVEAT, path, message, hint)


def _check_other_caveat(path: str, caveat: str, scheme: MarkingScheme, places: Places) -> Iterator[Diagnostic]:
    """Tell of a caveat that is not listed: an error where the scheme has no others, and where one was probably meant."""
    known = [each.caveat for each in scheme.caveats]
    if not scheme.other_caveats:
        message = f"the scheme {scheme.name} has no caveat `{shorten(caveat)}`"
        otherwise = f"choose {list_words(known, len(known))}" if known else "it has none at all: take it away"
        yield places.finding(Code.MARKING_CAVEAT, path, message, did_you_mean(caveat.upper(), known, otherwise))
    elif meant := suggest(caveat.upper(), known):
        message = f"`{shorten(caveat)}` is printed as it stands; the scheme {scheme.name} has `{meant}`"
        hint = f"did you mean `{meant}`?"
        yield places.finding(Code.MARKING_CAVEAT, path, message, hint, severity=Severity.WARNING)


def _check_joined(
    where: str, carried: Carried, whole: Carried, scheme: MarkingScheme, places: Places
) -> Iterator[Diagnostic]:
    """Tell of caveats in which a portion and the brief differ: one keeps readers out, the other lets them in."""
    for caveat in list_missing_caveats(carried, whole, scheme):
        message = f"this portion carries `{shorten(caveat)}`, and the brief itself does not"
        hint = f"add it to the brief: `handling: [{', '.join(scheme.sort((*whole.handling, caveat)))}]`"
        yield places.finding(Code.MARKING_CAVEAT_MISSING, where, message, hint)
    for caveat in list_opened_caveats(carried, whole, scheme):
        message = f"the brief says `{shorten(caveat)}` of itself, and this portion is not meant for those readers"
        hint = "take it away from the brief's `handling`, or add it here"
        yield places.finding(Code.MARKING_CAVEAT_MISSING, where, message, hint)


def check_room_for_marking(brief: Brief, scheme: MarkingScheme, places: Places) -> Iterator[Diagnostic]:
    """Tell of a marking that is longer than the head and foot of a page have room for."""
    length = len(write_marking(brief, scheme) or "")
    if length > LONGEST_MARKING:
        message = f"marking and caveats have {length} characters together, and a page has room for {LONGEST_MARKING}"
        yield places.finding(
            Code.MARKING_TOO_LONG, "handling", message, "shorten the caveats, or give some in the text"
        )


def _unknown_marking(path: str, marking: str, scheme: MarkingScheme, settings: Settings, places: Places) -> Diagnostic:
    if scheme.portions:
        choices = list(scheme.portions)
        message = f"the scheme {scheme.name} has no marking `{shorten(marking)}`"
    else:
        choices = [level for each in list_schemes(settings).values() for level in each.portions]
        message = f"there is no marking `{shorten(marking)}` in any scheme"
    hint = did_you_mean(marking.upper(), choices, f"choose {list_words(choices)}")
    return places.finding(Code.MARKING_UNKNOWN, path, message, hint)
