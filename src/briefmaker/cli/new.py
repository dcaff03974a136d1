"""``briefmaker new``: begin a brief, or a pack."""

from datetime import datetime
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from briefmaker.jobs.beginning.roll_forward import Rolled


@click.command()
@click.argument("name")
@click.option(
    "--template",
    metavar="NAME",
    help="Kind of document, as `briefmaker templates` lists them.  [default: meeting]",
)
@click.option(
    "--from",
    "old",
    metavar="FILE",
    help="Begin from this brief: reference raised, version 1, draft, dates moved, clearances asked anew.",
)
@click.option("--pack", is_flag=True, help="Begin a pack of briefs instead: packs/NAME.yaml.")
@click.option(
    "--date",
    "day",
    type=click.DateTime(["%Y-%m-%d"]),
    metavar="YYYY-MM-DD",
    help="Date of issue.  [default: today]",
)
def new(name: str, template: str | None, old: str | None, pack: bool, day: datetime | None) -> None:
    """Begin a brief: write briefs/NAME.yaml, ready to be filled in and to be built.

    Beside it stands brief.schema.json, by which an editor knows the fields. No brief is overwritten.
    """
    if pack:
        if template is not None or old is not None:
            raise click.UsageError("--pack goes without --template and --from, which are for briefs")
        _begin_pack(name, day)
        return
    from briefmaker.jobs.beginning.new import new as begin_brief
    from briefmaker.jobs.desk import shown_path

    date = day.date() if day else None
    if old is None:
        path = shown_path(begin_brief(name, template=template or "meeting", date=date))
        click.echo(f"wrote {path}")
    elif template is not None:
        raise click.UsageError("--from takes the template of the brief that it begins from; leave --template out")
    else:
        from briefmaker.jobs.beginning.roll_forward import roll_forward

        rolled = roll_forward(name, old, date=date)
        path = shown_path(rolled.path)
        click.echo(f"wrote {path} from {old}")
        _show(rolled)
    click.echo(f"build it with: briefmaker build {path}")


def _begin_pack(name: str, day: datetime | None) -> None:
    """Begin a pack, and say how it is made, or what it needs first."""
    from briefmaker.jobs.desk import shown_path
    from briefmaker.jobs.packs.new_pack import new_pack

    begun = new_pack(name, date=day.date() if day else None)
    click.echo(f"wrote {shown_path(begun.path)}")
    if begun.tab:
        click.echo(f"its first tab is `{begun.tab}`; name the others under `tabs`")
        click.echo(f"make it with: briefmaker pack {begun.path.stem}")
    else:
        click.echo(f"no brief can go into it yet: {begun.why_empty}")


def _show(rolled: "Rolled") -> None:
    """Show what was changed, and what the author has to look at, a line each."""
    for title, lines in (("changed:", rolled.changes), ("look at:", rolled.reminders)):
        if lines:
            click.echo(title)
        for line in lines:
            click.echo(f"  {line}")
