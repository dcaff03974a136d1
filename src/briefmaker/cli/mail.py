"""``briefmaker mail``: send a brief or a pack to those who are to have it, or write it as drafts."""

from pathlib import Path
from typing import Any

import click

from briefmaker.cli.options import check_words
from briefmaker.cli.stopping import stoppable


@click.command()
@click.argument("name", metavar="BRIEF|PACK")
@click.option("--draft", is_flag=True, help="Write each message as an .eml file that a mail program opens unsent.")
@click.option("--send", is_flag=True, help="Send the messages through the mail server of briefmaker.yaml.")
@click.option(
    "--output",
    type=click.Path(file_okay=False, path_type=Path),
    metavar="DIR",
    help="With --draft: the folder for them.",
)
@click.option(
    "--to", multiple=True, metavar="LIST|ADDRESS", help="To this list or listed address instead; can be given again."
)
@click.option("--to-me", is_flag=True, help="Send everything to the sender alone.")
@click.option("--for-clearance", is_flag=True, help="To those whose clearance is open, with what is asked and by when.")
@click.option(
    "--correct",
    callback=check_words,
    metavar="REASON",
    help="To everybody who has an earlier version: say what is corrected, and why.",
)
@click.option("--again", is_flag=True, help="Also to those who have been sent the same already.")
@click.option("--yes", is_flag=True, help="Do not ask before sending.")
@click.option(
    "--wait",
    type=click.IntRange(min=0),
    default=0,
    metavar="MINUTES",
    help="With --send: wait so long for messages that the server puts off for minutes.",
)
def mail(name: str, **wishes: Any) -> None:
    """Send a brief or a pack to the people of its distribution lists, each the edition and formats that they get.

    BRIEF is its file, PACK the name of a pack. Without --draft or --send it is shown what would be sent, and nothing is. Who may
    not see what is enclosed stops the whole send. What is not final goes to nobody but the sender (--to-me) and those who are to
    clear it (--for-clearance).
    """
    if wishes["draft"] and wishes["send"]:
        raise click.UsageError("--draft and --send exclude one another")
    if wishes["output"] is not None and not wishes["draft"]:
        raise click.UsageError("--output says where drafts go; add --draft")
    with stoppable():
        from briefmaker.cli.show_mail import show_mail

        show_mail(name, **wishes)
