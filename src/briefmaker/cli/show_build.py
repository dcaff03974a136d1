"""What ``briefmaker build`` prints: a line a document, findings as they come, and how it ended."""

import gc
import sys
from collections.abc import Sequence
from pathlib import Path

import click

from briefmaker.cli.exit_codes import ExitCode
from briefmaker.cli.show_findings import show_findings
from briefmaker.diagnostics import Diagnostic, Severity
from briefmaker.jobs.build import Outcome, carry_out, plan_build
from briefmaker.jobs.desk import shown_path
from briefmaker.jobs.request import Wishes


def show_build(paths: Sequence[Path], wishes: Wishes) -> None:
    """Build and tell; leaves with FINDINGS when any brief could not be built."""
    plan = plan_build(paths, wishes)
    outcomes: list[Outcome] = []
    told: set[Diagnostic] = set()
    for number, order in enumerate(plan, start=1):
        _show_progress(f"{number} of {len(plan)}: {shown_path(order.brief)}")
        outcome = carry_out(order)
        _show_progress("")
        _show_outcome(outcome, told)
        outcomes.append(outcome)
        if number < len(plan):
            gc.collect()
    _show_sum(outcomes)
    if any(outcome.is_failed for outcome in outcomes):
        click.get_current_context().exit(ExitCode.FINDINGS)


def _show_progress(text: str) -> None:
    if sys.stderr.isatty():
        click.echo(f"\r\x1b[K{text}", nl=False, err=True)


def _show_outcome(outcome: Outcome, told: set[Diagnostic]) -> None:
    """Show what became of a brief; what was told of another edition of it is not told again."""
    show_findings(tuple(found for found in outcome.diagnostics if found not in told))
    told.update(outcome.diagnostics)
    for document in outcome.documents:
        pages = f" ({document.pages} page{'' if document.pages == 1 else 's'})" if document.pages else ""
        click.echo(f"built {shown_path(document.path)}{pages}")


def _show_sum(outcomes: Sequence[Outcome]) -> None:
    failed = sum(outcome.is_failed for outcome in outcomes)
    told = {diagnostic for outcome in outcomes for diagnostic in outcome.diagnostics}
    found = [diagnostic.severity for diagnostic in told]
    if not found:
        return
    errors, warnings = found.count(Severity.ERROR), found.count(Severity.WARNING)
    briefs = f"{failed} of {_count(len(outcomes), 'brief')} not built" if failed else "all briefs built"
    click.echo(f"{briefs}; {_count(errors, 'error')}, {_count(warnings, 'warning')}", err=True)


def _count(number: int, what: str) -> str:
    return f"{number} {what}{'' if number == 1 else 's'}"
