"""What ``briefmaker check --fix`` and ``--diff`` print, and what they leave with."""

from collections.abc import Iterator, Sequence
from difflib import unified_diff
from pathlib import Path

import click

from briefmaker.cli.exit_codes import ExitCode
from briefmaker.cli.show_check import count_things, show_check
from briefmaker.cli.show_findings import make_printable
from briefmaker.jobs.checking.asking import Choice
from briefmaker.jobs.checking.check import CheckOutcome
from briefmaker.jobs.checking.fix import FixOutcome, fix_briefs
from briefmaker.jobs.desk import shown_path

_COLOURS = {"+": "green", "-": "red", "@": "cyan"}


def show_fix(paths: Sequence[Path], choice: Choice, output_format: str) -> None:
    """Mend, say how much, and tell what is left; leaves with FINDINGS when there is any."""
    outcomes = fix_briefs(paths, choice, write=True)
    mended = sum(outcome.mended for outcome in outcomes)
    briefs = sum(1 for outcome in outcomes if outcome.mended)
    if mended:
        click.echo(f"{count_things(mended, 'place')} mended in {count_things(briefs, 'brief')}", err=True)
    show_check([CheckOutcome(outcome.brief, outcome.diagnostics) for outcome in outcomes], output_format)


def show_diff(paths: Sequence[Path], choice: Choice) -> None:
    """Show what would be mended, as lines before and after; leaves with FINDINGS when there is anything."""
    outcomes = fix_briefs(paths, choice, write=False)
    for outcome in outcomes:
        for line in compare(outcome):
            click.echo(click.style(make_printable(line), fg=_COLOURS.get(line[:1])))
    mended = sum(outcome.mended for outcome in outcomes)
    click.echo(f"{count_things(mended, 'place')} would be mended" if mended else "nothing to mend", err=True)
    if mended:
        click.get_current_context().exit(ExitCode.FINDINGS)


def compare(outcome: FixOutcome) -> Iterator[str]:
    """Give the lines of a unified diff of one brief, without line ends; none where nothing changed."""
    name = shown_path(outcome.brief)
    before, after = (content.decode("utf-8", "replace").splitlines() for content in (outcome.before, outcome.after))
    yield from unified_diff(before, after, name, name, lineterm="")
