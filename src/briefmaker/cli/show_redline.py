"""What ``briefmaker redline`` prints: what was compared, what has changed, and a line for each file."""

from collections.abc import Mapping, Sequence
from typing import Any

import click

from briefmaker.cli.show_findings import make_printable, show_findings
from briefmaker.jobs.desk import shown_path
from briefmaker.jobs.reviewing.redline import RedlineOutcome, RedlineWishes, redline


def show_redline(old: str, new: str, formats: Sequence[str], wishes: Mapping[str, Any]) -> None:
    """Compare two versions and tell."""
    outcome = redline(old, new, RedlineWishes(formats, **wishes))
    show_findings(outcome.diagnostics)
    for line in describe_redline(outcome):
        click.echo(make_printable(line))


def describe_redline(outcome: RedlineOutcome) -> list[str]:
    """Give the lines that tell of a comparison: the list where no file was asked for, else the files."""
    if outcome.is_same:
        return [f"{outcome.headline}: both say the same; nothing was written"]
    if outcome.documents:
        return [f"wrote {shown_path(document)}" for document in outcome.documents]
    if outcome.is_by_text:
        return [f"{outcome.headline}: they differ; `--format docx` shows where"]
    if not outcome.sentences:
        return [f"{outcome.headline}: no field that a reader sees says anything else"]
    count = len(outcome.sentences)
    return [
        f"{outcome.headline}: {count} change{'' if count == 1 else 's'}",
        *(f"  {each}" for each in outcome.sentences),
    ]
