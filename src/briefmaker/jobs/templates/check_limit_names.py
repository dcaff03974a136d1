"""Prove that each limit of a template is about something that its page shows and that can be counted there."""

import re
from collections.abc import Iterator
from typing import Any

from briefmaker.diagnostics import Code, Diagnostic
from briefmaker.jobs.templates.open_template import OpenTemplate
from briefmaker.jobs.templates.specimen import Specimen
from briefmaker.model.fields import field_of, has_shown_part, is_shown
from briefmaker.model.limits import iterate_limited
from briefmaker.writing.lengths import FIELD


def check_limit_names(opened: OpenTemplate, specimen: Specimen, page: str) -> Iterator[Diagnostic]:
    """Tell of each limit that names no field, one that the template does not show, or one that cannot be counted.

    ``page`` is the HTML of the specimen: there it is seen of which fields lines can be counted.
    """
    assert opened.description is not None  # noqa: S101 - the caller has seen to it
    shows, limits = opened.description.shows, opened.description.limits
    measured = {field_of(path) for path in re.findall(rf'{FIELD}="([^"]*)"', page)}
    for at, field in iterate_limited(limits):
        if at.startswith("entries"):
            is_counted = _is_list(specimen.data, field.split("."))
        else:
            is_counted = any(is_shown(each, (field,)) for each in measured)
        yield from _check(opened, f"limits.{at}", field, shows, is_counted=is_counted)


def _check(
    opened: OpenTemplate, at: str, field: str, shows: tuple[str, ...], *, is_counted: bool
) -> Iterator[Diagnostic]:
    if not (is_shown(field, shows) or has_shown_part(field, shows)):
        message = f"a limit names `{field}`, which is no field that the template shows"
        yield _tell(opened, at, message, "name a field as `shows` does")
    elif not is_counted:
        is_list = at.startswith("limits.entries")
        message = f"a limit names `{field}`, and " + (
            "it is no list" if is_list else f"no part of the page has its {FIELD}"
        )
        yield _tell(
            opened, at, message, "" if is_list else f'set {FIELD}="{{{{ text.path }}}}" on the element that holds it'
        )


def _tell(opened: OpenTemplate, at: str, message: str, hint: str) -> Diagnostic:
    return opened.places.finding(Code.TEMPLATE_CONTRACT, at, message, hint)


def _is_list(data: Any, names: list[str]) -> bool:
    """Tell whether these names lead through the specimen to a list, or to entries that have names of their own."""
    for name in names:
        inner = data[0] if isinstance(data, list) else data
        if not isinstance(inner, dict) or name not in inner:
            return False
        data = inner[name]
    return isinstance(data, list) or (isinstance(data, dict) and "specimen" in data)
