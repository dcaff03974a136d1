"""What ``briefmaker approve`` prints."""

import click

from briefmaker.cli.show_findings import make_printable
from briefmaker.jobs.clearing.approve import Approval
from briefmaker.jobs.desk import shown_path


def show_approval(approval: Approval) -> None:
    """Print what was written into which file, and that a name was recorded and no identity proved."""
    who = approval.unit if approval.by.casefold() == approval.unit.casefold() else f"{approval.unit}, {approval.by}"
    for line in _describe(approval, who):
        click.echo(make_printable(line))


def _describe(approval: Approval, who: str) -> list[str]:
    written = "added to" if approval.is_new else "written into"
    lines = [f"{written} {shown_path(approval.brief)}: {who}: {approval.state} on {approval.date.isoformat()}"]
    if approval.was_by:
        lines.append(f"  in the place of {approval.was_by}, who was asked")
    lines.append(f"  of the content {approval.of}, which any change of what a reader sees voids")
    lines.append("  a name was recorded; nothing proves who called the command")
    return lines
