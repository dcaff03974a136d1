"""A workspace opened for work: its settings read and its templates found."""

import hashlib
import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from briefmaker.diagnostics import BriefmakerError, Code, Diagnostic, Places, has_errors, in_order
from briefmaker.jobs.failures import FindingsError
from briefmaker.model.check_settings import CheckSettings
from briefmaker.model.fact_register import Register
from briefmaker.model.mail_settings import MailSettings
from briefmaker.model.schedules import RunSettings
from briefmaker.model.settings import Settings
from briefmaker.model.style import PLAIN_STYLE, Style
from briefmaker.reading import read_house_style, read_settings
from briefmaker.reading.read_model import ModelReading
from briefmaker.reading.register_file import read_registers
from briefmaker.reading.settings_file import sound_settings
from briefmaker.reading.suggest import list_words
from briefmaker.view.check_limits import check_limit_settings
from briefmaker.view.check_settings import check_settings
from briefmaker.view.shipped_data import names_of_shipped
from briefmaker.workspace.files import BriefFolder
from briefmaker.workspace.workspace import Workspace
from briefmaker.writing.template import Template, iterate_templates


@dataclass(frozen=True)
class Desk:
    """A workspace, its settings, its house style and its own registers of dated facts.

    ``seen`` are the files that these were read from, each with the SHA-256 of what was read.
    """

    workspace: Workspace
    settings: Settings
    style: Style = PLAIN_STYLE
    registers: tuple[Register, ...] = ()
    seen: Mapping[str, str] = field(default_factory=dict)

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
    folder = BriefFolder(workspace.root, workspace.root)
    house = read_house_style(reading, folder)
    settings = sound_settings(reading)
    registers = read_registers(settings.checks, reading.places, folder)
    templates = [template.name for template in iterate_templates(workspace.template_collections)]
    found = (
        *reading.diagnostics,
        *house.diagnostics,
        *registers.diagnostics,
        *check_settings(settings, reading.places),
        *check_limit_settings(settings.limits, templates, reading.places),
        *_check_rule_settings(settings, reading.places),
        *_check_languages(settings, reading.places),
        *_check_mail(settings, reading),
        *_check_schedules(settings, folder, reading.places),
    )
    if reading.value is None or has_errors(found):
        raise FindingsError(f"{file} cannot be used", in_order(found), exit_code=2)
    seen = {**folder.seen, workspace.settings_file.name: hashlib.sha256(content).hexdigest()}
    return Desk(workspace, reading.value, house.style, tuple(registers.registers), seen)


def _check_rule_settings(settings: Settings, places: Places) -> Iterator[Diagnostic]:
    if settings.checks == CheckSettings():
        return
    # Imported here, since it brings in every rule, and most commands ask none.
    from briefmaker.checks.check_settings import check_rule_settings

    yield from check_rule_settings(settings.checks, places)


def _check_mail(settings: Settings, reading: ModelReading[Settings]) -> Iterator[Diagnostic]:
    if settings.mail == MailSettings() and not settings.distribution_lists:
        return
    # Imported here, as below, since most workspaces mail nothing.
    from briefmaker.reading.check_mail_texts import check_mail_texts
    from briefmaker.view.check_mail_settings import check_mail_settings
    from briefmaker.view.check_recipients import check_recipients

    yield from check_mail_settings(settings, reading.places)
    yield from check_recipients(settings, reading.places)
    if "mail.texts" in reading.places.values:
        yield from check_mail_texts(reading)


def _check_schedules(settings: Settings, folder: BriefFolder, places: Places) -> Iterator[Diagnostic]:
    if settings.schedules or settings.runs != RunSettings() or settings.mail.server:
        from briefmaker.jobs.schedules.check_schedules import check_files_of_runs, check_schedules

        yield from check_schedules(settings, folder, places)
        yield from check_files_of_runs(settings, folder, places)


def _check_languages(settings: Settings, places: Places) -> Iterator[Diagnostic]:
    """Tell of languages of the house that no brief can be made in."""
    known = names_of_shipped("labels")
    for index, language in enumerate(settings.languages):
        if language.split("-")[0].lower() not in known:
            message = f"briefmaker has no labels in the language `{language}`"
            hint = f"choose among {list_words(known)}, with or without a region"
            yield places.finding(Code.FIELD_LANGUAGE, f"languages[{index}]", message, hint)


def shown_path(path: Path) -> str:
    """Give a path the way a user would type it here: as it was typed, or seen from the current folder."""
    if path.is_absolute() and path.is_relative_to(Path.cwd()):
        return os.path.relpath(path)
    return str(path)
