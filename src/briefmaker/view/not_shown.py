"""Tells what a brief says that its template does not show, so that no filled field is lost in silence."""

from collections.abc import Iterator

from pydantic import BaseModel

from briefmaker.diagnostics import Code, Diagnostic, Places, Severity
from briefmaker.model import Brief
from briefmaker.model.fields import field_of, has_shown_part, is_content, is_shown


def find_fields_not_shown(brief: Brief, shows: tuple[str, ...], places: Places) -> Iterator[Diagnostic]:
    """Give one warning for each filled field that the template does not show, at the field's line.

    What a participant has from ``people.yaml`` is not the brief's own, and is not told.
    """
    for path in _iterate_hidden(brief, "", shows):
        if path not in places.keys:
            continue
        message = f"the template `{brief.template}` does not show `{field_of(path)}`: what stands here is not printed"
        hint = "choose a template that shows it, move the text, or leave the field out"
        span = places.keys[path]
        yield places.finding(Code.TEMPLATE_NOT_SHOWN, path, message, hint, severity=Severity.WARNING, span=span)


def _iterate_hidden(part: BaseModel, path: str, shows: tuple[str, ...]) -> Iterator[str]:
    for name in type(part).model_fields:
        value = getattr(part, name)
        if name in part.model_fields_set and value not in (None, (), {}):
            yield from _iterate_value(value, f"{path}.{name}" if path else name, shows)


def _iterate_value(value: object, path: str, shows: tuple[str, ...]) -> Iterator[str]:
    field = field_of(path)
    if is_shown(field, shows) or not is_content(field):
        return
    if not has_shown_part(field, shows):
        yield path
        return
    match value:
        case BaseModel():
            yield from _iterate_hidden(value, path, shows)
        case tuple():
            for index, entry in enumerate(value):
                yield from _iterate_value(entry, f"{path}[{index}]", shows)
        case dict():
            for key, entry in value.items():
                yield from _iterate_value(entry, f"{path}.{key}", shows)
