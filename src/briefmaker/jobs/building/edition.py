"""View one edition of a brief that was read."""

from dataclasses import replace
from typing import TYPE_CHECKING

from briefmaker.diagnostics import Code, Diagnostic, Places, Severity, has_errors
from briefmaker.jobs.building.glyphs import tell_missing_glyphs
from briefmaker.jobs.desk import Desk
from briefmaker.jobs.request import Request
from briefmaker.model.template_description import TemplateDescription
from briefmaker.reading import Reading
from briefmaker.reading.reading import find_void
from briefmaker.view.check_brief import check_brief

if TYPE_CHECKING:
    from briefmaker.view.edition import EditionMaking
    from briefmaker.view.shape import View


def view_edition(
    reading: Reading, desk: Desk, request: Request, description: TemplateDescription
) -> tuple["View | None", tuple[Diagnostic, ...]]:
    """Give the view of the edition that is asked for, and what there is to tell of it.

    The whole brief is checked first, and only its errors are told here; then nothing but the edition is held.
    """
    assert reading.brief is not None  # noqa: S101 - the caller has seen to both
    assert request.edition is not None  # noqa: S101
    errors = check_brief(reading.brief, reading.places, desk.settings, description)
    if has_errors(errors):
        return None, errors
    # Imported here, since a brief with errors is told of them without it, and sooner.
    from briefmaker.view.build_view import build_view
    from briefmaker.view.edition import make_edition

    name = request.edition.name
    making = make_edition(reading.brief, reading.tables, reading.places, desk.settings, description, name)
    if making.brief is None:
        return None, _lower(making.diagnostics, request)
    shown = _read_again(making, reading)
    viewing = build_view(making.brief, shown, making.settings, making.description, request.paper, desk.style)
    found = (*making.diagnostics, *making.restore_paths(viewing.diagnostics))
    if viewing.view is None:
        return None, found
    told, changed = _show_changes(viewing.view, making, reading, desk, name)
    missing = making.restore_paths(tell_missing_glyphs(told, making.places))
    view = replace(told, properties=replace(told.properties, edition=name))
    return view, (*found, *changed, *missing)


def _show_changes(
    view: "View", making: "EditionMaking", reading: Reading, desk: Desk, name: str
) -> tuple["View", tuple[Diagnostic, ...]]:
    if reading.former is None or making.brief is None:
        return view, ()
    from briefmaker.jobs.changes.issued_content import IssuedContent
    from briefmaker.jobs.changes.show_changes import Shown, show_changes

    shown = Shown(IssuedContent(making.brief, making.tables), making.settings, making.description)
    return show_changes(view, shown, reading.former, name, desk, reading.places)


def _read_again(making: "EditionMaking", reading: Reading) -> Reading:
    """Give what was read as if the edition were the whole brief: its tables, and the portraits of those whom it names."""
    named = {each.portrait for each in making.brief.participants} if making.brief else set()
    pictures = {name: picture for name, picture in reading.pictures.items() if name in named}
    void = _find_void(making, reading)
    return Reading(making.brief, making.tables, making.places, (), "", pictures=pictures, void=void)


def _find_void(making: "EditionMaking", reading: Reading) -> frozenset[int]:
    """Give the places, among those of an edition, of clearances that were given to other content than the whole brief has."""
    if reading.brief is None or making.brief is None:
        return frozenset()
    whole = {f"clearances[{index}].unit" for index in find_void(reading.brief, reading)}
    places = range(len(making.brief.clearances))
    return frozenset(index for index in places if making.moved.get(f"clearances[{index}].unit") in whole)


def _lower(found: tuple[Diagnostic, ...], request: Request) -> tuple[Diagnostic, ...]:
    """Tell of an edition that would be empty as a warning where all were asked for: not every brief has one for each."""
    if request.edition is None or not request.edition.is_one_of_all:
        return found
    return tuple(
        replace(each, severity=Severity.WARNING) if each.code is Code.EDITION_EMPTY else each for each in found
    )


def withhold_reading(reading: Reading) -> Reading:
    """Give a reading that holds nothing: an edition's writers know the file neither by its texts nor by its fingerprint."""
    return Reading(None, {}, Places(reading.places.file), (), "")
