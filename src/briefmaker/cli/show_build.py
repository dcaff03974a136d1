"""What ``briefmaker build`` prints: a line a document, and findings, brief by brief, whichever is finished first."""

import time
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import click

from briefmaker.cli.exit_codes import ExitCode
from briefmaker.cli.progress import Bar, show_progress
from briefmaker.cli.show_findings import show_findings
from briefmaker.cli.show_sum import Total, show_sum
from briefmaker.cli.stopping import StoppedError
from briefmaker.diagnostics import Diagnostic
from briefmaker.jobs.building.build import carry_out, plan_build, plan_work
from briefmaker.jobs.building.making import Order
from briefmaker.jobs.building.outcome import Outcome
from briefmaker.jobs.desk import shown_path
from briefmaker.jobs.request import Wishes

_MOST_UNCHANGED = 20
"""Of so many briefs each that was built before is named; of more they are counted."""


def show_build(paths: Sequence[Path], wishes: Wishes) -> None:
    """Build and tell; leaves with FINDINGS when any brief could not be built."""
    total = build_and_show(paths, wishes)
    if total.failed:
        click.get_current_context().exit(ExitCode.FINDINGS)


def build_and_show(paths: Sequence[Path], wishes: Wishes) -> Total:
    """Build and tell, and give what came of it."""
    start = time.monotonic()
    plan = plan_build(paths, wishes)
    total = Total(len(plan))
    try:
        _build_and_tell(plan, wishes, total)
    except StoppedError:
        click.echo(f"stopped; {total.built} of {len(plan)} briefs were built, and what is finished stays", err=True)
        raise
    show_sum(total, time.monotonic() - start)
    return total


def _build_and_tell(plan: Sequence[Order], wishes: Wishes, total: Total) -> None:
    """Build, and tell of the briefs in their order; what is finished before its turn waits, and is told in any case."""
    waiting: dict[int, Outcome] = {}
    name = shown_path(plan[0].brief) if len(plan) == 1 else "building"
    with show_progress(name, len(plan)) as bar:
        teller = _Teller(total, bar)
        try:
            for number, outcome in carry_out(plan, plan_work(wishes, plan)):
                bar.advance()
                waiting[number] = outcome
                while total.told in waiting:
                    teller.tell(waiting.pop(total.told))
        finally:
            for number in sorted(waiting):
                teller.tell(waiting[number])


class _Teller:
    """Tells outcomes; what was told of another edition of a brief is not told again."""

    def __init__(self, total: Total, bar: Bar) -> None:
        self._total = total
        self._bar = bar
        self._brief: Path | None = None
        self._told: set[Diagnostic] = set()

    def tell(self, outcome: Outcome) -> None:
        """Show what became of a brief."""
        if outcome.brief != self._brief:
            self._brief = outcome.brief
            self._told.clear()
        found = tuple(each for each in outcome.diagnostics if each not in self._told)
        self._told.update(found)
        self._total.add(outcome, found)
        is_told = outcome.documents and not (outcome.is_unchanged and self._total.orders > _MOST_UNCHANGED)
        if found or is_told:
            self._bar.hide()
        show_findings(_name_row(each, outcome.row) for each in found)
        for document in outcome.documents if is_told else ():
            pages = f" ({document.pages} page{'' if document.pages == 1 else 's'})" if document.pages else ""
            click.echo(f"{'unchanged' if outcome.is_unchanged else 'built'} {shown_path(document.path)}{pages}")


def _name_row(found: Diagnostic, row: str) -> Diagnostic:
    """Give a finding with the first row that it was told of; it is not told again of others."""
    return replace(found, message=f"{found.message} (row {row})") if row else found
