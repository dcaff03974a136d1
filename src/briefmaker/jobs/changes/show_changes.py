"""Puts into a view what has changed for its readers since they were given an earlier version."""

from dataclasses import dataclass

from briefmaker.diagnostics import Code, Diagnostic, Places, Severity
from briefmaker.jobs.changes.issued_content import IssuedContent, read_issued
from briefmaker.jobs.desk import Desk
from briefmaker.model import Brief
from briefmaker.model.fields import is_shown
from briefmaker.model.settings import Settings
from briefmaker.model.template_description import TemplateDescription
from briefmaker.reading.reading import Former, Reading
from briefmaker.view.changes_box import Versions, mark_changes
from briefmaker.view.marking import choose_scheme
from briefmaker.view.shape import View

_FIELD = "changes"


@dataclass(frozen=True, slots=True)
class Shown:
    """What a view was made of: a brief or the brief of an edition, its settings, and what its template shows."""

    content: IssuedContent
    settings: Settings
    description: TemplateDescription


Told = tuple[View, tuple[Diagnostic, ...]]


def show_changes(view: View, shown: Shown, former: Former | None, edition: str, desk: Desk, places: Places) -> Told:
    """Give a view with its box of changes, as far as its brief asks for one and its template shows it; and what is not told.

    What readers of an edition are told is the difference of what they were given, or would have been, to what they are given
    now: neither holds what the edition withholds.
    """
    if former is None or not (former.issued or former.reading) or not is_shown(_FIELD, shown.description.shows):
        return view, ()
    try:
        old = _find_old(former, edition, desk, shown)
    except _MissingError as missing:
        found = places.finding(missing.code, f"{_FIELD}.since", str(missing), missing.hint, severity=Severity.WARNING)
        return view, (found,)
    new = shown.content
    versions = Versions(old.brief, new.brief, old.tables, new.tables, former.is_issue)
    scheme = choose_scheme(new.brief, shown.settings)
    marked = mark_changes(view, versions, scheme, shown.description, desk.settings.date_style)
    return marked.view, _tell_left_out(marked.left_out, new.brief, places)


class _MissingError(Exception):
    """Why the readers of an edition cannot be told of changes."""

    def __init__(self, code: Code, message: str, hint: str) -> None:
        super().__init__(message)
        self.code, self.hint = code, hint


def _find_old(former: Former, edition: str, desk: Desk, shown: Shown) -> IssuedContent:
    """Give what the readers of an edition were given; for want of that, what the earlier brief has for them."""
    hint = "name what to compare with: `changes: {since: HEAD~1}`, or an earlier brief"
    if edition in former.issued:
        content = read_issued(former.issued[edition])
        if content is None:
            message = "what was issued last was kept in a way that this briefmaker does not know"
            raise _MissingError(Code.CHANGES_UNREADABLE, message, hint)
        return content
    content = _make_old(former.reading, edition, desk, shown) if former.reading else None
    if content is None:
        what = f"the edition `{edition}`" if edition else "the whole brief"
        message = f"no earlier version of {what} was issued, so nothing can be told of changes in it"
        raise _MissingError(Code.CHANGES_NOTHING_ISSUED, message, hint)
    return content


def _make_old(reading: Reading, edition: str, desk: Desk, shown: Shown) -> IssuedContent | None:
    """Give what an earlier brief has for the readers of an edition, by what they may see today."""
    assert reading.brief is not None  # noqa: S101 - who found it has seen to it
    if not edition:
        return IssuedContent(reading.brief, reading.tables)
    # Imported here, as for whoever views an edition.
    from briefmaker.jobs.templates.open_template import open_template
    from briefmaker.view.edition import make_edition

    template = desk.templates.get(reading.brief.template)
    description = open_template(template).description if template else None
    making = make_edition(
        reading.brief, reading.tables, reading.places, desk.settings, description or shown.description, edition
    )
    return IssuedContent(making.brief, making.tables) if making.brief else None


def _tell_left_out(count: int, brief: Brief, places: Places) -> tuple[Diagnostic, ...]:
    if not count:
        return ()
    changes = "one change is" if count == 1 else f"{count} changes are"
    mark = f"marked {brief.marking}" if brief.marking else "not marked"
    message = f"{changes} not told, as what was said then is marked otherwise than this document, which is {mark}"
    hint = "say under `why` what readers of this document may know of it"
    return (places.finding(Code.CHANGES_WITHHELD, _FIELD, message, hint, severity=Severity.WARNING),)
