"""Settings and documents for the tests of who gets what by mail."""

import textwrap
from pathlib import Path

from tests.briefs import read_text

from briefmaker.jobs.checking.other_languages import OtherVersion
from briefmaker.jobs.desk import Desk
from briefmaker.jobs.mailing.enclosed_marking import EnclosedMarking
from briefmaker.jobs.mailing.mailed import Mailed, mail_brief
from briefmaker.model.settings import Settings
from briefmaker.reading import read_settings
from briefmaker.view.carried import Carried
from briefmaker.view.marking import load_scheme
from briefmaker.workspace.workspace import Workspace


def make_desk(settings: Settings) -> Desk:
    """Give a desk of these settings, with the templates that ship."""
    return Desk(Workspace(Path.cwd(), is_lone=True), settings)


def settings_of(lines: str) -> Settings:
    """Give settings from lines of YAML, which have to be right."""
    reading = read_settings(textwrap.dedent(lines).encode(), "briefmaker.yaml")
    assert reading.value is not None, reading.diagnostics
    return reading.value


def mailed_of(lines: str, others: tuple[OtherVersion, ...] = ()) -> Mailed:
    """Give lines of YAML, as a brief, as something to be mailed."""
    reading = read_text(lines)
    assert reading.brief is not None, reading.diagnostics
    return mail_brief(reading.brief, reading, others)


def carry(marking: str | None, *handling: str, scheme: str = "nato") -> EnclosedMarking:
    """Give what a document carries."""
    found = load_scheme(scheme)
    assert found is not None
    return EnclosedMarking(Carried(marking, handling), found)
