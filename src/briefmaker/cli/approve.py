"""``briefmaker approve``: write into a brief who cleared it."""

from datetime import datetime
from pathlib import Path

import click

from briefmaker.cli.options import check_words


@click.command()
@click.argument("brief", type=click.Path(path_type=Path))
@click.option(
    "--as", "name", callback=check_words, required=True, metavar="NAME", help="Who answers: the person, or the unit."
)
@click.option(
    "--unit", callback=check_words, metavar="UNIT", help="For which unit, where NAME does not tell; a new one is added."
)
@click.option(
    "--state",
    type=click.Choice(["cleared", "cleared-with-edits", "non-concur", "information"], case_sensitive=False),
    default="cleared",
    show_default=True,
    help="What was answered.",
)
@click.option("--comment", callback=check_words, metavar="TEXT", help="What was said beside it.")
@click.option(
    "--date",
    "day",
    type=click.DateTime(["%Y-%m-%d"]),
    metavar="YYYY-MM-DD",
    help="When it was answered.  [default: today]",
)
def approve(brief: Path, name: str, unit: str | None, state: str, comment: str | None, day: datetime | None) -> None:
    """Write into a brief that somebody cleared what it says now: a later change of its content voids it.

    BRIEF is the brief's file. Nothing proves that whoever calls the command is NAME.
    """
    from briefmaker.cli.show_approval import show_approval
    from briefmaker.jobs.clearing.approve import approve as write_answer
    from briefmaker.jobs.clearing.record_approval import record_approval

    date = day.date() if day else None
    approval = write_answer(brief, name, unit=unit, state=state.lower(), comment=comment, date=date)
    show_approval(approval)
    record_approval(approval)
