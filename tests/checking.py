"""Checks for tests: a few lines of YAML checked as a brief, with the templates that ship."""

from pathlib import Path

from tests.briefs import read_text

from briefmaker.diagnostics import Diagnostic
from briefmaker.jobs.check import Choice, check_reading
from briefmaker.jobs.desk import Desk
from briefmaker.model.check_settings import CheckSettings
from briefmaker.model.lengths import Lengths
from briefmaker.model.settings import Settings
from briefmaker.workspace.workspace import Workspace


def check_text(
    lines: str,
    *select: str,
    ignore: tuple[str, ...] = (),
    settings: Settings | None = None,
    checks: CheckSettings | None = None,
    lengths: Lengths | None = None,
) -> tuple[Diagnostic, ...]:
    """Check lines of YAML as a brief; what it must have and lacks is added. With ``select`` only those rules are asked."""
    chosen = settings or Settings(checks=checks or CheckSettings())
    desk = Desk(Workspace(Path.cwd(), is_lone=True), chosen)
    return check_reading(read_text(lines), desk, Choice(select, ignore), lengths)


def places_of(found: tuple[Diagnostic, ...], code: str) -> list[tuple[int, str]]:
    """Give line and field of each finding of a code."""
    return [(each.span.line, each.path) for each in found if each.code == code]


def lines_of(found: tuple[Diagnostic, ...], code: str) -> list[int]:
    """Give the line of each finding of a code."""
    return [line for line, _ in places_of(found, code)]
