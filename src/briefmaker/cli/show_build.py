"""What ``briefmaker build`` prints: a line a document, findings as they come, and how it ended."""

import sys
from collections.abc import Sequence
from pathlib import Path

import click

from briefmaker.cli.exit_codes import ExitCode
from briefmaker.cli.show_findings import show_findings
from briefmaker.diagnostics import Severity
from briefmaker.jobs.build import Outcome, carry_out, plan_build
from briefmaker.jobs.desk import shown_path


def show_build(
    paths: Sequence[Path],
    formats: Sequence[str],
    output: Path | None,
    paper: str | None,
    *,
    force: bool,
    archive: bool = False,
) -> None:
    """Build and tell; leaves with FINDINGS when any brief was not built."""
    plan = plan_build(paths, formats, output, paper, force=force, archive=archive)
    outcomes = []
    for number, order in enumerate(plan, start=1):
        _show_progress(f"{number} of {len(plan)}: {shown_path(order.brief)}")
        outcome = carry_out(order)
        _show_progress("")
        _show_outcome(outcome)
        outcomes.append(outcome)
    _show_sum(outcomes)
    if not all(outcome.is_built for outcome in outcomes):
        click.get_current_context().exit(ExitCode.FINDINGS)


def _show_progress(text: str) -> None:
    if sys.stderr.isatty():
        click.echo(f"\r\x1b[K{text}", nl=False, err=True)


def _show_outcome(outcome: Outcome) -> None:
    show_findings(outcome.diagnostics)
    for document in outcome.documents:
        pages = f" ({document.pages} page{'' if document.pages == 1 else 's'})" if document.pages else ""
        click.echo(f"built {shown_path(document.path)}{pages}")


def _show_sum(outcomes: Sequence[Outcome]) -> None:
    failed = sum(not outcome.is_built for outcome in outcomes)
    found = [diagnostic.severity for outcome in outcomes for diagnostic in outcome.diagnostics]
    if not found:
        return
    errors, warnings = found.count(Severity.ERROR), found.count(Severity.WARNING)
    briefs = f"{failed} of {len(outcomes)} briefs not built" if failed else "all briefs built"
    click.echo(f"{briefs}; {_count(errors, 'error')}, {_count(warnings, 'warning')}", err=True)


def _count(number: int, what: str) -> str:
    return f"{number} {what}{'' if number == 1 else 's'}"
