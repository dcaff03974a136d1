"""Checks for tests: a few lines of YAML checked as a brief, with the templates that ship."""

import re
from collections.abc import Mapping
from pathlib import Path

from tests.briefs import read_text

from briefmaker.checks.rule import Rule
from briefmaker.diagnostics import Diagnostic
from briefmaker.jobs.building.render import render_brief
from briefmaker.jobs.checking.asking import Choice
from briefmaker.jobs.checking.check import CheckingDesk
from briefmaker.jobs.desk import Desk
from briefmaker.jobs.formats import DocumentFormat
from briefmaker.jobs.request import Request
from briefmaker.model.answers import Answer, Life
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
    answers: Mapping[str, Answer] | None = None,
) -> tuple[Diagnostic, ...]:
    """Check lines of YAML as a brief; what it must have and lacks is added. With ``select`` only those rules are asked."""
    chosen = settings or Settings(checks=checks or CheckSettings())
    desk = Desk(Workspace(Path.cwd(), is_lone=True), chosen)
    return CheckingDesk(desk).check(read_text(lines), Choice(select, ignore), lengths, answers)


def check_example(rule: Rule, example: str) -> tuple[Diagnostic, ...]:
    """Check an example of a rule's page; where the rule needs it, laid out, or with addresses that are gone where they say so."""
    lengths = _measure(example) if rule.terms.needs_lengths else None
    found = re.findall(r"https?://[^\s)]+", example)
    answers = {address: Answer(address, Life.DEAD if "//gone." in address else Life.ALIVE) for address in found}
    return check_text(example, rule.code, lengths=lengths, answers=answers)


def _measure(lines: str) -> Lengths:
    settings = Settings()
    request = Request((DocumentFormat.PDF,), settings.paper)
    rendering = render_brief(read_text(lines), Desk(Workspace(Path.cwd(), is_lone=True), settings), request)
    assert rendering.lengths is not None, rendering.diagnostics
    return rendering.lengths


def places_of(found: tuple[Diagnostic, ...], code: str) -> list[tuple[int, str]]:
    """Give line and field of each finding of a code."""
    return [(each.span.line, each.path) for each in found if each.code == code]


def lines_of(found: tuple[Diagnostic, ...], code: str) -> list[int]:
    """Give the line of each finding of a code."""
    return [line for line, _ in places_of(found, code)]
