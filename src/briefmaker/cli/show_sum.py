"""How a build ended: a line that counts what was found, and on a terminal a table where there were several briefs."""

import sys
from collections.abc import Iterator
from dataclasses import dataclass, field

import click

from briefmaker.cli.show_findings import make_printable
from briefmaker.diagnostics import Diagnostic, Severity
from briefmaker.jobs.building.outcome import Outcome
from briefmaker.jobs.desk import shown_path

_MOST_NAMED = 20


@dataclass(slots=True)
class Total:
    """How many briefs were built and not, and what was found; small, however many there are.

    ``failed`` are the names of those that were not built, each with the first reason, ``traces`` those of bugs.
    """

    orders: int
    told: int = 0
    built: int = 0
    unchanged: int = 0
    documents: int = 0
    pages: int = 0
    errors: int = 0
    warnings: int = 0
    failed: list[tuple[str, str]] = field(default_factory=list)
    traces: list[str] = field(default_factory=list)

    def add(self, outcome: Outcome, found: tuple[Diagnostic, ...]) -> None:
        """Count one outcome; ``found`` is what was not told before of the same brief."""
        self.told += 1
        self.unchanged += outcome.is_unchanged
        if not outcome.is_unchanged:
            self.built += outcome.is_built
            self.documents += len(outcome.documents)
            self.pages += sum(each.pages or 0 for each in outcome.documents)
        self.errors += sum(each.severity is Severity.ERROR for each in found)
        self.warnings += sum(each.severity is Severity.WARNING for each in found)
        if outcome.is_failed:
            reason = next(each for each in outcome.diagnostics if each.severity is Severity.ERROR)
            which = ", ".join(filter(None, [outcome.row, outcome.edition]))
            name = shown_path(outcome.brief) + (f" ({which})" if which else "")
            self.failed.append((name, f"{reason.code} {reason.message}"))
        if outcome.trace and not self.traces:
            self.traces.append(outcome.trace)


def show_sum(total: Total, seconds: float) -> None:
    """Print how it ended."""
    if total.orders > 1 and sys.stderr.isatty():
        _show_table(total, seconds)
    if total.orders == 1:
        for trace in total.traces:
            click.echo(trace, err=True, nl=False)
    elif total.unchanged and total.orders > 1:
        click.echo(f"{_count(total.built, 'brief')} built, {total.unchanged:,} unchanged", err=True)
    if total.errors or total.warnings:
        failed = len(total.failed)
        briefs = f"{failed} of {_count(total.told, 'brief')} not built" if failed else "all briefs built"
        click.echo(f"{briefs}; {_count(total.errors, 'error')}, {_count(total.warnings, 'warning')}", err=True)


def _show_table(total: Total, seconds: float) -> None:
    """Print the table; rich is imported here, since only a terminal needs it."""
    from rich.console import Console
    from rich.table import Table

    table = Table(show_header=False, box=None, padding=(0, 2, 0, 0))
    for cells in _list_rows(total, seconds):
        table.add_row(*cells)
    Console(stderr=True, highlight=False, markup=False).print(table)


def _list_rows(total: Total, seconds: float) -> Iterator[tuple[str, str]]:
    rate = total.told / seconds if seconds else 0
    yield (
        "built",
        f"{_count(total.built, 'brief')}, {_count(total.documents, 'document')}, {_count(total.pages, 'page')}",
    )
    if total.unchanged:
        yield "unchanged", _count(total.unchanged, "brief")
    yield "time", f"{seconds:.1f} s, {rate:.1f} briefs a second"
    if total.failed:
        yield "not built", _count(len(total.failed), "brief")
    for name, reason in total.failed[:_MOST_NAMED]:
        yield f"  {make_printable(name)}", make_printable(reason)
    if len(total.failed) > _MOST_NAMED:
        yield "", f"and {len(total.failed) - _MOST_NAMED:,} more"


def _count(number: int, what: str) -> str:
    return f"{number:,} {what}{'' if number == 1 else 's'}"
