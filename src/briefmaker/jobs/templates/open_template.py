"""Find the template that a brief names, and read what it says of itself."""

from dataclasses import dataclass

from briefmaker.diagnostics import BriefmakerError, Code, Diagnostic, Places, has_errors
from briefmaker.jobs.desk import Desk, shown_path
from briefmaker.model.limits import Limits, combine_limits
from briefmaker.model.template_description import TemplateDescription
from briefmaker.reading import Reading, read_template_description
from briefmaker.reading.suggest import did_you_mean
from briefmaker.writing.template import DESCRIPTION_FILE, Template


@dataclass(frozen=True, slots=True)
class OpenTemplate:
    """A template with its description, which is None when it cannot be read; ``places`` are those of its template.yaml."""

    template: Template
    description: TemplateDescription | None
    places: Places
    diagnostics: tuple[Diagnostic, ...]


def open_template(template: Template) -> OpenTemplate:
    """Read a template's template.yaml; what is wrong with it stands in ``diagnostics``."""
    reading = read_template_description(
        template.read(DESCRIPTION_FILE), shown_path(template.folders[0] / DESCRIPTION_FILE)
    )
    description = None if has_errors(reading.diagnostics) else reading.value
    return OpenTemplate(template, description, reading.places, reading.diagnostics)


def find_limits(template: Template, desk: Desk) -> Limits:
    """Give how long a document of this template may be in this workspace."""
    description = open_template(template).description
    return combine_limits(description.limits if description else Limits(), desk.settings.limits.get(template.name))


def report_unknown_template(reading: Reading, name: str, desk: Desk) -> Diagnostic:
    """Give the finding that no template has the name that the brief asks for."""
    hint = did_you_mean(name, desk.templates, f"there are: {', '.join(desk.templates)}")
    return reading.places.finding(Code.TEMPLATE_UNKNOWN, "template", f"there is no template `{name}`", hint)


def report_broken_template(template: Template, failure: BriefmakerError) -> Diagnostic:
    """Give the finding that a template has a mistake in it; the failure's sentence names the place."""
    return Diagnostic(Code.TEMPLATE_BROKEN, failure.message, shown_path(template.folders[0]), hint=failure.hint)
