"""Tells what of a brief is longer than its kind of document allows."""

from collections.abc import Collection, Iterator, Mapping

from briefmaker.diagnostics import Code, Diagnostic, Places, Severity
from briefmaker.model import Brief
from briefmaker.model.fields import field_of, has_field
from briefmaker.model.lengths import Lengths
from briefmaker.model.limits import Limits, iterate_limited
from briefmaker.model.part import Part
from briefmaker.reading.suggest import did_you_mean


def check_entries(brief: Brief, limits: Limits, places: Places) -> Iterator[Diagnostic]:
    """Tell of each list with more entries than the limit for its field."""
    for field, most in limits.entries.items():
        for path, count in count_entries(brief, field):
            if count > most:
                message = f"`{field}` has {count} entries, and may have {most}"
                yield _tell(places, Code.LENGTH_ENTRIES, path, message, "say what counts, and leave out the rest")


def count_entries(brief: Brief, field: str) -> Iterator[tuple[str, int]]:
    """Give each list of a field (``agenda.lines_to_take``) with its path and the number of its entries."""
    yield from _count_entries(brief, field.split("."), "")


def _count_entries(value: object, names: list[str], path: str) -> Iterator[tuple[str, int]]:
    match value:
        case tuple() | dict() if not names:
            yield path, len(value)
        case tuple():
            for index, each in enumerate(value):
                yield from _count_entries(each, names, f"{path}[{index}]")
        case Part() if names and names[0] in type(value).model_fields:
            inner = f"{path}.{names[0]}" if path else names[0]
            yield from _count_entries(getattr(value, names[0]), names[1:], inner)
        case _:
            return


def check_lengths(lengths: Lengths, limits: Limits, places: Places) -> Iterator[Diagnostic]:
    """Tell of too many pages, of each text with too many lines, and of too many lines of several fields together."""
    if limits.pages and lengths.pages > limits.pages:
        message = f"the document has {lengths.pages} pages, and may have {limits.pages}"
        yield _tell(
            places, Code.LENGTH_PAGES, "template", message, "shorten the longest texts, or move them to annexes"
        )
    for field, most in limits.lines.items():
        for path, count in lengths.lines_of([field]).items():
            if count > most:
                message = f"`{field_of(path)}` takes {count} lines on the page, and may take {most}"
                yield _tell(places, Code.LENGTH_LINES, path, message, "say it in fewer words")
    yield from _check_text(lengths, limits, places)


def _check_text(lengths: Lengths, limits: Limits, places: Places) -> Iterator[Diagnostic]:
    """Tell of it at the longest of the texts."""
    if limits.text is None:
        return
    found = lengths.lines_of(limits.text.fields)
    total = sum(found.values())
    if total > limits.text.lines:
        longest = max(found, key=lambda path: found[path])
        message = (
            f"the text takes {total} lines on the page, and may take {limits.text.lines}; this is its longest part"
        )
        yield _tell(places, Code.LENGTH_TEXT, longest, message, f"lines are counted in {', '.join(limits.text.fields)}")


def check_limit_settings(
    limits: Mapping[str, Limits], templates: Collection[str], places: Places
) -> Iterator[Diagnostic]:
    """Tell of limits in a workspace's settings that are for no template, or about no field of a brief."""
    for name, own in limits.items():
        if name not in templates:
            hint = did_you_mean(name, templates, f"there are: {', '.join(sorted(templates))}")
            path = f"limits.{name}"
            yield places.finding(Code.SETTINGS, path, f"there is no template `{name}`", hint, span=places.key(path))
        for at, field in iterate_limited(own):
            if not has_field(Brief, field):
                path = f"limits.{name}.{at}"
                yield places.finding(Code.SETTINGS, path, f"a brief has no field `{field}`", span=places.key(path))


def _tell(places: Places, code: Code, path: str, message: str, hint: str) -> Diagnostic:
    return places.finding(code, path, message, hint, severity=Severity.WARNING, span=places.key(path))
