"""What ``portions`` and ``editions`` name that is not there, and facts that stand above the text they are printed in."""

from collections.abc import Iterator

from pydantic import BaseModel

from briefmaker.diagnostics import Code, Diagnostic, Places
from briefmaker.model import Brief, Marked, Portion
from briefmaker.model.fields import iterate_parts
from briefmaker.model.markings import MarkingScheme
from briefmaker.model.settings import Settings
from briefmaker.reading.citations import find_references
from briefmaker.reading.fields import FieldShape, shapes_of
from briefmaker.reading.suggest import did_you_mean, list_words
from briefmaker.reading.yaml_problems import shorten
from briefmaker.view.carried import Carrying, portions_of, stands_above
from briefmaker.view.list_texts import iterate_markdown

# What a part says of itself, and what steers the brief: these are in every edition, or in none.
_UNMARKED = {
    *Portion.model_fields,
    *("format", "template", "language", "timezone", "home_timezone", "likelihood_scale"),
    "distribution",
}


def check_portions(brief: Brief, places: Places) -> Iterator[Diagnostic]:
    """Tell of each name under ``portions`` that is no field there."""
    for path, part in iterate_parts(brief):
        for field in portions_of(part):
            known = list_portion_fields(type(part), brief.glossary if part is brief else {})
            if field not in known:
                yield _tell_unknown(f"{path}.portions" if path else "portions", field, known, places)


def list_portion_fields(part: type[BaseModel], terms: dict[str, str] | None = None) -> tuple[str, ...]:
    """Give the fields of a part that can carry a marking: its own, and those of parts in it that stand in no list."""
    return (*_iterate_fields(part, ""), *(f"glossary.{term}" for term in terms or ()))


def _iterate_fields(part: type[BaseModel], around: str) -> Iterator[str]:
    for name, shape in shapes_of(part).items():
        if name in _UNMARKED:
            continue
        yield around + name
        if _is_plain_part(shape) and shape.part is not None:
            yield from _iterate_fields(shape.part, f"{around}{name}.")


def _is_plain_part(shape: FieldShape) -> bool:
    return shape.part is not None and not issubclass(shape.part, Marked)


def _tell_unknown(path: str, field: str, known: tuple[str, ...], places: Places) -> Diagnostic:
    if "[" in field:
        hint = "an entry of a list says so itself: give it a `marking`, or `portions` of its own"
    else:
        hint = did_you_mean(field, known, f"it takes {list_words(known)}")
    where = f"{path}.{field}"
    message = f"there is no field `{shorten(field)}` here that can carry a marking"
    return places.finding(Code.MARKING_PORTION_UNKNOWN, where, message, hint, span=places.key(where))


def check_editions(brief: Brief, settings: Settings, places: Places) -> Iterator[Diagnostic]:
    """Tell of each edition that a portion names and the workspace does not define; none where it defines none."""
    if not settings.editions:
        return
    for path, part in iterate_parts(brief):
        named = {path: part.editions} if isinstance(part, Marked) else {}
        around = f"{path}." if path else ""
        named |= {f"{around}portions.{field}": mark.editions for field, mark in portions_of(part).items()}
        for where, editions in named.items():
            yield from _check_names(f"{where}.editions", editions or (), settings, places)


def _check_names(path: str, names: tuple[str, ...], settings: Settings, places: Places) -> Iterator[Diagnostic]:
    for index, name in enumerate(names):
        if name not in settings.editions:
            message = f"no edition is called `{shorten(name)}`"
            hint = did_you_mean(name, settings.editions, f"briefmaker.yaml defines {list_words(settings.editions)}")
            yield places.finding(Code.EDITION_NAME_UNKNOWN, f"{path}[{index}]", message, hint)


def check_facts(brief: Brief, scheme: MarkingScheme, places: Places) -> Iterator[Diagnostic]:
    """Tell of each text with a fact in it that is marked above the text: the portion's mark would be wrong."""
    if not any(fact.marking for fact in brief.facts):
        return
    carrying = Carrying(brief, scheme)
    facts = {fact.id: carrying.at(f"facts[{index}]") for index, fact in enumerate(brief.facts) if fact.marking}
    for path, text in iterate_markdown(brief):
        for reference in find_references(text):
            fact, around = facts.get(reference.id), carrying.at(path)
            if fact is not None and stands_above(fact, around, scheme):
                message = f"the fact `{shorten(reference.id)}` is marked {fact.marking}, above this text"
                hint = f"mark the text {fact.marking} too, or leave the fact out of it"
                yield places.finding(Code.MARKING_FACT_ABOVE, path, message, hint)
