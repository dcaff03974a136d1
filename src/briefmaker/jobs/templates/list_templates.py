"""List the templates that a brief can be built with here."""

from dataclasses import dataclass
from pathlib import Path

from briefmaker.diagnostics import Diagnostic
from briefmaker.jobs.desk import open_desk
from briefmaker.jobs.templates.open_template import open_template
from briefmaker.workspace.workspace import built_in_templates, find_workspace
from briefmaker.writing.template import Template


@dataclass(frozen=True, slots=True)
class ListedTemplate:
    """A template; ``description`` is empty when its template.yaml cannot be used."""

    name: str
    description: str
    folder: Path
    is_built_in: bool
    diagnostics: tuple[Diagnostic, ...]


def list_templates() -> tuple[ListedTemplate, ...]:
    """Give the templates of the workspace around the current folder and the built-in ones, by name."""
    desk = open_desk(find_workspace(Path.cwd()))
    return tuple(_list(template) for template in desk.templates.values())


def _list(template: Template) -> ListedTemplate:
    opened = open_template(template)
    folder = template.folders[0]
    description = opened.description.description if opened.description else ""
    return ListedTemplate(template.name, description, folder, folder.parent == built_in_templates(), opened.diagnostics)
