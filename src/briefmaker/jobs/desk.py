"""A workspace opened for work: its settings read and its templates found."""

import os
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from briefmaker.diagnostics import BriefmakerError, has_errors
from briefmaker.jobs.failures import FindingsError
from briefmaker.model.settings import Settings
from briefmaker.reading import read_settings
from briefmaker.view.check_limits import check_limit_settings
from briefmaker.view.marking import check_scheme
from briefmaker.workspace.workspace import Workspace
from briefmaker.writing.template import Template, iterate_templates


@dataclass(frozen=True)
class Desk:
    """A workspace and its settings."""

    workspace: Workspace
    settings: Settings

    @cached_property
    def templates(self) -> dict[str, Template]:
        """The templates of the workspace and the built-in ones, by name."""
        found = iterate_templates(self.workspace.template_collections)
        return {template.name: template for template in sorted(found, key=lambda each: each.name)}

    def find_template(self, name: str) -> Template:
        """Give the template of this name. Raises BriefmakerError when there is none."""
        if name not in self.templates:
            raise BriefmakerError(f"there is no template `{name}`", f"there are: {', '.join(self.templates)}")
        return self.templates[name]


def open_desk(workspace: Workspace) -> Desk:
    """Open a workspace. Raises FindingsError, with exit code 2, when its briefmaker.yaml is wrong."""
    content = workspace.read_settings()
    if content is None:
        return Desk(workspace, Settings())
    file = shown_path(workspace.settings_file)
    reading = read_settings(content, file)
    found = reading.diagnostics
    if reading.value is not None:
        templates = [template.name for template in iterate_templates(workspace.template_collections)]
        found = (
            *found,
            *check_scheme(reading.value.marking_scheme, reading.places),
            *check_limit_settings(reading.value.limits, templates, reading.places),
        )
    if reading.value is None or has_errors(found):
        raise FindingsError(f"{file} cannot be used", found, exit_code=2)
    return Desk(workspace, reading.value)


def shown_path(path: Path) -> str:
    """Give a path the way a user would type it here: as it was typed, or seen from the current folder."""
    if path.is_absolute() and path.is_relative_to(Path.cwd()):
        return os.path.relpath(path)
    return str(path)
