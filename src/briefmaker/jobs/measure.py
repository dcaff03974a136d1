"""Lay one brief out in memory to learn how long it comes out; no document is written."""

from briefmaker.diagnostics import BriefmakerError, Diagnostic, MissingLibraryError, has_errors
from briefmaker.jobs.desk import Desk
from briefmaker.jobs.formats import DocumentFormat
from briefmaker.jobs.open_template import open_template, report_broken_template
from briefmaker.jobs.render import view_brief
from briefmaker.jobs.request import Request
from briefmaker.model.lengths import Lengths
from briefmaker.model.limits import Limits, combine_limits
from briefmaker.reading import Reading
from briefmaker.view.check_limits import check_lengths
from briefmaker.writing.template import Template


def measure_brief(reading: Reading, desk: Desk) -> tuple[Lengths | None, tuple[Diagnostic, ...]]:
    """Give the lengths of a brief as its PDF has them, None when it cannot be made, and everything that was found.

    What is longer than its kind of document or the workspace allows is among that. Raises BriefmakerError when WeasyPrint's
    libraries are missing.
    """
    view, template, found = view_brief(reading, desk, Request((DocumentFormat.PDF,), desk.settings.paper))
    if view is None or template is None or has_errors(found):
        return None, found
    # Imported here, since most checks lay nothing out.
    from briefmaker.writing.html import write_html
    from briefmaker.writing.pdf import write_pdf

    try:
        writing = write_pdf(write_html(view, template), template, view.style, view.pictures)
    except MissingLibraryError:
        raise
    except BriefmakerError as broken:
        return None, (*found, report_broken_template(template, broken))
    too_long = check_lengths(writing.lengths, _find_limits(template, desk), reading.places)
    return writing.lengths, (*found, *writing.diagnostics, *too_long)


def _find_limits(template: Template, desk: Desk) -> Limits:
    """Give how long a document of this template may be in this workspace."""
    description = open_template(template).description
    return combine_limits(description.limits if description else Limits(), desk.settings.limits.get(template.name))
