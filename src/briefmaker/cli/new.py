"""``briefmaker new``: begin a brief."""

from datetime import datetime

import click


@click.command()
@click.argument("name")
@click.option(
    "--template",
    default="meeting",
    show_default=True,
    metavar="NAME",
    help="Kind of document, as `briefmaker templates` lists them.",
)
@click.option(
    "--date",
    "day",
    type=click.DateTime(["%Y-%m-%d"]),
    metavar="YYYY-MM-DD",
    help="Date of issue.  [default: today]",
)
def new(name: str, template: str, day: datetime | None) -> None:
    """Begin a brief: write briefs/NAME.yaml, ready to be filled in and to be built.

    Beside it stands brief.schema.json, by which an editor knows the fields. No brief is overwritten.
    """
    from briefmaker.jobs.desk import shown_path
    from briefmaker.jobs.new import new as begin_brief

    path = shown_path(begin_brief(name, template=template, date=day.date() if day else None))
    click.echo(f"wrote {path}")
    click.echo(f"build it with: briefmaker build {path}")
