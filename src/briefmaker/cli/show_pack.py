"""What ``briefmaker pack`` prints: what was found, and a line for each document."""

from collections.abc import Mapping, Sequence
from typing import Any

import click

from briefmaker.cli.exit_codes import ExitCode
from briefmaker.cli.show_findings import show_findings
from briefmaker.jobs.desk import shown_path
from briefmaker.jobs.packs.make_pack import pack


def show_pack(name: str, formats: Sequence[str], wishes: Mapping[str, Any]) -> None:
    """Bind a pack and tell; leaves with FINDINGS when it could not be made."""
    outcome = pack(name, formats=formats, **wishes)
    show_findings(outcome.diagnostics)
    for document in outcome.documents:
        pages = f" ({document.pages} page{'' if document.pages == 1 else 's'})" if document.pages else ""
        click.echo(f"built {shown_path(document.path)}{pages}")
    if outcome.is_failed:
        click.echo(f"{shown_path(outcome.pack)} was not made", err=True)
        click.get_current_context().exit(ExitCode.FINDINGS)
