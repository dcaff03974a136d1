"""Make the documents of one brief, in memory."""

from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from briefmaker.diagnostics import BriefmakerError, Diagnostic, MissingLibraryError, has_errors, in_order
from briefmaker.jobs.building.edition import view_edition, withhold_reading
from briefmaker.jobs.building.glyphs import tell_missing_glyphs
from briefmaker.jobs.desk import Desk
from briefmaker.jobs.failures import FindingsError
from briefmaker.jobs.formats import DocumentFormat, read_formats
from briefmaker.jobs.read import find_desk, read_at_desk
from briefmaker.jobs.request import Request, read_edition, read_paper
from briefmaker.jobs.templates.open_template import (
    find_limits,
    open_template,
    report_broken_template,
    report_unknown_template,
)
from briefmaker.model.lengths import Lengths
from briefmaker.model.template_description import TemplateDescription
from briefmaker.reading import Reading
from briefmaker.view.check_brief import check_brief
from briefmaker.view.check_limits import check_lengths
from briefmaker.workspace.slug import safe_slug
from briefmaker.writing.template import Template

if TYPE_CHECKING:
    from briefmaker.view.shape import View
    from briefmaker.writing.archive import Source


@dataclass(frozen=True, slots=True)
class Rendered:
    """One document: its bytes, and how long it is where that is known."""

    format: DocumentFormat
    content: bytes
    lengths: Lengths | None = None

    @property
    def pages(self) -> int | None:
        """Give the number of pages; None where the format has none of its own."""
        return self.lengths.pages if self.lengths else None


@dataclass(frozen=True, slots=True)
class Rendering:
    """The documents of one brief, none when there were errors, everything that was found on the way, and how they are marked."""

    documents: tuple[Rendered, ...]
    diagnostics: tuple[Diagnostic, ...]
    marking: str = ""

    @property
    def lengths(self) -> Lengths | None:
        """Give how long the brief came out; None where no document has pages of its own."""
        return next((each.lengths for each in self.documents if each.lengths), None)


def render(
    path: str | Path,
    format: str,
    *,
    paper: str | None = None,
    edition: str | None = None,
    archive: bool = False,
    check: bool = True,
) -> bytes:
    """Make one document of a brief, or of one ``edition`` of it, ``pdf``, ``docx`` or ``html``; nothing is written.

    With ``archive`` a PDF is one for the archive: PDF/A-3a, the brief's file inside. Without ``check`` the rules are not
    asked, and the document says that it is an unchecked draft.

    Raises BriefmakerError when the brief, its template or the workspace's settings are wrong; as FindingsError it has the
    ``diagnostics`` that say where.
    """
    file, desk = find_desk(path)
    request = Request(read_formats([format]), read_paper(paper, desk), read_edition(edition, desk), archive, check)
    # Imported here, since it is built upon this module, and brings in every rule.
    from briefmaker.jobs.building.render_checked import render_checked

    rendering = render_checked(read_at_desk(file, desk), desk, request)
    if not rendering.documents:
        raise FindingsError(f"{file} cannot be made into a document", rendering.diagnostics)
    return rendering.documents[0].content


def render_brief(reading: Reading, desk: Desk, request: Request) -> Rendering:
    """Make documents of a brief that was read: all of them, or none when anything about it is wrong; no rule is asked."""
    view, template, found = view_brief(reading, desk, request)
    documents: list[Rendered] = []
    if view is None or template is None or has_errors(found):
        return Rendering((), in_order(found))
    behind = withhold_reading(reading) if request.edition else reading
    for document_format in request.formats:
        try:
            document, told = _WRITERS[document_format](view, template, behind, desk, request)
        except MissingLibraryError:
            raise
        except BriefmakerError as broken:
            return Rendering((), in_order((*found, report_broken_template(template, broken))))
        documents.append(document)
        found = (*found, *told)
    return Rendering(() if has_errors(found) else tuple(documents), in_order(found), view.properties.marking)


def view_brief(
    reading: Reading, desk: Desk, request: Request
) -> tuple["View | None", Template | None, tuple[Diagnostic, ...]]:
    """Give the view of a brief, the template that it asks for, and everything that was found so far."""
    if not request.is_checked:
        reading = read_as_draft(reading)
    brief = reading.brief or reading.sound_part
    if brief is None:
        return None, None, reading.diagnostics
    template = desk.templates.get(brief.template)
    if template is None:
        unknown = report_unknown_template(reading, brief.template, desk)
        return None, None, (*reading.diagnostics, unknown)
    opened = open_template(template)
    found = (*reading.diagnostics, *opened.diagnostics)
    if opened.description is None:
        return None, template, found
    if has_errors(found):
        return None, template, (*found, *check_brief(brief, reading.places, desk.settings, opened.description))
    view_it = view_edition if request.edition else _view_whole
    view, told = view_it(reading, desk, request, opened.description)
    return _mark(view, desk, request), template, (*found, *told)


def read_as_draft(reading: Reading) -> Reading:
    """Give what was read as what is made of it without any check: a draft, if the brief says that it is final."""
    from briefmaker.view.unchecked import as_draft

    return replace(reading, brief=as_draft(reading.brief)) if reading.brief else reading


def _mark(view: "View | None", desk: Desk, request: Request) -> "View | None":
    """Give a view with what it has to say of how and why it was made."""
    if view is not None and request.replaces is not None:
        from briefmaker.view.replaced import mark_replaced

        view = mark_replaced(view, request.replaces, desk.settings.date_style)
    if view is None or request.is_checked:
        return view
    from briefmaker.view.unchecked import mark_unchecked

    return mark_unchecked(view)


def _view_whole(
    reading: Reading, desk: Desk, request: Request, description: TemplateDescription
) -> tuple["View | None", tuple[Diagnostic, ...]]:
    # Imported here, since a brief with errors is told of them without it, and sooner.
    from briefmaker.view.build_view import build_view

    assert reading.brief is not None  # noqa: S101 - there are no errors in it
    viewing = build_view(reading.brief, reading, desk.settings, description, request.paper, desk.style)
    if viewing.view is None:
        return None, viewing.diagnostics
    view, changed = _show_changes(_name_source(viewing.view, reading.fingerprint), reading, desk, description)
    return view, (*viewing.diagnostics, *changed, *tell_missing_glyphs(view, reading.places))


def _show_changes(
    view: "View", reading: Reading, desk: Desk, description: TemplateDescription
) -> tuple["View", tuple[Diagnostic, ...]]:
    if reading.former is None or reading.brief is None:
        return view, ()
    # Imported here, since few briefs ask for it.
    from briefmaker.jobs.changes.issued_content import IssuedContent
    from briefmaker.jobs.changes.show_changes import Shown, show_changes

    shown = Shown(IssuedContent(reading.brief, reading.tables), desk.settings, description)
    return show_changes(view, shown, reading.former, "", desk, reading.places)


def _name_source(view: "View", fingerprint: str) -> "View":
    """Give the view with the fingerprint of its brief among the properties, so that its documents find the brief again."""
    return replace(view, properties=replace(view.properties, source=fingerprint))


Written = tuple[Rendered, tuple[Diagnostic, ...]]


def _write_pdf(view: "View", template: Template, reading: Reading, desk: Desk, request: Request) -> Written:
    from briefmaker.writing.html import write_html
    from briefmaker.writing.pdf import write_pdf

    source = _archive_source(view, reading) if request.is_archive else None
    writing = write_pdf(write_html(view, template), template, view.style, view.pictures, source)
    too_long = check_lengths(writing.lengths, find_limits(template, desk), reading.places)
    return Rendered(DocumentFormat.PDF, writing.content, writing.lengths), (*writing.diagnostics, *too_long)


def _archive_source(view: "View", reading: Reading) -> "Source":
    """Give a brief's own file as it goes into the archive: without its comments, which are the drafters' own."""
    from briefmaker.reading.yaml_comments import remove_comments
    from briefmaker.writing.archive import Source

    name = f"{safe_slug(Path(reading.places.file).stem)}.yaml"
    description = f"The brief from which briefmaker made this document: {view.properties.title}"
    return Source(name, remove_comments(reading.content), description, view.properties.modified)


def _write_html(view: "View", template: Template, _reading: Reading, _desk: Desk, _request: Request) -> Written:
    from briefmaker.writing.html import write_whole_html

    return Rendered(DocumentFormat.HTML, write_whole_html(view, template).encode()), ()


def _write_docx(view: "View", template: Template, reading: Reading, desk: Desk, _request: Request) -> Written:
    from briefmaker.writing.word import write_word

    content = write_word(view, template, fingerprint=reading.fingerprint, with_fonts=desk.settings.embed_fonts)
    return Rendered(DocumentFormat.DOCX, content), ()


_WRITERS = {DocumentFormat.PDF: _write_pdf, DocumentFormat.DOCX: _write_docx, DocumentFormat.HTML: _write_html}
